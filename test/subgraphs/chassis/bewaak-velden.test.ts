import { buildSchema, type ExecutionResult, graphql } from 'graphql';
import { expect, test } from 'vitest';
import { KETENTOKEN_ISSUER } from '../../../schema/keten/ketentoken.ts';
import { bewaakVelden } from '../../../subgraphs/chassis/guard/bewaak-velden.ts';
import { toegangVan } from '../../../subgraphs/chassis/guard/toegang.ts';

const TOEGANG = toegangVan({
  iss: KETENTOKEN_ISSUER,
  aud: 'subgraph',
  sub: 'consulent',
  organisatie: 'GM0394',
  groepen: {},
  iat: 0,
  exp: 60,
});

/** Asks for `Gemeente.naam`, of which nothing but the row knows the answer. */
function vraagNaam(rij: unknown): Promise<ExecutionResult> {
  const schema = buildSchema(`
    directive @policy(policies: [[String!]!]!) on FIELD_DEFINITION
    type Query { gemeente: Gemeente @policy(policies: [["publiek"]]) }
    type Gemeente { naam: String @policy(policies: [["publiek"]]) }`);
  bewaakVelden(schema);
  return graphql({
    schema,
    source: '{ gemeente { naam } }',
    rootValue: { gemeente: rij },
    contextValue: { toegang: TOEGANG },
  });
}

test('a field that neither a resolver nor the row answers is an error and not null', async () => {
  const { data, errors } = await vraagNaam({ code: 'GM0394' });
  expect(data).toEqual({ gemeente: { naam: null } });
  expect(errors).toMatchObject([
    {
      path: ['gemeente', 'naam'],
      originalError: { code: 'INTERNE_FOUT', details: { veld: 'Gemeente.naam' } },
    },
  ]);
});

test('a row that says that it has no value is believed', async () => {
  expect(await vraagNaam({ naam: null })).toEqual({ data: { gemeente: { naam: null } } });
});
