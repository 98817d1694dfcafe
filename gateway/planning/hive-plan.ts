import type {
  FetchNodePathSegment,
  FetchRewrite,
  FlattenNodePathSegment,
  PlanNode as HiveNode,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import type { MakePlan } from './make-plan.ts';
import type { PathStep, PlanNode, RequiredSelection, Rewrite } from './plan.ts';
import { widenRequires } from './widen-requires.ts';
import { withoutEmptyFragments } from './without-empty-fragments.ts';

type HiveFetch = Extract<HiveNode, { kind: 'Fetch' }>;
type HiveBatch = Extract<HiveNode, { kind: 'BatchFetch' }>;

/** No part of a graph is overridden by label: such supergraphs are not loaded. */
const NO_LABELS: ReadonlySet<string> = new Set();

/**
 * Prepares Hive Router's planner for a supergraph.
 * @returns `undefined` where its binary does not exist for this machine
 * @throws KetenFout (from the function returned) PLAN_MISLUKT, OPERATIE_NIET_ONDERSTEUND
 */
export async function hivePlan(supergraphSdl: string): Promise<MakePlan | undefined> {
  const loaded = await import('@graphql-hive/router-query-planner').catch(() => undefined);
  if (loaded === undefined) return undefined;
  const planner = new loaded.QueryPlanner(supergraphSdl);
  return (text, operationName) => {
    try {
      const { node } = planner.plan(text, operationName, new Set(NO_LABELS), 0);
      return node ? { node: translate(node) } : {};
    } catch (cause) {
      if (cause instanceof KetenFout) throw cause;
      throw new KetenFout('PLAN_MISLUKT', undefined, {}, { cause });
    }
  };
}

function translate(node: HiveNode): PlanNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map(translate) };
    case 'Flatten':
      return { kind: 'Flatten', path: node.path.map(step), node: translate(node.node) };
    case 'Condition':
      return {
        kind: 'Condition',
        condition: node.condition,
        // The native code gives null where its types say that nothing is there.
        ...(node.ifClause ? { ifClause: translate(node.ifClause) } : {}),
        ...(node.elseClause ? { elseClause: translate(node.elseClause) } : {}),
      };
    case 'Fetch':
      return translateFetch(node);
    case 'BatchFetch':
      return translateBatch(node);
    case 'Subscription':
    case 'Defer':
      throw new KetenFout('OPERATIE_NIET_ONDERSTEUND');
  }
}

function translateFetch(node: HiveFetch): PlanNode {
  const inputRewrites = (node.inputRewrites ?? []).flatMap(rewrites);
  return {
    kind: 'Fetch',
    subgraph: node.serviceName,
    operation: withoutEmptyFragments(node.operation),
    ...(node.operationName ? { operationName: node.operationName } : {}),
    operationKind: node.operationKind ?? 'query',
    variableUsages: node.variableUsages ?? [],
    ...(node.requires ? { requires: widenRequires(node.requires.map(required), inputRewrites) } : {}),
    inputRewrites,
    outputRewrites: (node.outputRewrites ?? []).flatMap(rewrites),
  };
}

function translateBatch(node: HiveBatch): PlanNode {
  return {
    kind: 'BatchFetch',
    subgraph: node.serviceName,
    operation: withoutEmptyFragments(node.operation),
    ...(node.operationName ? { operationName: node.operationName } : {}),
    variableUsages: node.variableUsages ?? [],
    parts: node.entityBatch.aliases.map((part) => {
      const inputRewrites = (part.inputRewrites ?? []).flatMap(rewrites);
      return {
        alias: part.alias,
        variable: part.representationsVariableName,
        paths: part.paths.map((path) => path.map(step)),
        requires: widenRequires(part.requires.map(required), inputRewrites),
        inputRewrites,
        outputRewrites: (part.outputRewrites ?? []).flatMap(rewrites),
      };
    }),
  };
}

function step(segment: FlattenNodePathSegment): PathStep {
  if (segment === '@') return '@';
  return 'Field' in segment ? segment.Field : { types: segment.TypeCondition };
}

function required(selection: RequiresSelection): RequiredSelection {
  switch (selection.kind) {
    case 'Field':
      return {
        kind: 'Field',
        name: selection.name,
        ...(selection.alias ? { as: selection.alias } : {}),
        ...(selection.selections ? { selections: selection.selections.map(required) } : {}),
      };
    case 'InlineFragment':
      return {
        kind: 'InlineFragment',
        typeCondition: selection.typeCondition,
        selections: selection.selections.map(required),
      };
    case 'FragmentSpread':
      // A representation is written out in full: it has no document to take fragments from.
      throw new KetenFout('PLAN_MISLUKT', 'A required selection spreads a fragment.');
  }
}

/** One rewrite for every combination of the types its path passes. */
function rewrites(rewrite: FetchRewrite): Rewrite[] {
  if ('KeyRenamer' in rewrite) {
    const { path, renameKeyTo } = rewrite.KeyRenamer;
    return paths(path).map((each) => ({ kind: 'KeyRenamer', path: each, renameKeyTo }));
  }
  const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
  return paths(path).map((each) => ({ kind: 'ValueSetter', path: each, setValueTo }));
}

function paths(segments: readonly FetchNodePathSegment[]): string[][] {
  return segments.reduce<string[][]>(
    (known, segment) =>
      known.flatMap((path) =>
        'Key' in segment
          ? [[...path, segment.Key]]
          : segment.TypenameEquals.map((type) => [...path, `... on ${type}`]),
      ),
    [[]],
  );
}
