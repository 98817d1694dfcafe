import { buildSchema, visit } from 'graphql';
import type { ConformanceGraph } from './conformance-graph.ts';
import type { Asked } from './federated.ts';
import type { GeneratedOperation } from './generate-operation.ts';
import { compositeKeys } from './supergraphs/composite-keys.ts';
import { interfaceObject } from './supergraphs/interface-object.ts';
import { requiresArguments } from './supergraphs/requires-arguments.ts';

/** Where stock @apollo/gateway answers otherwise, and one schema over the same data answers as we do. */
export interface KnownDifference {
  readonly name: string;
  readonly graph: ConformanceGraph;
  readonly example: Asked;
  /** Whether an operation on a graph may meet it. */
  readonly matches: (graph: ConformanceGraph, operation: GeneratedOperation) => boolean;
}

/** The differences that the comparison with @apollo/gateway leaves out; docs/planners.md has the reasons. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    name: 'an alias that is the name of another field',
    graph: compositeKeys,
    example: { query: '{ desks { org: nr open } }', variables: {} },
    matches: (graph, { document }) => {
      const names = fieldNames(graph);
      let isFound = false;
      visit(document, {
        Field({ alias, name }) {
          isFound ||= alias !== undefined && alias.value !== name.value && names.has(alias.value);
        },
      });
      return isFound;
    },
  },
  {
    name: 'a field that another requires with other arguments',
    graph: requiresArguments,
    example: { query: '{ products { price tax } }', variables: {} },
    matches: (graph, { query }) => graph === requiresArguments && /\bprice\b/.test(query),
  },
  {
    name: 'an @interfaceObject and a fragment on one of the types',
    graph: interfaceObject,
    example: { query: '{ media { title ... on Book { verdict } } }', variables: {} },
    matches: (graph, { query }) => graph === interfaceObject && /\bon (Book|Film)\b/.test(query),
  },
];

/** Whether an operation may be answered differently by @apollo/gateway. */
export function mayDiffer(graph: ConformanceGraph, operation: GeneratedOperation): boolean {
  return knownDifferences.some(({ matches }) => matches(graph, operation));
}

function fieldNames({ api }: ConformanceGraph): ReadonlySet<string> {
  const types = Object.values(buildSchema(api).getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  return new Set(types.flatMap((type) => ('getFields' in type ? Object.keys(type.getFields()) : [])));
}
