import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ONGEZIEN } from '../../../schema/dossiers/trajecten.ts';
import { trajecten } from '../../../subgraphs/trajecten/trajecten.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';

let database: Testdatabase;
let subgraph: Testsubgraph;
beforeAll(async () => {
  database = await maakDatabase('keten_gevuld');
  subgraph = await beginSubgraph(trajecten, database);
});
afterAll(async () => {
  await subgraph.stop();
  await database.weg();
});

/** A percentage as answered. */
interface Percentage {
  readonly waarde: number;
  readonly noemer: string;
  readonly bronsoort: string;
  readonly vindplaats: { readonly document: string; readonly regel: number } | null;
}

interface Resultaat {
  readonly programma: { readonly code: string; readonly naam: string };
  readonly uitkomsten: readonly {
    readonly uitkomst: string;
    readonly aandeel: { readonly gedrukt: Percentage; readonly dossiers: Percentage };
  }[];
  readonly naarWerkVanAangemelden: { readonly gedrukt: Percentage; readonly dossiers: Percentage };
}

async function resultaten(gemeente: string): Promise<readonly Resultaat[]> {
  const { data, errors } = await subgraph.vraag({
    query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Gemeente { programmaresultaten {
      programma { code naam }
      uitkomsten { uitkomst aandeel { ...Paar } }
      naarWerkVanAangemelden { ...Paar } } } } }
      fragment Paar on Percentagepaar { gedrukt { ...Deel } dossiers { ...Deel } }
      fragment Deel on Percentagecijfer { waarde noemer bronsoort vindplaats { document regel } }`,
    variables: { r: [{ __typename: 'Gemeente', code: gemeente }] },
    groepen: { sturing: [gemeente] },
  });
  expect(errors).toBeUndefined();
  const [antwoord] = data?.['_entities'] as readonly { readonly programmaresultaten: readonly Resultaat[] }[];
  return antwoord?.programmaresultaten ?? [];
}

describe('WerkStroom', () => {
  test('led to 42, 9, 32 and 17 percent (000, lines 114-117), and the dossiers say the same', async () => {
    const [werkstroom, ...meer] = await resultaten('GM0394');
    expect(meer).toEqual([]);
    expect(werkstroom?.programma).toEqual({ code: 'WERKSTROOM', naam: 'WerkStroom' });
    expect(
      werkstroom?.uitkomsten.map(({ uitkomst, aandeel: { gedrukt, dossiers } }) => [
        uitkomst,
        gedrukt.waarde,
        gedrukt.vindplaats?.regel,
        dossiers.waarde,
      ]),
    ).toEqual([
      ['WERK', 42, 114, 42],
      ['PASSEND_TRAJECT', 9, 115, 9],
      ['ANDER_ADVIES', 32, 115, 32],
      ['GEEN_RECHT_OF_AFGEZIEN', 17, 117, 17],
    ]);
  });

  test('sent 37,5 percent of whom was aangemeld to work (000, line 292), which is not 42 percent of the deelnemers', async () => {
    const [werkstroom] = await resultaten('GM0394');
    expect(werkstroom?.naarWerkVanAangemelden).toEqual({
      gedrukt: {
        waarde: 37.5,
        noemer: 'aangemelde klanten',
        bronsoort: 'GEDRUKT',
        vindplaats: { document: '000', regel: 292 },
      },
      dossiers: { waarde: 37.5, noemer: 'aangemelde klanten', bronsoort: 'SYNTHETISCH', vindplaats: null },
    });
    expect(werkstroom?.uitkomsten[0]?.aandeel.dossiers.noemer).toBe('deelnemers');
  });
});

test('of the three gemeenten nothing is printed, so their results are not told: a part may be one person', async () => {
  for (const gemeente of ['GM0626', 'GM0629', 'GM1916']) {
    const alle = await resultaten(gemeente);
    expect(alle.map(({ programma }) => programma.code)).toEqual(['LEERWERK', 'PARTICIPATIE', 'SOLLICITATIE']);
    const paren = alle.flatMap(({ uitkomsten, naarWerkVanAangemelden }) => [
      ...uitkomsten.map(({ aandeel }) => aandeel),
      naarWerkVanAangemelden,
    ]);
    for (const { gedrukt, dossiers } of paren)
      expect([gedrukt.waarde, dossiers.waarde, dossiers.bronsoort]).toEqual([null, null, 'SYNTHETISCH']);
  }
});

test('what is counted and what runs is what a recount of the dossiers gives', async () => {
  expect(
    await database.sql(
      'trajecten',
      `select gemeente, programma, uitkomst, aantal::int from programmauitkomst
       except
       select verantwoordelijke, programma, uitkomst, count(*)::int from (
         select verantwoordelijke, programma, '' as uitkomst from traject
         union all
         select verantwoordelijke, programma, coalesce(uitkomst, 'ANDER_ADVIES') from traject where begin is not null
       ) as t where programma is not null group by 1, 2, 3`,
    ),
  ).toEqual([]);
  const ongezien = await database.sql(
    'trajecten',
    `select sleutel, klant_id from ongezien where knoop = any (knopen_op('2013-04-02')) order by 1, 2`,
  );
  expect(ongezien.length).toBeGreaterThan(0);
  expect(ongezien).toEqual(
    await database.sql(
      'trajecten',
      `with lopend as (
         select klant_id, begin as van, einde as tot from traject where status = 'LOPEND'
         union all
         select klant_id, datum_start, datum_einde from voorziening where soort in ('LOONKOSTENSUBSIDIE', 'DEELTIJDWERK')
       )
       select distinct sleutel, klant_id
       from klantbereik b
       join klantsleutel s using (klant_id, verantwoordelijke)
       where sleutel not like 'klant/%' and sleutel not like 'partij/%'
         and s.geldig_van <= '2013-04-02' and (s.geldig_tot is null or s.geldig_tot > '2013-04-02')
         and b.geldig_van <= '2013-04-02' and (b.geldig_tot is null or b.geldig_tot > '2013-04-02')
         and not exists (
           select from lopend l
           where l.klant_id in (b.klant_id, b.partner_id) and l.van <= '2013-04-02' and (l.tot is null or l.tot >= '2013-04-02')
         )
       order by 1, 2`,
    ),
  );
});

describe('the caseload of consulent-lv', () => {
  const klant = (nummer: string): string => `5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d${nummer}`;

  async function ongezien(): Promise<readonly string[]> {
    const sleutels = ['GM0626/consulent-lv', 'GM0629/consulent-lv', 'GM1916/consulent-lv'];
    const { data } = await subgraph.vraag({
      query: '{ ongezien(first: 100) { edges { node { klant { id: sleutel } } } } }',
      groepen: { traject: sleutels },
    });
    const { edges } = data?.['ongezien'] as { edges: { node: { klant: { id: string } } }[] };
    return edges.map(({ node }) => node.klant.id);
  }

  test('has as many unseen as the dossiers were made with; who is alone without anything, or had a traject, is among them', async () => {
    expect(await ongezien()).toHaveLength(ONGEZIEN);
    expect(await ongezien()).toEqual(expect.arrayContaining([klant('010d'), klant('010f')]));
  });

  test('has nobody who works part-time, whose partner has a traject, or who is out of reach, among them', async () => {
    const gezien = new Set(await ongezien());
    const anderen = ['0101', '010b', '010c', '010e', '0106', '0107', '0108'].map(klant);
    expect(anderen.filter((id) => gezien.has(id))).toEqual([]);
  });
});
