import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { maakGraaf } from '../../../schema/lint/graaf.ts';
import { regelBetrokkene, regelBsn, regelNergens } from '../../../schema/lint/regel-persoon.ts';

const PERSOONSGROEPEN = new Set([
  'klant.dossier',
  'klant.bsn',
  'vacature.beheer',
  'verantwoording.noodtoegang',
]);
const p = (groep: string): string => `@policy(policies: [["${groep}"]])`;
const D = p('klant.dossier');
const S = p('structuur');

const graafVan = (sdl: string) => maakGraaf([{ naam: 'a', bestand: 'a.graphql', document: parse(sdl) }]);
const meldingen = (gebreken: readonly { readonly melding: string }[]): readonly string[] =>
  gebreken.map(({ melding }) => melding);

describe('a Bsn', () => {
  const bsn = (sdl: string): readonly string[] => meldingen(regelBsn(graafVan(sdl)));

  it('is given and asked by fields of the group klant.bsn', () => {
    expect(bsn(`type Klant { bsn: Bsn ${p('klant.bsn')} }`)).toEqual([]);
    expect(bsn(`type Query { zoek(bsn: Bsn!): ID ${p('klant.bsn')} }`)).toEqual([]);
  });

  it.each([
    ['of another group', `type Klant { bsn: Bsn ${D} }`],
    ['in a list', `type Klant { bsn: [Bsn!]! ${S} }`],
    ['without a group', 'type Klant { bsn: Bsn }'],
    ['asked by a field of another group', `type Klant { bsn(is: Bsn!): ID ${D} }`],
    ['in an input', 'input Klant { bsn: Bsn }'],
    ['in the list of an input', 'input Klant { bsn: [Bsn!] }'],
  ])('is refused %s', (_, sdl) => {
    expect(bsn(sdl)).toEqual([expect.stringMatching(/^Klant\.bsn (has a Bsn|is a Bsn)/)]);
  });
});

describe('a datum about a klant', () => {
  const betrokkene = (sdl: string): readonly string[] =>
    meldingen(regelBetrokkene(graafVan(sdl), PERSOONSGROEPEN));
  const uitkering = (velden: string): string =>
    `type Uitkering @betrokkene(sleutel: "klantId") { ${velden} }`;

  it('stands on a type that says whom it is about', () => {
    expect(betrokkene(uitkering(`leefvorm: String ${D}`))).toEqual([]);
    expect(betrokkene(`type Uitkering { leefvorm: String ${D} }`)).toEqual([
      'Uitkering.leefvorm is about a klant, and no @betrokkene says whom',
    ]);
  });

  it('or on a part of such a type, to which a field of a group about persons leads', () => {
    const deel = `type Blokkade { reden: String ${D} }`;
    expect(betrokkene(`${uitkering(`blokkade: Blokkade ${D}`)} ${deel}`)).toEqual([]);
    expect(betrokkene(`${uitkering(`blokkade: Blokkade ${S}`)} ${deel}`)).toHaveLength(1);
    expect(
      betrokkene(`${uitkering(`blokkade: Blokkade ${D}`)} type Query { blokkade: Blokkade ${D} } ${deel}`),
    ).toHaveLength(1);
    expect(betrokkene(`type Ring { ring: Ring ${D} reden: String ${D} }`)).toHaveLength(1);
  });

  it('is no use of noodtoegang, which is about who asked', () => {
    expect(betrokkene(`type Noodtoegang { tijd: String ${p('verantwoording.noodtoegang')} }`)).toEqual([]);
  });

  it('is no contactpersoon of a werkgever, nor a way to an object that says it itself', () => {
    expect(betrokkene(`type Vacature { naam: String ${p('vacature.beheer')} }`)).toEqual([]);
    expect(betrokkene(`type Query { klant: Uitkering ${D} } ${uitkering(`leefvorm: String ${D}`)}`)).toEqual(
      [],
    );
  });
});

describe('what is in the graph for nobody', () => {
  it.each([
    'type Tipgever { id: ID }',
    'type Signaal { tipgever: String }',
    'type Signaal { soort(vanTipgever: Boolean): String }',
    'enum Soort { OPSPORING }',
    'input Vraag { verdachte: ID }',
  ])('has no name: %s', (sdl) => {
    expect(meldingen(regelNergens(graafVan(sdl)))).toEqual([expect.stringContaining('belongs in no type')]);
  });

  it('but that a case was handed over is a day', () => {
    expect(regelNergens(graafVan('type Onderzoek { overgedragenAanSocialeRecherche: Datum }'))).toEqual([]);
  });
});
