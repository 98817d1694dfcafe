import {
  operationFromDocument,
  ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  Supergraph,
} from '@apollo/federation-internals';
import {
  QueryPlanner,
  type PlanNode as ApolloNode,
  type QueryPlanSelectionNode as ApolloSelection,
} from '@apollo/query-planner';
import { parse } from 'graphql';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import { operationToFetch } from './operation-to-fetch.ts';
import type { MakePlan } from './make-plan.ts';
import type { PlanNode, RequiredSelection, Rewrite } from './plan.ts';

type ApolloFetch = Extract<ApolloNode, { kind: 'Fetch' }>;

/**
 * Prepares @apollo/query-planner for a supergraph.
 * @throws KetenFout (from the function returned) PLAN_MISLUKT, OPERATIE_NIET_ONDERSTEUND
 */
export function apolloPlan(supergraphSdl: string): MakePlan {
  const supergraph = Supergraph.build(supergraphSdl, {
    supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  });
  const planner = new QueryPlanner(supergraph, {});
  const schema = supergraph.apiSchema();
  const clientSchema = schema.toGraphQLJSSchema();
  return (text, operationName) => {
    try {
      const asked = operationToFetch(clientSchema, parse(text), operationName);
      if (asked === undefined) return {};
      const operation = operationFromDocument(schema, asked, {
        ...(operationName === null ? {} : { operationName }),
        validate: false,
      });
      const { node } = planner.buildQueryPlan(operation);
      if (node === undefined) return {};
      if (node.kind === 'Subscription') throw new KetenFout('OPERATIE_NIET_ONDERSTEUND');
      return { node: translate(node) };
    } catch (cause) {
      if (cause instanceof KetenFout) throw cause;
      throw new KetenFout('PLAN_MISLUKT', undefined, {}, { cause });
    }
  };
}

function translate(node: ApolloNode): PlanNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map(translate) };
    case 'Flatten':
      return { kind: 'Flatten', path: node.path.map(String), node: translate(node.node) };
    case 'Condition':
      return {
        kind: 'Condition',
        condition: node.condition,
        ...(node.ifClause === undefined ? {} : { ifClause: translate(node.ifClause) }),
        ...(node.elseClause === undefined ? {} : { elseClause: translate(node.elseClause) }),
      };
    case 'Fetch':
      return translateFetch(node);
    case 'Defer':
      throw new KetenFout('OPERATIE_NIET_ONDERSTEUND');
  }
}

function translateFetch(node: ApolloFetch): PlanNode {
  return {
    kind: 'Fetch',
    subgraph: node.serviceName,
    operation: node.operation,
    ...(node.operationName === undefined ? {} : { operationName: node.operationName }),
    operationKind: node.operationKind,
    variableUsages: node.variableUsages ?? [],
    ...(node.requires === undefined ? {} : { requires: node.requires.map(translateSelection) }),
    inputRewrites: (node.inputRewrites ?? []) as readonly Rewrite[],
    outputRewrites: (node.outputRewrites ?? []) as readonly Rewrite[],
  };
}

function translateSelection(selection: ApolloSelection): RequiredSelection {
  if (selection.kind === 'Field') {
    return {
      kind: 'Field',
      name: selection.alias ?? selection.name,
      ...(selection.selections === undefined
        ? {}
        : { selections: selection.selections.map(translateSelection) }),
    };
  }
  return {
    kind: 'InlineFragment',
    ...(selection.typeCondition === undefined ? {} : { typeCondition: selection.typeCondition }),
    selections: selection.selections.map(translateSelection),
  };
}
