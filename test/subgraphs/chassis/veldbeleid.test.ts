import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { veldbeleidVan } from '../../../subgraphs/chassis/guard/veldbeleid.ts';

const KOP =
  'directive @policy(policies: [[String!]!]!) on FIELD_DEFINITION\ndirective @betrokkene(sleutel: String!) on OBJECT\n';

describe('the policies of a schema', () => {
  test('are read from every field of every type', () => {
    const schema = buildSchema(`${KOP}
      type Query { klant: Klant @policy(policies: [["structuur"]]) }
      type Klant @betrokkene(sleutel: "id") { naam: String @policy(policies: [["klant.identificerend", "klant.dossier"], ["publiek"]]) }`);
    expect(veldbeleidVan(schema).map(({ type, ...beleid }) => ({ type: type.name, ...beleid }))).toEqual([
      { type: 'Query', veld: 'klant', groepen: [['structuur']] },
      {
        type: 'Klant',
        veld: 'naam',
        groepen: [['klant.identificerend', 'klant.dossier'], ['publiek']],
        betrokkene: 'id',
      },
    ]);
  });

  test('leave out a field that is here for another only: its owner guards it', () => {
    const schema = buildSchema(`${KOP} directive @external on FIELD_DEFINITION
      type Query { naam: String @external, klant: String @policy(policies: [["structuur"]]) }`);
    expect(veldbeleidVan(schema).map(({ veld }) => veld)).toEqual(['klant']);
  });

  test.each([
    ['no policy', 'naam: String'],
    ['an empty list', 'naam: String @policy(policies: [])'],
    ['an empty inner list', 'naam: String @policy(policies: [["publiek"], []])'],
    ['a group that does not exist', 'naam: String @policy(policies: [["klant.alles"]])'],
  ])('with a field that has %s stop the start', (_naam, veld) => {
    expect(() => veldbeleidVan(buildSchema(`${KOP} type Query { ${veld} }`))).toThrow(
      expect.objectContaining({ code: 'BESTAND_ONGELDIG', reden: expect.stringContaining('Query.naam') }),
    );
  });
});
