import { buildSchema, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { operationToFetch } from '../../../gateway/planning/operation-to-fetch.ts';

const schema = buildSchema(`
  type Query { thing: Thing things: [Thing] book: Book }
  interface Thing { id: ID! owner(n: Int): Book }
  type Book implements Thing { id: ID! owner(n: Int): Book pages: Int }
  type Film implements Thing { id: ID! owner(n: Int): Book }
`);

const plain = (query: string): string | undefined => {
  const document = operationToFetch(schema, parse(query), null);
  return document === undefined ? undefined : print(document).replaceAll(/\s+/g, ' ');
};

describe('the operation that a planner gets', () => {
  it.each([
    [
      'fragments are written out',
      '{ book { ...A ... { id } } } fragment A on Book { ...B } fragment B on Thing { id owner { pages } }',
      '{ book { id owner { pages } } }',
    ],
    [
      'a fragment on a type that no object there can have is left out',
      '{ thing { ... on Film { ... on Thing { ... on Book { pages } id } } } }',
      '{ thing { __typename ... on Film { id } } }',
    ],
    [
      'a literal condition is decided',
      '{ book { id @skip(if: false) pages @include(if: false) ... @include(if: true) { owner { id } } } }',
      '{ book { id owner { id } } }',
    ],
    [
      'a condition that one above has decided is decided too',
      'query ($a: Boolean!) { book @include(if: $a) { id @include(if: $a) pages @skip(if: $a) } }',
      'query ($a: Boolean!) { book @include(if: $a) { id } }',
    ],
    [
      'an object of which nothing can take part is asked all the same',
      'query ($a: Boolean!) { book @skip(if: $a) { pages @include(if: $a) } }',
      'query ($a: Boolean!) { book @skip(if: $a) { __typename } }',
    ],
    [
      'the conditions of a fragment stand on its fields',
      'query ($a: Boolean!, $b: Boolean!) { book { ... @include(if: $a) { id pages @skip(if: $b) ... on Thing { owner { id } } } } }',
      'query ($a: Boolean!, $b: Boolean!) { book { id @include(if: $a) pages @skip(if: $b) @include(if: $a) owner @include(if: $a) { id } } }',
    ],
    [
      'of two conditions of one kind the outer is left out, where the field may be null',
      'query ($a: Boolean!, $b: Boolean!) { book { ... @include(if: $a) { pages @include(if: $b) id @include(if: $b) } } }',
      'query ($a: Boolean!, $b: Boolean!) { book { pages @include(if: $b) ... on Book @include(if: $a) { id @include(if: $b) } } }',
    ],
    [
      'what is asked twice is asked once, with all that is asked of it',
      '{ book { id id: id id } book { pages a: owner(n: 1) { id } a: owner(n: 1) { pages } } }',
      '{ book { id pages a: owner(n: 1) { id pages } } }',
    ],
    [
      'an interface is asked for its type',
      '{ things { id a: __typename } }',
      '{ things { __typename id a: __typename } }',
    ],
    [
      'what the gateway answers itself is left out',
      '{ __typename ... { __schema { queryType { name } } } book { __typename } }',
      '{ book { __typename } }',
    ],
  ])('is plain: %s', (_, query, expected) => {
    expect(plain(query)).toBe(expected);
  });

  it('is none when nothing is left to fetch', () => {
    expect(plain('{ __typename ... @skip(if: true) { book { id } } }')).toBeUndefined();
  });
});
