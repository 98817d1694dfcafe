import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { maakGraaf } from '../../../schema/lint/graaf.ts';
import { regelPseudoniem } from '../../../schema/lint/regel-pseudoniem.ts';

/** What the rule says of SDLs, the first being that of subgraph `a`: `file:line message`. */
function lint(...sdls: readonly string[]): readonly string[] {
  const bronnen = sdls.map((sdl, index) => {
    const naam = 'abc'.charAt(index);
    return { naam, bestand: `${naam}.graphql`, document: parse(sdl) };
  });
  return regelPseudoniem(maakGraaf(bronnen)).map(
    ({ bestand, regel, melding }) => `${bestand}:${regel} ${melding}`,
  );
}

const KLANT = `type Klant @key(fields: "sleutel") { sleutel: ID! @inaccessible id: ID! @pseudoniem @shareable }`;

describe('an entity with a pseudonym', () => {
  it('is good with a key that nobody sees, and a pseudonym in every subgraph', () => {
    expect(lint(KLANT, `${KLANT} type Query { klant(id: ID! @pseudoniem): Klant }`)).toEqual([]);
  });

  it('may have no key that an asker sees, in any subgraph', () => {
    const open = 'type Klant @key(fields: "sleutel") { sleutel: ID! id: ID! @pseudoniem @shareable }';
    const ander = KLANT.replace('@key', '@key(fields: "id") @key');
    expect(lint(KLANT, open)).toEqual(['b.graphql:1 Klant.sleutel is a key and must be @inaccessible']);
    expect(lint(ander)).toEqual(['a.graphql:1 Klant.id is a key and must be @inaccessible']);
  });

  it('gives its pseudonym in every subgraph, so that no plan needs another call for it', () => {
    const melding = 'Klant has no field @pseudoniem @shareable here';
    expect(lint(KLANT, 'type Klant @key(fields: "sleutel") { sleutel: ID! @inaccessible }')).toEqual([
      `b.graphql:1 ${melding}`,
    ]);
    expect(lint(KLANT.replace('@shareable', ''))).toEqual([`a.graphql:1 ${melding}`]);
  });
});

describe('what names such an entity', () => {
  it.each([
    ['by what it leads to', 'type Query { iemand(id: ID!): Klant }', 'Query.iemand(id)'],
    ['in a list', 'type Query { mensen(id: [ID!]!): [Klant!] }', 'Query.mensen(id)'],
    ['by its name', 'type Query { zaak(klantId: ID!): Int }', 'Query.zaak(klantId)'],
    ['as a text', 'type Query { zaak(klant: String): Int }', 'Query.zaak(klant)'],
    ['in a mutation', 'type Mutation { wijsAf(klant: ID!): Int }', 'Mutation.wijsAf(klant)'],
  ])('as an argument takes a pseudonym: %s', (_, sdl, pad) => {
    expect(lint(KLANT, sdl)).toEqual([`b.graphql:1 ${pad} names a person: take its @pseudoniem`]);
    expect(lint(KLANT, sdl.replace(/(:[^:]*ID!?\]?!?|: String)\)/, '$1 @pseudoniem)'))).toEqual([]);
  });

  it.each([
    ['one', 'type Taak { klantId: ID! }', 'Taak.klantId'],
    ['several', 'type Uitkering { klantIds: [ID!]! }', 'Uitkering.klantIds'],
    ['in the other subgraph', 'type Taak { klantsleutel: String }', 'Taak.klantsleutel'],
  ])('as a field gives a pseudonym: %s', (_, sdl, pad) => {
    expect(lint(KLANT, sdl)).toEqual([`b.graphql:1 ${pad} names a person: give its @pseudoniem`]);
  });

  it('stands in no input object, whose fields are not read as pseudonyms', () => {
    expect(lint(KLANT, 'input Zoekvraag { klant: ID }')).toEqual([
      'b.graphql:1 Zoekvraag.klant names a person: make it an argument',
    ]);
  });

  it('is no other key, no object and no figure', () => {
    const rest =
      'type Query { vacature(id: ID!): Vacature aantal(klanten: Int): Int } type Vacature { id: ID! klanten: Int klant: Klant }';
    expect(lint(KLANT, rest)).toEqual([]);
  });
});
