import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { bouwStand } from '../../gateway/stand.ts';

const federation = (version: string, ...imports: readonly string[]): string =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v${version}", import: ${JSON.stringify(['@key', ...imports])})`;

function compose(...subgraphs: readonly string[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map((typeDefs, index) => ({
      name: `s${index}`,
      url: `http://s${index}.invalid/`,
      typeDefs: parse(typeDefs),
    })),
  );
  if (supergraphSdl === undefined) throw new Error(errors.map(String).join('\n'));
  return supergraphSdl;
}

const load = (supergraph: string) => bouwStand({ supergraph, beleid: undefined });

const context = compose(
  `${federation('2.8', '@context', '@fromContext')}
    type Query { a: T }
    type T @key(fields: "id") @context(name: "c") { id: ID! p: String u: U }
    type U @key(fields: "id") { id: ID! f(x: String @fromContext(field: "$c { p }")): Int }`,
  `${federation('2.8')} type U @key(fields: "id") { id: ID! } type Query { b: Int }`,
);
const override = compose(
  `${federation('2.7', '@override')}
    type Query { a: T }
    type T @key(fields: "id") { id: ID! p: String @override(from: "s1", label: "percent(5)") }`,
  `${federation('2.7')} type T @key(fields: "id") { id: ID! p: String }`,
);
const connectors = compose(
  `${federation('2.10')}
    @link(url: "https://specs.apollo.dev/connect/v0.1", import: ["@connect", "@source"])
    @source(name: "x", http: { baseURL: "http://x.invalid" })
    type Query { a: String @connect(source: "x", http: { GET: "/a" }, selection: "$") }`,
);
const subscriptions = compose(
  `${federation('2.4')} type Query { a: String } type Subscription { changed: String }`,
);
const cacheTag = compose(
  `${federation('2.12', '@cacheTag')} type Query { a: String @cacheTag(format: "x") }`,
);
const plain = compose(`${federation('2.9')} type Query { a: String }`);

describe('a supergraph is refused by name when it uses', () => {
  it.each([
    ['@context and @fromContext', context, ['@context (T)', '@fromContext (U.f)']],
    ['@override with a label', override, ['@override(label:) (T.p']],
    ['connectors', connectors, ['@connect and @source (schema', '@source (schema)', '@connect (Query.a)']],
    ['subscriptions', subscriptions, ['subscriptions (Subscription)']],
    ['a directive newer than Federation 2.9', cacheTag, ['cacheTag', '@federation/cacheTag (Query.a)']],
    [
      'a newer specification of what it knows',
      plain.replace('join/v0.5', 'join/v0.6'),
      ['the specification join v0.6, newer than Federation 2.9 (schema)'],
    ],
    [
      'a newer Federation, passed on for one subgraph',
      plain.replace(
        'schema\n',
        'schema @join__directive(graphs: [S0], name: "link", args: {url: "https://specs.apollo.dev/federation/v2.10"})\n',
      ),
      ['the specification federation v2.10, newer than Federation 2.9 (schema)'],
    ],
  ])('%s', async (_, supergraph, places) => {
    const refused = await load(supergraph).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'SUPERGRAPH_NIET_ONDERSTEUND' });
    for (const place of places) expect((refused as { reden: string }).reden).toContain(place);
  });
});

describe('a supergraph is taken', () => {
  it.each(['2.0', '2.3', '2.5', '2.7', '2.8', '2.9'])('of Federation %s', async (version) => {
    const { schema } = await load(compose(`${federation(version)} type Query { a: String }`));
    expect(schema.getQueryType()?.getFields()).toHaveProperty('a');
  });

  it('of a subgraph that links a newer Federation and uses nothing of it', async () => {
    await expect(load(compose(`${federation('2.13')} type Query { a: String }`))).resolves.toBeDefined();
  });

  it('with @override without a label, and costs', async () => {
    const supergraph = compose(
      `${federation('2.9', '@override', '@cost')}
        type Query { a: T @cost(weight: 3) }
        type T @key(fields: "id") { id: ID! p: String @override(from: "s1") }`,
      `${federation('2.9')} type T @key(fields: "id") { id: ID! p: String }`,
    );
    await expect(load(supergraph)).resolves.toBeDefined();
  });
});
