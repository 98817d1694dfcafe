import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { klanten } from '../../../subgraphs/klanten/klanten.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import type { Groepen, SubgraphAntwoord } from '../../setup/gateway-aanroep.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';
import { pseudoniem } from '../../setup/pseudoniem.ts';
import { verklaarStatements } from '../../setup/verklaar-statements.ts';
import { volgStatements } from '../../setup/volg-statements.ts';

const ANNELIES = '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0001';
const BSN = '999930023';
/** Passes the elfproef, and nobody has it. */
const VAN_NIEMAND = '999990019';
const NAAM = 'Annelies Verhoeven-Brink';
const GEBOREN = '1988-11-15';

const metBereik = (...bereik: readonly string[]): Groepen => ({
  'klant.identificerend': bereik,
  'klant.bsn': bereik,
});
const HIER = metBereik('GM0394');
const ELDERS = metBereik('GM1916');

let database: Testdatabase;
let subgraph: Testsubgraph;
beforeAll(async () => {
  database = await maakDatabase('keten_gevuld');
  subgraph = await beginSubgraph(klanten, database);
});
afterEach(() => database.sql('klanten', 'truncate logboek'));
afterAll(async () => {
  await subgraph.stop();
  await database.weg();
});

const VELDEN = '{ id naam geboortedatum verantwoordelijke { code } }';
const opBsn = (bsn: string, groepen = HIER): Promise<SubgraphAntwoord> =>
  subgraph.vraag({
    query: `query ($bsn: Bsn!) { zoekKlantOpBsn(bsn: $bsn) ${VELDEN} }`,
    variables: { bsn },
    groepen,
  });
const opNaam = (naam: string, groepen = HIER, geboortedatum = GEBOREN): Promise<SubgraphAntwoord> =>
  subgraph.vraag({
    query: `query ($naam: String!, $dag: Datum!) { zoekKlant(naam: $naam, geboortedatum: $dag) ${VELDEN} }`,
    variables: { naam, dag: geboortedatum },
    groepen,
  });

const TREFFER = {
  id: pseudoniem(ANNELIES),
  naam: NAAM,
  geboortedatum: GEBOREN,
  verantwoordelijke: { code: 'GM0394' },
};

describe('somebody is found', () => {
  test('by bsn', async () => {
    expect((await opBsn(BSN)).data).toEqual({ zoekKlantOpBsn: TREFFER });
  });

  test('by name and birthday, also when the accents of the name come apart', async () => {
    expect((await opNaam(NAAM)).data).toEqual({ zoekKlant: [TREFFER] });
    await database.sql('klanten', 'update klant set naam = $2 where id = $1', [ANNELIES, 'Anneliès']);
    const { data } = await opNaam('Anneliès'.normalize('NFD'));
    await database.sql('klanten', 'update klant set naam = $2 where id = $1', [ANNELIES, NAAM]);
    expect(data).toMatchObject({ zoekKlant: [{ id: TREFFER.id }] });
  });

  test('by exactly the name and the birthday, and by no part or pattern of them', async () => {
    for (const naam of ['%', 'Annelies%', 'Annelies', NAAM.toUpperCase(), '.*', '']) {
      expect((await opNaam(naam)).data, naam).toEqual({ zoekKlant: [] });
    }
    expect((await opNaam(NAAM, HIER, '1988-11-16')).data).toEqual({ zoekKlant: [] });
  });

  test('among at most five of one name and birthday', async () => {
    await database.sql(
      'klanten',
      `with eerste as (select * from klant where id = $1), rij as (select n from generate_series(1, 8) n),
        erbij as (insert into klant select 'naamgenoot-' || n, huishouden_id, (900000000 + n)::text, naam, geboortedatum,
          verantwoordelijke from eerste, rij)
       insert into klantbereik (klant_id, verantwoordelijke, afgeschermd, geldig_van)
       select 'naamgenoot-' || n, 'GM0394', false, '2012-01-01' from rij`,
      [ANNELIES],
    );
    const { data } = await opNaam(NAAM);
    await database.sql('klanten', "delete from klantbereik where klant_id like 'naamgenoot-%'");
    await database.sql('klanten', "delete from klant where id like 'naamgenoot-%'");
    expect(data?.['zoekKlant']).toHaveLength(5);
  });
});

describe('who is out of reach', () => {
  test('is answered as who does not exist, by the same bytes and statements', async () => {
    const gevolgd = (vraag: () => Promise<SubgraphAntwoord>) => volgStatements(vraag);
    for (const [vreemd, onbekend] of [
      [() => opBsn(BSN, ELDERS), () => opBsn(VAN_NIEMAND, ELDERS)],
      [() => opNaam(NAAM, ELDERS), () => opNaam('Niemand van Nergens', ELDERS)],
    ] as const) {
      const een = await gevolgd(vreemd);
      const ander = await gevolgd(onbekend);
      expect(een.uitkomst.errors).toBeUndefined();
      expect(een.uitkomst.tekst).toBe(ander.uitkomst.tekst);
      expect(een.statements).toEqual(ander.statements);
    }
  });

  test('is not found by a bsn that may be seen of others only', async () => {
    const { data } = await opBsn(BSN, { 'klant.identificerend': ['GM0394'], 'klant.bsn': ['GM1916'] });
    expect(data).toEqual({ zoekKlantOpBsn: null });
  });

  test('is not found by bsn at all by whom no bsn was granted', async () => {
    const { data, errors } = await opBsn(BSN, { 'klant.identificerend': ['GM0394'] });
    expect(data).toEqual({ zoekKlantOpBsn: null });
    expect(errors?.[0]?.extensions.code).toBe('NIET_GEAUTORISEERD');
  });
});

describe('the logboek', () => {
  const regels = () =>
    database.sql('klanten', 'select name, betrokkenen, verantwoordelijken, velden from logboek');

  test('has a search that found somebody, as a reading about him', async () => {
    await opNaam(NAAM);
    expect(await regels()).toEqual([
      {
        name: 'Query.zoekKlant',
        betrokkenen: [ANNELIES],
        verantwoordelijken: ['GM0394'],
        velden: [
          'Zoektreffer.geboortedatum',
          'Zoektreffer.id',
          'Zoektreffer.naam',
          'Zoektreffer.verantwoordelijke',
        ],
      },
    ]);
  });

  test('has a search that found nobody too', async () => {
    await opBsn(VAN_NIEMAND);
    await opNaam('Niemand van Nergens');
    const leeg = { betrokkenen: [], verantwoordelijken: [], velden: [] };
    expect(await regels()).toEqual([
      { name: 'Query.zoekKlantOpBsn', ...leeg },
      { name: 'Query.zoekKlant', ...leeg },
    ]);
  });

  test('and no error or row holds what was searched', async () => {
    const { tekst } = await opBsn('999930024');
    expect(tekst).not.toContain('9999300');
    await opBsn(BSN);
    await opNaam(NAAM);
    expect(JSON.stringify(await database.sql('klanten', 'select * from logboek'))).not.toMatch(
      /9999300|Verhoeven|1988/,
    );
  });
});

test('a search reads the index, and not the klanten', async () => {
  const plannen = await verklaarStatements(
    database.lezer('klanten'),
    'klanten',
    async () => {
      await opBsn(BSN);
      await opNaam(NAAM);
    },
    'set local enable_seqscan = off',
  );
  for (const { sql, rijen, doorlopen } of plannen.filter(({ sql: tekst }) =>
    tekst.includes('from klant k'),
  )) {
    expect(doorlopen, sql).toEqual([]);
    expect(rijen, sql).toBeLessThan(40);
  }
});
