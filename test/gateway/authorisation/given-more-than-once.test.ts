import fc from 'fast-check';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { givenMoreThanOnce } from '../../../gateway/authorisation/given-more-than-once.ts';

const schema = buildSchema(`
  type Query { one(id: ID): Person all: [Person!]! page: Page! any: Anyone anyOne: Either }
  interface Anyone { partner: Person }
  union Either = Person | Company
  type Company { owner: Person }
  type Page { edges: [Edge!] }
  type Edge { node: Person! }
  type Person implements Anyone { secret: String secrets: [String!] name: String partner: Person children: [Person!] }
`);

function givenMore(query: string): readonly string[] {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  const guarded = new Set(['Person.secret', 'Person.secrets']);
  return [...givenMoreThanOnce(schema, document, operation, (veld) => guarded.has(veld))].toSorted();
}

describe('a guarded field is given more than once', () => {
  it.each([
    ['below a list', '{ all { secret } }'],
    ['below a connection', '{ page { edges { node { secret } } } }'],
    ['below a list that stands lower', '{ one { children { secret } } }'],
    ['below a list that stands higher', '{ all { partner { secret } } }'],
    ['under two aliases', '{ a: one(id: 1) { secret } b: one(id: 2) { secret } }'],
    ['at two depths', '{ one { secret partner { secret } } }'],
    ['by a fragment at two places', '{ one { ...F partner { ...F } } } fragment F on Person { secret }'],
    ['by a fragment in a list', '{ all { ...F } } fragment F on Person { x: secret }'],
    ['behind an inline fragment and a condition', '{ all { ... @include(if: false) { secret } } }'],
    ['behind a union', '{ one { secret } anyOne { ... on Company { owner { secret } } } }'],
    ['behind an interface', '{ one { secret } any { partner { secret } } }'],
  ])('%s', (_, query) => {
    expect(givenMore(query)).toEqual(['Person.secret']);
  });

  it('when it is a list itself', () => {
    expect(givenMore('{ one { secrets } }')).toEqual(['Person.secrets']);
  });
});

describe('a guarded field is given once', () => {
  it.each([
    ['below single objects', '{ one { partner { secret } } }'],
    ['beside a list that does not reach it', '{ one { secret children { name } } all { name } }'],
    [
      'asked twice at one place',
      '{ one { secret secret ...F } one { ...F } } fragment F on Person { secret }',
    ],
    [
      'for either of the types of one place',
      '{ any { ... on Person { secret } ... on Anyone { ... on Person { secret } } } }',
    ],
  ])('%s', (_, query) => {
    expect(givenMore(query)).toEqual([]);
  });

  it('and a document without it has nothing to say', () => {
    expect(givenMore('{ all { name children { name } } }')).toEqual([]);
  });
});

it('finds the second place wherever two different paths lead to it', () => {
  const step = fc.constantFrom('partner', 'a: partner', 'b: partner');
  const path = fc.array(step, { maxLength: 5 });
  const asked = (steps: readonly string[]): string =>
    steps.reduceRight((below, each) => `${each} { ${below} }`, 'secret');
  fc.assert(
    fc.property(path, path, (een, ander) => {
      const more = een.join() === ander.join() ? [] : ['Person.secret'];
      expect(givenMore(`{ one { ${asked(een)} ${asked(ander)} } }`)).toEqual(more);
    }),
  );
});

it('costs a document whose fragments double at every level no more than its length', () => {
  const levels = Array.from(
    { length: 60 },
    (_, at) => `fragment F${at} on Person { a: partner { ...F${at + 1} } b: partner { ...F${at + 1} } }`,
  );
  expect(givenMore(`{ one { ...F0 } } ${levels.join(' ')} fragment F60 on Person { secret }`)).toEqual([
    'Person.secret',
  ]);
  expect(givenMore(`{ one { ...F0 } } ${levels.join(' ')} fragment F60 on Person { name }`)).toEqual([]);
});
