import type { RequiredSelection, Rewrite } from '../planning/plan.ts';
import { type DataObject, Failure, isDataObject, own, type Value } from './data.ts';
import type { FetchedNames } from './fetched-names.ts';
import { mergeInto } from './merge.ts';
import { entityCheck } from './entity-check.ts';
import { failObject, markFailed } from './place-errors.ts';
import { compileRepresentation, type WriteRepresentation } from './representation.ts';
import { applyRewrites } from './rewrite.ts';
import type { Run } from './receive.ts';
import { isTimeToLook, type Turns } from './turns.ts';
import type { TypeTest } from './type-test.ts';

/** What is asked for: each different representation once, and which object wants which of them. */
export interface Gathered {
  /** JSON texts of the representations. */
  readonly texts: readonly string[];
  readonly wanting: readonly Wanting[];
}

/** An object, and which of the texts it wants the entity of. */
interface Wanting {
  readonly target: DataObject;
  readonly position: number;
}

/** How one list of entities is asked for and given out. */
export interface Entities {
  /** Writes the representations of objects; an object of which a required part failed is marked at once. */
  readonly gather: (targets: readonly DataObject[], run: Run) => Promise<Gathered>;
  /** Merges the entities into the objects that wanted them, or marks them all as failed. */
  readonly give: (gathered: Gathered, entities: readonly Value[] | Failure, turns: Turns) => Promise<void>;
}

/** What a list of entities is compiled from. */
export interface EntitiesSource {
  readonly subgraph: string;
  readonly requires: readonly RequiredSelection[];
  readonly inputRewrites: readonly Rewrite[];
  readonly outputRewrites: readonly Rewrite[];
  readonly namesOf: FetchedNames;
}

/** Compiles the asking and giving of one list of entities. */
export function compileEntities(source: EntitiesSource, isOfType: TypeTest): Entities {
  const { namesOf, outputRewrites, requires, subgraph } = source;
  const isAskedFor = entityCheck(requires, isOfType);
  const unusable = new Failure({ code: 'BRON_MISLUKT', subgraph });
  const write = withRewrites(source, compileRepresentation(requires, isOfType), isOfType);
  const written: WriteRepresentation = (target) => {
    try {
      return write(target);
    } catch (error) {
      // Something required is nested deeper than can be written.
      if (error instanceof RangeError) return unusable;
      throw error;
    }
  };
  return {
    gather: async (targets, { turns }) => {
      const texts: string[] = [];
      const positions = new Map<string, number>();
      const wanting: Wanting[] = [];
      for (let index = 0; index < targets.length; index += 1) {
        if (isTimeToLook(index) && turns.isOver) await turns.next();
        const target = targets[index] as DataObject;
        const text = written(target);
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
    give: async ({ wanting }, entities, turns) => {
      if (!(entities instanceof Failure) && outputRewrites.length > 0) {
        for (const entity of entities)
          if (isDataObject(entity)) applyRewrites(outputRewrites, entity, isOfType);
      }
      for (let index = 0; index < wanting.length; index += 1) {
        if (isTimeToLook(index) && turns.isOver) await turns.next();
        const { target, position } = wanting[index] as Wanting;
        const entity = entities instanceof Failure ? entities : entities[position];
        if (entity === null || entity === undefined) continue;
        if (isDataObject(entity) && isAskedFor(target, entity)) mergeEntity(target, entity, isOfType);
        else failEntity(target, namesOf, entity instanceof Failure ? entity : unusable);
      }
    },
  };
}

/**
 * Merges an entity into the object that wanted it. A subgraph may know the type of the object by the name of an
 * interface; the narrower of the two names stays.
 */
function mergeEntity(target: DataObject, entity: DataObject, isOfType: TypeTest): void {
  const known = typenameOf(target);
  const given = typenameOf(entity);
  mergeInto(target, entity);
  if (given !== '' && !isOfType(given, known)) target['__typename'] = known;
}

/**
 * Marks an object of which the entity failed. Where nobody could tell yet of what type it is, it stays unknown for this
 * reason.
 */
function failEntity(target: DataObject, namesOf: FetchedNames, failure: Failure): void {
  const names = namesOf(typenameOf(target));
  if (names.length === 0) target['__typename'] = failure;
  else failObject(target, names, [failure, ...failure.others]);
}

function withRewrites(
  { inputRewrites }: EntitiesSource,
  write: WriteRepresentation,
  isOfType: TypeTest,
): WriteRepresentation {
  if (inputRewrites.length === 0) return write;
  return (entity) => {
    const text = write(entity);
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
