import type { BatchFetchNode, FetchNode, RequiredSelection } from '../planning/plan.ts';
import { collect } from './collect.ts';
import { compileBody } from './compile-body.ts';
import { type DataObject, isDataObject } from './data.ts';
import { entityNames, rootNames } from './fetched-names.ts';
import { compileGather, type Gather, type Gathered } from './gather.ts';
import { compileGive } from './give.ts';
import { mergeInto } from './merge.ts';
import { failObject } from './place-errors.ts';
import { entitiesIn, receive, type Run, type Step } from './receive.ts';
import { applyRewrites } from './rewrite.ts';
import type { TypeTest } from './type-test.ts';

/** A fetch of entities in its two parts, since others may ask the same of the same objects. */
export interface EntityFetch {
  readonly gather: Gather;
  /** Asks for what was gathered, and gives it to the objects it was gathered from. */
  readonly ask: (gathered: Gathered, run: Run) => Promise<void>;
}

/** A fetch that requires something of the objects it is for. */
export interface EntityFetchNode extends FetchNode {
  readonly requires: readonly RequiredSelection[];
}

/** Whether a fetch is one of entities, not of root fields. */
export function isEntityFetch(node: FetchNode): node is EntityFetchNode {
  return node.requires !== undefined;
}

/** Compiles a fetch of root fields. */
export function compileRootFetch(node: FetchNode, isOfType: TypeTest): Step {
  const names = rootNames(node.operation);
  const writeBody = compileBody(node);
  const { subgraph, operationKind, outputRewrites } = node;
  return async (run, [root]) => {
    if (root === undefined) return;
    const received = await receive({ subgraph, operationKind, body: writeBody(run, []) }, run);
    if (!isDataObject(received)) {
      failObject(root, names, received);
      return;
    }
    applyRewrites(outputRewrites, received, isOfType);
    mergeInto(root, received);
  };
}

/** Compiles a fetch of entities. */
export function compileEntityFetch(node: EntityFetchNode, isOfType: TypeTest): EntityFetch {
  const { subgraph, operationKind, operation } = node;
  const namesOf = entityNames(operation, '_entities', isOfType);
  const { refuse, give } = compileGive({ ...node, namesOf }, isOfType);
  const writeBody = compileBody(node);
  return {
    gather: compileGather(node, isOfType),
    ask: async (gathered, run) => {
      refuse(gathered);
      const { count, representations } = gathered;
      if (count === 0) return;
      const body = writeBody(run, [['representations', representations]]);
      const received = await receive({ subgraph, operationKind, body }, run);
      await give(gathered, entitiesIn(received, '_entities', count, subgraph), run.turns);
    },
  };
}

/** Compiles a batch: the entities of all its parts in one call. */
export function compileBatchFetch(node: BatchFetchNode, isOfType: TypeTest): Step {
  const { subgraph, operation } = node;
  const writeBody = compileBody(node);
  const parts = node.parts.map((part) => ({
    ...part,
    gather: compileGather(part, isOfType),
    ...compileGive({ ...part, subgraph, namesOf: entityNames(operation, part.alias, isOfType) }, isOfType),
  }));
  return async (run, targets) => {
    const asked: Gathered[] = [];
    for (const { paths, gather, refuse } of parts) {
      const wanting: DataObject[] = [];
      for (const path of paths)
        for (const object of await collect(targets, path, isOfType, run.turns)) wanting.push(object);
      const gathered = await gather(wanting, run);
      refuse(gathered);
      asked.push(gathered);
    }
    if (asked.every(({ count }) => count === 0)) return;
    const body = writeBody(
      run,
      parts.map(({ variable }, index) => [variable, asked[index]?.representations ?? '']),
    );
    const received = await receive({ subgraph, operationKind: 'query', body }, run);
    for (const [index, { alias, give }] of parts.entries()) {
      const gathered = asked[index];
      if (gathered === undefined || gathered.count === 0) continue;
      await give(gathered, entitiesIn(received, alias, gathered.count, subgraph), run.turns);
    }
  };
}
