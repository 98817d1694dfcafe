// Threats: 40, 41
import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { laadGegevensgroepen } from '../../schema/beleid/laad-gegevensgroepen.ts';
import { laadVerwerkingsregister } from '../../schema/beleid/laad-verwerkingsregister.ts';
import { bereikInstelling } from '../../subgraphs/chassis/transaction/zet-bereik.ts';
import { beginGraph, type Testgraph } from '../setup/begin-graph.ts';
import { vragenVan, type Vraag } from './non-interference/genereer-vraag.ts';
import { waardenVoor } from './non-interference/proef.ts';
import { TABELLEN } from './non-interference/tabellen.ts';
import { type Vrager, VRAGERS } from './non-interference/vragers.ts';

const VANDAAG = '2013-04-02';
const SUBGRAPHS = ['klanten', 'trajecten', 'vacatures', 'financien'];
const uris = new Map(laadVerwerkingsregister().map(({ code, uri }) => [code, uri]));
const groepen = laadGegevensgroepen().map(({ code }) => code);

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

describe('without any filter, row-level security gives no row that is out of reach', () => {
  /** SQL: the rows of a table that have one of these sleutels today, in words of this test. */
  const inBereik = (
    tabel: string,
    klant: string | undefined,
    kvk: boolean,
    sleutels: readonly string[],
  ): string => {
    const lijst = `array[${sleutels.map((each) => `'${each}'`).join(',')}]::text[]`;
    // Of who was presented to him a werkgever sees what work is sought.
    const voorgedragen = `exists (select from voordracht v where v.klant_id = t.klant_id and 'kvk/' || v.kvk = any (${lijst}))`;
    const eigen = ['profiel', 'profiel_beroep'].includes(tabel)
      ? voorgedragen
      : kvk
        ? `'kvk/' || t.kvk = any (${lijst})`
        : 'false';
    const gemeente = tabel === 'klant' ? '' : 'and s.verantwoordelijke = t.verantwoordelijke';
    const persoon =
      klant === undefined
        ? 'false'
        : `exists (select from klantsleutel s where s.klant_id = t.${klant} ${gemeente} and s.sleutel = any (${lijst})
             and s.geldig_van <= '${VANDAAG}' and (s.geldig_tot is null or '${VANDAAG}' < s.geldig_tot))`;
    return `select count(*)::int as n from ${tabel} t where ${eigen} or ${persoon}`;
  };

  it.each(TABELLEN.map((tabel) => [`${tabel.subgraph}.${tabel.naam}`, tabel] as const))(
    'in %s',
    async (_, { subgraph, naam, klant, kvk }) => {
      const client = new Client({
        connectionString: graph.database.lezer(subgraph),
        options: `-c search_path=${subgraph}`,
      });
      await client.connect();
      try {
        const tellen = async (): Promise<number> =>
          Number((await client.query<{ n: number }>(`select count(*)::int as n from ${naam}`)).rows[0]?.n);
        expect(await tellen()).toBe(0);
        for (const { als, sleutels, anders = {} } of VRAGERS) {
          const alles = [...new Set([...sleutels, ...Object.values(anders).flat()])];
          await client.query('begin');
          await client.query(
            `select set_config('keten.vandaag', $1, true), set_config('keten.bereik_personen', $2, true), ${groepen
              .map((groep) => `set_config('${bereikInstelling(groep)}', $2, true)`)
              .join(', ')}`,
            [VANDAAG, alles.join(',')],
          );
          const gezien = await tellen();
          await client.query('rollback');
          const [rij] = await graph.database.sql(subgraph, inBereik(naam, klant, kvk, alles));
          expect(gezien, als).toBeLessThanOrEqual(Number(rij?.['n']));
        }
      } finally {
        await client.end();
      }
    },
  );
});

it('without row-level security every answer is the same: the filters of the sources bound the rows', async () => {
  const zet = async (stand: 'disable' | 'enable', tabellen: readonly string[]): Promise<void> => {
    await graph.database.sql(
      'klanten',
      tabellen.map((tabel) => `alter table ${tabel} ${stand} row level security`).join('; '),
    );
  };
  const beveiligd = await graph.database.sql(
    'klanten',
    `select n.nspname || '.' || c.relname as tabel from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relrowsecurity and n.nspname = any ($1)`,
    [SUBGRAPHS],
  );
  const tabellen = beveiligd.map(({ tabel }) => String(tabel));
  expect(tabellen.length).toBeGreaterThan(TABELLEN.length);

  const vragen: { readonly vrager: Vrager; readonly vraag: Vraag }[] = [];
  for (const vrager of VRAGERS)
    for (const vraag of fc.sample(vragenVan(vrager, await waardenVoor(graph, vrager)), 6))
      vragen.push({ vrager, vraag });
  const antwoorden = async (): Promise<readonly string[]> => {
    const gezien: string[] = [];
    for (const { vrager, vraag } of vragen) {
      const { tekst } = await graph.vraag({
        body: { query: vraag.query, variables: vraag.variables },
        als: vrager.als,
        headers: {
          traceparent: `00-${'e'.repeat(32)}-${'f'.repeat(16)}-01`,
          'x-verwerkingsactiviteit': uris.get(vrager.activiteit) ?? '',
          ...(vrager.reden === undefined ? {} : { 'x-toegangsreden': vrager.reden }),
        },
      });
      gezien.push(`${vrager.als} ${vraag.query} ${tekst}`);
    }
    return gezien;
  };
  const met = await antwoorden();
  await zet('disable', tabellen);
  try {
    expect(await antwoorden()).toEqual(met);
  } finally {
    await zet('enable', tabellen);
  }
}, 120_000);
