import type { RequiredSelection, Rewrite } from '../planning/plan.ts';
import { type DataObject, Failure, isDataObject, own, type Value } from './data.ts';
import { entityCheck } from './entity-check.ts';
import type { FetchedNames } from './fetched-names.ts';
import type { Gathered, Wanting } from './gather.ts';
import { mergeInto } from './merge.ts';
import { failObject, markFailed } from './place-errors.ts';
import { applyRewrites } from './rewrite.ts';
import { isTimeToLook, type Turns } from './turns.ts';
import type { TypeTest } from './type-test.ts';

/** How one list of entities is given out to the objects that it was gathered from. */
export interface Give {
  /** Marks the objects that cannot be asked for. */
  readonly refuse: (gathered: Gathered) => void;
  /** Merges the entities into the objects that wanted them, or marks them all as failed. */
  readonly give: (gathered: Gathered, entities: readonly Value[] | Failure, turns: Turns) => Promise<void>;
}

/** What a list of entities is given out by. */
export interface GiveSource {
  readonly subgraph: string;
  readonly requires: readonly RequiredSelection[];
  readonly outputRewrites: readonly Rewrite[];
  readonly namesOf: FetchedNames;
}

/** Compiles the giving out of one list of entities. */
export function compileGive(
  { namesOf, outputRewrites, requires, subgraph }: GiveSource,
  isOfType: TypeTest,
): Give {
  const isAskedFor = entityCheck(requires, isOfType);
  const unusable = new Failure({ code: 'BRON_MISLUKT', subgraph });
  return {
    refuse: ({ failed }) => {
      for (const { target, failure = unusable } of failed)
        markFailed(target, namesOf(typenameOf(target)), failure);
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

function typenameOf(target: DataObject): string {
  const typename = own(target, '__typename');
  return typeof typename === 'string' ? typename : '';
}
