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
  afnemer: 'keten',
  groepen: { sturing: { sleutels: ['GM0394/consulent', 'GM0629'] } },
  iat: 0,
  exp: 60,
});

/** Asks for `Gemeente.naam`, of which nothing but the row knows the answer. */
function vraagNaam(rij: unknown, groep = 'publiek'): Promise<ExecutionResult> {
  const schema = buildSchema(`
    directive @policy(policies: [[String!]!]!) on FIELD_DEFINITION
    type Query { gemeente: Gemeente @policy(policies: [["publiek"]]) }
    type Gemeente { naam: String @policy(policies: [["${groep}"]]) }`);
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

test.each([
  [
    'its bereiksleutel is in the scope of the group',
    { bereik: ['klant/x', 'GM0394/consulent'] },
    'Haarlemmermeer',
  ],
  ['none of its bereiksleutels is', { bereik: ['GM0394', 'klant/x'] }, null],
  ['it has no bereiksleutel at all', { bereik: [] }, null],
  [
    'only its verantwoordelijke is, and it has bereiksleutels',
    { bereik: [], verantwoordelijke: 'GM0629' },
    null,
  ],
  [
    'it has no bereiksleutels, and its verantwoordelijke is',
    { verantwoordelijke: 'GM0629' },
    'Haarlemmermeer',
  ],
  ['it has no bereiksleutels, and its verantwoordelijke is not', { verantwoordelijke: 'GM0394' }, null],
])('a row is seen as its bereik says when %s', async (_, rij, naam) => {
  expect(await vraagNaam({ naam: 'Haarlemmermeer', ...rij }, 'sturing')).toEqual({
    data: { gemeente: { naam } },
  });
});

test('a bereik that is no list is an error, never a way in', async () => {
  const { data, errors } = await vraagNaam({ naam: 'Haarlemmermeer', bereik: 'GM0629' }, 'sturing');
  expect(data).toEqual({ gemeente: { naam: null } });
  expect(errors).toMatchObject([{ originalError: { code: 'INTERNE_FOUT' } }]);
});
