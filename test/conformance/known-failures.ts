import { buildSchema, type DocumentNode, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { operationToFetch } from '../../gateway/planning/operation-to-fetch.ts';
import type { PlannerName } from '../../gateway/planning/choose-planner.ts';
import type { ConformanceGraph } from './conformance-graph.ts';
import { type Faults, NO_FAULTS } from './faults.ts';
import type { Asked } from './federated.ts';
import type { GeneratedOperation } from './generate-operation.ts';
import { interfaceObject } from './supergraphs/interface-object.ts';
import { interfaces } from './supergraphs/interfaces.ts';
import { mutations } from './supergraphs/mutations.ts';

/** A fault of a planner that we know of and cannot work around; docs/planners.md explains each. */
export interface KnownFailure {
  readonly name: string;
  readonly planner: PlannerName;
  readonly graph: ConformanceGraph;
  /** The plainest operation that shows it, and what must fail for it to show. */
  readonly example: Asked & { readonly faults?: Faults };
  /** Whether an operation on the graph may meet it. */
  readonly matches: (operation: GeneratedOperation) => boolean;
}

const schema = buildSchema(interfaceObject.api);
const OF_INTERFACE_OBJECT: ReadonlySet<string> = new Set(['reviews', 'score', 'verdict']);

/** The faults of planners that the comparisons leave out. */
export const knownFailures: readonly KnownFailure[] = [
  {
    name: 'a field that @requires, of an @interfaceObject, in a fragment on one of the types',
    planner: 'apollo',
    graph: interfaceObject,
    example: { query: '{ media { title ... on Book { verdict } } }', variables: {} },
    matches: ({ document }) => {
      const typeInfo = new TypeInfo(schema);
      let isFound = false;
      const visitor = visitWithTypeInfo(typeInfo, {
        Field({ name }) {
          const type = typeInfo.getParentType()?.name;
          isFound ||= (type === 'Book' || type === 'Film') && OF_INTERFACE_OBJECT.has(name.value);
        },
      });
      visit(document, visitor);
      return isFound;
    },
  },
  {
    name: 'what a mutation reaches in another subgraph is read beside the next mutation',
    planner: 'hive',
    graph: mutations,
    example: {
      query: 'mutation { deposit(account: "a1") { account { notes } } audit(text: "x") { log } }',
      variables: {},
    },
    matches: ({ query }) => query.startsWith('mutation') && /\bnotes\b/.test(query),
  },
  {
    name: 'a condition on a field of an interface holds for one of its types only',
    planner: 'hive',
    graph: interfaces,
    example: {
      query:
        'query Q($a: Boolean!) { heaviest { name friends @include(if: $a) { id ... on Cat { lives } } ... on Cat { id } } }',
      variables: { a: false },
      faults: { ...NO_FAULTS, fields: new Map([['friends#d1', { code: 'STUK' }]]) },
    },
    matches: ({ document }) => hasCondition(document, new Set(['friends', 'pets'])),
  },
];

/** Whether an operation may meet a fault that is known of the planner. */
export function mayFail(
  planner: PlannerName,
  graph: ConformanceGraph,
  operation: GeneratedOperation,
): boolean {
  return knownFailures.some(
    (known) => known.planner === planner && known.graph === graph && known.matches(operation),
  );
}

/** Whether one of these fields has a condition, of its own or from a fragment around it. */
function hasCondition(document: DocumentNode, names: ReadonlySet<string>): boolean {
  const plain = operationToFetch(buildSchema(interfaces.api), document, 'Q');
  let isFound = false;
  if (plain === undefined) return false;
  visit(plain, {
    Field({ name, directives = [] }) {
      isFound ||= directives.length > 0 && names.has(name.value);
    },
  });
  return isFound;
}
