import type { BatchFetchNode, FetchNode, RequiredSelection } from '../planning/plan.ts';
import { collect } from './collect.ts';
import { compileBody } from './compile-body.ts';
import { compileEntities, type Gathered } from './compile-entities.ts';
import { type DataObject, isDataObject } from './data.ts';
import { entityNames, rootNames } from './fetched-names.ts';
import { mergeInto } from './merge.ts';
import { failObject } from './place-errors.ts';
import { entitiesIn, receive, type Step } from './receive.ts';
import { applyRewrites } from './rewrite.ts';
import type { TypeTest } from './type-test.ts';

/** Compiles a fetch: of root fields, or of entities when it requires something of the objects it is for. */
export function compileFetch(node: FetchNode, isOfType: TypeTest): Step {
  return node.requires === undefined
    ? compileRootFetch(node, isOfType)
    : compileEntityFetch(node, node.requires, isOfType);
}

function compileRootFetch(node: FetchNode, isOfType: TypeTest): Step {
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

function compileEntityFetch(
  node: FetchNode,
  requires: readonly RequiredSelection[],
  isOfType: TypeTest,
): Step {
  const { subgraph, operationKind, operation, inputRewrites, outputRewrites } = node;
  const namesOf = entityNames(operation, '_entities', isOfType);
  const entities = compileEntities({ subgraph, requires, inputRewrites, outputRewrites, namesOf }, isOfType);
  const writeBody = compileBody(node);
  return async (run, targets) => {
    const gathered = await entities.gather(targets, run);
    const { texts } = gathered;
    if (texts.length === 0) return;
    const body = writeBody(run, [['representations', texts]]);
    const received = await receive({ subgraph, operationKind, body }, run);
    await entities.give(gathered, entitiesIn(received, '_entities', texts.length, subgraph), run.turns);
  };
}

/** Compiles a batch: the entities of all its parts in one call. */
export function compileBatchFetch(node: BatchFetchNode, isOfType: TypeTest): Step {
  const { subgraph, operation } = node;
  const writeBody = compileBody(node);
  const parts = node.parts.map(({ alias, variable, paths, ...source }) => ({
    alias,
    variable,
    paths,
    entities: compileEntities(
      { ...source, subgraph, namesOf: entityNames(operation, alias, isOfType) },
      isOfType,
    ),
  }));
  return async (run, targets) => {
    const gathered: Gathered[] = [];
    for (const { paths, entities } of parts) {
      const wanting: DataObject[] = [];
      for (const path of paths)
        for (const object of await collect(targets, path, isOfType, run.turns)) wanting.push(object);
      gathered.push(await entities.gather(wanting, run));
    }
    if (gathered.every(({ texts }) => texts.length === 0)) return;
    const body = writeBody(
      run,
      parts.map(({ variable }, index) => [variable, gathered[index]?.texts ?? []]),
    );
    const received = await receive({ subgraph, operationKind: 'query', body }, run);
    for (const [index, { alias, entities }] of parts.entries()) {
      const wanted = gathered[index];
      if (wanted === undefined || wanted.texts.length === 0) continue;
      await entities.give(wanted, entitiesIn(received, alias, wanted.texts.length, subgraph), run.turns);
    }
  };
}
