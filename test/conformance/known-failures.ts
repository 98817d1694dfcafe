import {
  buildSchema,
  type DocumentNode,
  type FieldNode,
  type InlineFragmentNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { operationToFetch } from '../../gateway/planning/operation-to-fetch.ts';
import type { PlannerName } from '../../gateway/planning/choose-planner.ts';
import type { ConformanceGraph } from './conformance-graph.ts';
import type { Faults } from './graph-context.ts';
import { NO_FAULTS } from './faults.ts';
import type { Asked } from './federated.ts';
import type { GeneratedOperation } from './generate-operation.ts';
import { interfaceObject } from './supergraphs/interface-object.ts';
import { interfaces } from './supergraphs/interfaces.ts';
import { mutations } from './supergraphs/mutations.ts';

/** A fault of a planner that we know of and cannot work around; docs/planners.md explains each. */
export interface KnownFailure {
  readonly name: string;
  /** The planners that have it. */
  readonly planners: readonly PlannerName[];
  readonly graph: ConformanceGraph;
  /** The plainest operation that shows it, and what must fail for it to show. */
  readonly example: Asked & { readonly faults?: Faults };
  /** Whether an operation on the graph may meet it. */
  readonly matches: (operation: GeneratedOperation) => boolean;
}

const OF_INTERFACE_OBJECT: ReadonlySet<string> = new Set(['reviews', 'score', 'verdict']);
const NOT_NULL: ReadonlySet<string> = new Set(['friends', 'pets']);

/** The faults of planners that the comparisons leave out. */
export const knownFailures: readonly KnownFailure[] = [
  {
    name: 'a field that @requires, of an @interfaceObject, in a fragment on one of the types',
    planners: ['apollo'],
    graph: interfaceObject,
    example: { query: '{ media { title ... on Book { verdict } } }', variables: {} },
    matches: ({ document }) =>
      hasField(
        document,
        interfaceObject,
        ({ name, type }) => type !== 'Media' && OF_INTERFACE_OBJECT.has(name),
      ),
  },
  {
    name: 'what a mutation reaches in another subgraph is read when the next has run',
    planners: ['hive', 'apollo'],
    graph: mutations,
    example: {
      query: 'mutation { deposit(account: "a1") { account { notes } } close(account: "a1") }',
      variables: {},
    },
    matches: ({ query }) => query.startsWith('mutation') && /\bnotes\b/.test(query),
  },
  {
    name: 'a condition on a field of an interface holds for one of its types only',
    planners: ['hive'],
    graph: interfaces,
    example: {
      query:
        'query Q($a: Boolean!) { heaviest { name friends @include(if: $a) { id ... on Cat { lives } } ... on Cat { id } } }',
      variables: { a: false },
      faults: { ...NO_FAULTS, fields: new Map([['friends#d1', { code: 'STUK' }]]) },
    },
    matches: ({ document }) =>
      hasField(document, interfaces, ({ name, isConditional }) => isConditional && NOT_NULL.has(name)),
  },
  {
    name: 'conditions of one kind within each other in a fragment, near an @interfaceObject',
    planners: ['hive'],
    graph: interfaceObject,
    example: {
      query:
        'query Q($a: Boolean!, $b: Boolean!) { media { ... on Book @include(if: $a) { pages @include(if: $b) } } }',
      variables: { a: true, b: true },
    },
    matches: ({ document }) =>
      hasField(document, interfaceObject, ({ isConditional, isInFragment }) => isConditional && isInFragment),
  },
];

/** Whether an operation may meet a fault that is known of the planner. */
export function mayFail(
  planner: PlannerName,
  graph: ConformanceGraph,
  operation: GeneratedOperation,
): boolean {
  return knownFailures.some(
    (known) => known.planners.includes(planner) && known.graph === graph && known.matches(operation),
  );
}

/** A field of an operation as planners get it. */
interface PlannedField {
  readonly name: string;
  readonly type: string | undefined;
  readonly isConditional: boolean;
  readonly isInFragment: boolean;
}

function hasField(
  document: DocumentNode,
  { api }: ConformanceGraph,
  isMeant: (field: PlannedField) => boolean,
): boolean {
  const schema = buildSchema(api);
  const plain = operationToFetch(schema, document, 'Q');
  const typeInfo = new TypeInfo(schema);
  let isFound = false;
  let conditions = 0;
  let fragments = 0;
  const conditional = (node: FieldNode | InlineFragmentNode): number =>
    (node.directives ?? []).length > 0 ? 1 : 0;
  const visitor = visitWithTypeInfo(typeInfo, {
    InlineFragment: {
      enter(node) {
        fragments += 1;
        conditions += conditional(node);
      },
      leave(node) {
        fragments -= 1;
        conditions -= conditional(node);
      },
    },
    Field(node) {
      isFound ||= isMeant({
        name: node.name.value,
        type: typeInfo.getParentType()?.name,
        isConditional: conditions + conditional(node) > 0,
        isInFragment: fragments > 0,
      });
    },
  });
  if (plain !== undefined) visit(plain, visitor);
  return isFound;
}
