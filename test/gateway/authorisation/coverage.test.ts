import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { leesBeleidseisen } from '../../../gateway/authorisation/beleidseis.ts';
import { coverage } from '../../../gateway/authorisation/coverage.ts';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import { graphInProcess } from '../graph-in-process.ts';
import { bookshop } from '../execution/bookshop.ts';

const { schema } = (await graphInProcess(bookshop)).stand;

function velden(query: string, name?: string): readonly string[] {
  const document = parse(query);
  const operation = getOperationAST(document, name);
  if (!operation) throw new Error('no operation');
  return coverage(schema, document, operation, new Map())
    .map(({ veld }) => veld)
    .toSorted();
}

describe('coverage', () => {
  it('counts a field of an interface for every type it can be', () => {
    expect(velden('{ things { id } }')).toEqual(['Product.id', 'Query.things', 'Voucher.id']);
  });

  it('counts fields behind aliases, fragments, spreads and conditions, each once', () => {
    const query = `query ($no: Boolean = false) { a: product(id: 1) { x: name ...F } b: product(id: 2) { ... on Thing { id } ... @include(if: $no) { price } } }
      fragment F on Product { reviews { ...G } } fragment G on Review { body author { name } }`;
    expect(velden(query)).toEqual([
      'Product.id',
      'Product.name',
      'Product.price',
      'Product.reviews',
      'Query.product',
      'Review.author',
      'Review.body',
      'User.name',
      'Voucher.id',
    ]);
  });

  it('leaves out __typename, and what only another operation of the document reaches', () => {
    const query =
      'query A { products { __typename } } query B { products { ...F } } fragment F on Product { name }';
    expect(velden(query, 'A')).toEqual(['Query.products']);
    expect(velden(query, 'B')).toEqual(['Product.name', 'Query.products']);
  });

  it('counts a field asked of a union for the type it is asked of, whatever the conditions say', () => {
    const toy = buildSchema(`
      type Query { either: Either! thing: Thing }
      union Either = A | B
      interface Thing { id: ID }
      type A implements Thing { id: ID secret: Int }
      type B implements Thing { id: ID other: Int }
    `);
    const query = `query ($no: Boolean!) {
      either { __typename ... on A @skip(if: true) { x: secret } ... on Thing @include(if: $no) { id ...F } }
    } fragment F on B { other @include(if: false) }`;
    const document = parse(query);
    expect(validate(toy, document)).toEqual([]);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('no operation');
    const found = coverage(toy, document, operation, new Map()).map(({ veld }) => veld);
    expect(found.toSorted()).toEqual(['A.id', 'A.secret', 'B.id', 'B.other', 'Query.either']);
  });

  it('comes to an end where a fragment goes round, which validation refuses', () => {
    const query =
      '{ product(id: 1) { ...F } } fragment F on Product { name ...G } fragment G on Product { ...F price }';
    expect(validate(schema, parse(query))).not.toEqual([]);
    expect(velden(query)).toEqual(['Product.name', 'Product.price', 'Query.product']);
  });

  it('counts questions about the schema', () => {
    expect(velden('{ __schema { types { name } } __typename }')).toEqual(['__schema']);
  });
});

describe('the policies of a supergraph', () => {
  const supergraph = (links: string, types: string): ReturnType<typeof parse> =>
    parse(`schema @link(url: "https://specs.apollo.dev/link/v1.0") ${links} { query: Query } ${types}`);

  it('are found under another name as well', () => {
    const eisen = leesBeleidseisen(
      supergraph(
        '@link(url: "https://specs.apollo.dev/policy/v0.1", as: "beleid", for: SECURITY)',
        'type Query { a: Int @beleid(policies: [["x", "y"]]) b: Int }',
      ),
    );
    expect([...eisen]).toEqual([['Query.a', [['x', 'y']]]]);
  });

  it.each([
    [
      '@requiresScopes',
      '@link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY)',
      'type Query { a: Int }',
    ],
    ['a policy on a type', '', 'type Query @policy(policies: [["x"]]) { a: Int }'],
    [
      'a policy on an interface field',
      '',
      'interface I { a: Int @policy(policies: [["x"]]) } type Query { a: Int }',
    ],
    ['a policy on a scalar', '', 'scalar S @policy(policies: [["x"]]) type Query { a: S }'],
  ])('are refused with %s, which we would not enforce', (_, links, types) => {
    expect(() => leesBeleidseisen(supergraph(links, types))).toThrow(KetenFout);
  });
});
