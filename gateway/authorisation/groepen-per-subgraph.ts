import {
  type ConstDirectiveNode,
  type DocumentNode,
  Kind,
  type ObjectTypeDefinitionNode,
  valueFromASTUntyped,
} from 'graphql';
import type { Beleidseisen } from './beleidseis.ts';

/** The data groups of the fields that a subgraph resolves, by the name of the subgraph. */
export type GroepenPerSubgraph = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Which data groups each subgraph serves, from where the supergraph says its fields are resolved. A subgraph is told
 * of these groups only: what is asked of another organisation is not its business.
 */
export function groepenPerSubgraph(supergraph: DocumentNode, eisen: Beleidseisen): GroepenPerSubgraph {
  const names = subgraphNames(supergraph);
  const groepen = new Map<string, Set<string>>([...names.values()].map((name) => [name, new Set<string>()]));
  for (const node of supergraph.definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const field of node.fields ?? []) {
      const eis = eisen.get(`${node.name.value}.${field.name.value}`) ?? [];
      for (const graph of graphsOf(node, field.directives ?? [])) {
        for (const groep of eis.flat()) groepen.get(names.get(graph) ?? '')?.add(groep);
      }
    }
  }
  return groepen;
}

/** The names of the subgraphs by the value of the enum `join__Graph`. */
function subgraphNames({ definitions }: DocumentNode): ReadonlyMap<string, string> {
  const graphs = definitions.find(
    (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph',
  );
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION) return new Map();
  return new Map(
    (graphs.values ?? []).map((value) => {
      const [join] = named(value.directives ?? [], 'join__graph');
      return [value.name.value, String(join === undefined ? '' : argument(join, 'name'))];
    }),
  );
}

/** Where a field is resolved: where `@join__field` says so, and without it wherever its type is. */
function graphsOf(
  type: ObjectTypeDefinitionNode,
  directives: readonly ConstDirectiveNode[],
): readonly string[] {
  const fields = named(directives, 'join__field').filter((join) => argument(join, 'external') !== true);
  const joins = fields.length > 0 ? fields : named(type.directives ?? [], 'join__type');
  return joins.map((join) => String(argument(join, 'graph')));
}

function named(directives: readonly ConstDirectiveNode[], name: string): readonly ConstDirectiveNode[] {
  return directives.filter((each) => each.name.value === name);
}

function argument(directive: ConstDirectiveNode, name: string): unknown {
  const value = directive.arguments?.find((each) => each.name.value === name)?.value;
  return value === undefined ? undefined : valueFromASTUntyped(value);
}
