import type { RequiredSelection, Rewrite } from '../planning/plan.ts';
import { type DataObject, Failure, isDataObject, own, type Value } from './data.ts';
import type { FetchedNames } from './fetched-names.ts';
import { mergeInto } from './merge.ts';
import { failObject, markFailed } from './place-errors.ts';
import { compileRepresentation, type WriteRepresentation } from './representation.ts';
import { applyRewrites } from './rewrite.ts';
import type { TypeTest } from './type-test.ts';
import type { WriteString } from './write-leaf.ts';

/** What is asked for: each different representation once, and which object wants which of them. */
export interface Gathered {
  /** JSON texts of the representations. */
  readonly texts: readonly string[];
  readonly wanting: readonly { readonly target: DataObject; readonly position: number }[];
}

/** How one list of entities is asked for and given out. */
export interface Entities {
  /** Writes the representations of objects; an object of which a required part failed is marked at once. */
  readonly gather: (targets: readonly DataObject[], writeString: WriteString) => Gathered;
  /** Merges the entities into the objects that wanted them, or marks them all as failed. */
  readonly give: (gathered: Gathered, entities: readonly Value[] | Failure) => void;
}

/** What a list of entities is compiled from. */
export interface EntitiesSource {
  readonly requires: readonly RequiredSelection[];
  readonly inputRewrites: readonly Rewrite[];
  readonly outputRewrites: readonly Rewrite[];
  readonly namesOf: FetchedNames;
}

/** Compiles the asking and giving of one list of entities. */
export function compileEntities(source: EntitiesSource, isOfType: TypeTest): Entities {
  const { namesOf, outputRewrites } = source;
  const write = withRewrites(source, compileRepresentation(source.requires, isOfType), isOfType);
  return {
    gather: (targets, writeString) => {
      const texts: string[] = [];
      const positions = new Map<string, number>();
      const wanting: { readonly target: DataObject; readonly position: number }[] = [];
      for (const target of targets) {
        const text = write(target, writeString);
        if (text instanceof Failure) {
          markFailed(target, namesOf(typenameOf(target)), text);
        } else if (text !== undefined) {
          let position = positions.get(text);
          if (position === undefined) {
            position = texts.push(text) - 1;
            positions.set(text, position);
          }
          wanting.push({ target, position });
        }
      }
      return { texts, wanting };
    },
    give: ({ wanting }, entities) => {
      if (!(entities instanceof Failure) && outputRewrites.length > 0) {
        for (const entity of entities)
          if (isDataObject(entity)) applyRewrites(outputRewrites, entity, isOfType);
      }
      for (const { target, position } of wanting) {
        const entity = entities instanceof Failure ? entities : entities[position];
        if (entity instanceof Failure) failObject(target, namesOf(typenameOf(target)), [entity]);
        else if (isDataObject(entity)) mergeInto(target, entity);
      }
    },
  };
}

function withRewrites(
  { inputRewrites }: EntitiesSource,
  write: WriteRepresentation,
  isOfType: TypeTest,
): WriteRepresentation {
  if (inputRewrites.length === 0) return write;
  return (entity, writeString) => {
    const text = write(entity, writeString);
    if (typeof text !== 'string') return text;
    const representation = JSON.parse(text) as DataObject;
    applyRewrites(inputRewrites, representation, isOfType);
    return JSON.stringify(representation);
  };
}

function typenameOf(target: DataObject): string {
  const typename = own(target, '__typename');
  return typeof typename === 'string' ? typename : '';
}
