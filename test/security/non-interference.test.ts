// Threats: 6d
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginGraph, type Testgraph } from '../setup/begin-graph.ts';
import { proef } from './non-interference/proef.ts';
import { ANDERE, TABELLEN } from './non-interference/tabellen.ts';
import { VRAGERS } from './non-interference/vragers.ts';
import { maakWereld, type Wereld } from './non-interference/wereld.ts';

/** Together more than 300 questions, each asked of the world as it is and of a changed one. */
const WERELDEN = 1;
const VRAGEN = 24;

let graph: Testgraph;
let wereld: Wereld;
beforeAll(async () => {
  graph = await beginGraph();
  wereld = await maakWereld(graph.database);
});
afterAll(() => graph.stop());

describe('whatever is changed of rows that an asker may not see, the bytes, cursors and statements are the same', () => {
  it.each(VRAGERS.map((vrager) => [vrager.als, vrager] as const))(
    'for %s',
    async (_, vrager) => {
      const gezien = await proef(graph, wereld, vrager, { werelden: WERELDEN, vragen: VRAGEN });
      expect(gezien.vragen).toBeGreaterThanOrEqual(WERELDEN * VRAGEN);
      expect(gezien.metRij).toBeGreaterThan(0);
    },
    120_000,
  );

  it('which is more than 300 questions', () => {
    expect(VRAGERS.length * WERELDEN * VRAGEN).toBeGreaterThan(300);
  });
});

it('a change that an asker may see is noticed: what the proof rests on', async () => {
  const [vrager] = VRAGERS;
  if (vrager === undefined) throw new Error('no asker');
  // The sleutels of somebody else are kept, and so the own rows are changed.
  const vreemd = { ...vrager, sleutels: ['GM0402'] };
  const anders: Wereld = { ...wereld, verander: (_, zaad) => wereld.verander(vreemd, zaad) };
  await expect(proef(graph, anders, vrager, { werelden: 1, vragen: VRAGEN, seed: 1 })).rejects.toThrow();
}, 120_000);

it('every table that row-level security bounds is changed, or says why not', async () => {
  const rijen = await graph.database.sql(
    'klanten',
    `select n.nspname || '.' || c.relname as tabel, c.relname as naam from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relrowsecurity and n.nspname in ('klanten', 'trajecten', 'vacatures', 'financien')`,
  );
  const bekend = new Set(TABELLEN.map(({ subgraph, naam }) => `${subgraph}.${naam}`));
  const vergeten = rijen.filter(
    ({ tabel, naam }) => !bekend.has(String(tabel)) && ANDERE[String(naam)] === undefined,
  );
  expect(vergeten).toEqual([]);
});
