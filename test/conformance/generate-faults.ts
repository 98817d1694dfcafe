import fc from 'fast-check';
import { type GraphQLSchema, isObjectType, Kind } from 'graphql';
import type { ConformanceGraph } from './conformance-graph.ts';
import type { Fault, Faults } from './graph-context.ts';
import { NO_FAULTS } from './faults.ts';
import { ownership } from './ownership.ts';

/** One that the gateway passes on, and one that it does not; a fault without a code is a null. */
const FAULTS: readonly Fault[] = [{ code: 'CURSOR_ONGELDIG' }, { code: 'STUK' }, {}];

/** What may fail in a graph: a subgraph, rows that a subgraph lost, fields of single rows. */
export function faultsOf(graph: ConformanceGraph, schema: GraphQLSchema): fc.Arbitrary<Faults> {
  const fault = fc.constantFrom(...FAULTS);
  const someOf = (all: readonly string[]): fc.Arbitrary<ReadonlyMap<string, Fault>> =>
    fc
      .array(fc.tuple(fc.constantFrom(...all), fault), { minLength: 1, maxLength: 6 })
      .map((entries) => new Map(entries));
  const ids = Object.values(graph.rows).flat();
  const choices = [someOf(failingFields(graph, schema)).map((fields): Faults => ({ ...NO_FAULTS, fields }))];
  if (graph.away.length > 0) {
    const lost = graph.away.flatMap((subgraph) => ids.map((id) => `${subgraph}#${id}`));
    // A row that its subgraph does not know, without an error, has no value at all to give to who requires one.
    const gone = fc
      .tuple(fc.constantFrom(...lost), fault)
      .filter(([at, { code }]) => code !== undefined || !isRequired(graph, at));
    choices.push(
      fc.constantFrom(...graph.away).map((away): Faults => ({ ...NO_FAULTS, away })),
      fc
        .array(gone, { minLength: 1, maxLength: 6 })
        .map((entries): Faults => ({ ...NO_FAULTS, gone: new Map(entries) })),
    );
  }
  return fc.oneof(...choices);
}

/** Whether others require fields of the subgraph in `subgraph#id`. */
function isRequired({ subgraphs }: ConformanceGraph, at: string): boolean {
  const [subgraph = ''] = at.split('#');
  const required = new Set(
    subgraphs
      .flatMap(({ typeDefs }) => ownership(typeDefs))
      .flatMap(({ requires }) => requires?.selections ?? [])
      .map((node) => (node.kind === Kind.FIELD ? node.name.value : '')),
  );
  const own = ownership(subgraphs.find(({ name }) => name === subgraph)?.typeDefs ?? '');
  return own.some(({ field, isExternal }) => !isExternal && required.has(field));
}

/** All fields of all rows, and root fields; keys never fail, since then nobody could say of whom one speaks. */
function failingFields(graph: ConformanceGraph, schema: GraphQLSchema): readonly string[] {
  const keys = new Set(
    graph.subgraphs
      .flatMap(({ typeDefs }) => ownership(typeDefs))
      .filter(({ isKey }) => isKey)
      .map(({ field }) => field),
  );
  const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) => type?.name ?? []);
  const rows = [...Object.entries(graph.rows), ...roots.map((name) => [name, ['']] as const)];
  return rows.flatMap(([name, ids]) => {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new Error(`${name} is no object type`);
    const fields = Object.keys(type.getFields()).filter((field) => !keys.has(field));
    return ids.flatMap((id) => fields.map((field) => `${field}#${id}`));
  });
}
