// Threats: 6d
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginGraph, type Testgraph } from '../setup/begin-graph.ts';
import { proef } from './non-interference/proef.ts';
import { VRAGERS } from './non-interference/vragers.ts';
import { maakWereld, type Wereld } from './non-interference/wereld.ts';
import { kopieerSchema } from '../setup/schema-map.ts';

/** Together more than three thousand questions, each asked of the world as it is and of a changed one. */
const WERELDEN = 18;
const VRAGEN = 12;

let graph: Testgraph;
let wereld: Wereld;
let map: string;
beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'ketengraaf-quota-'));
  kopieerSchema(map);
  // Nobody asks as much as this proof.
  const quota = join(map, 'beleid/quota.csv');
  writeFileSync(quota, readFileSync(quota, 'utf8').replaceAll(/,(\d+),(\d+),/g, ',$1000,$2,'));
  graph = await beginGraph({ SCHEMA_MAP: map });
  wereld = await maakWereld(graph.database);
}, 300_000);
afterAll(async () => {
  await graph.stop();
  rmSync(map, { recursive: true, force: true });
});

it.each(VRAGERS.map((vrager) => [vrager.als, vrager] as const))(
  'thousands of questions show nothing of what %s may not see',
  async (_, vrager) => {
    const gezien = await proef(graph, wereld, vrager, { werelden: WERELDEN, vragen: VRAGEN });
    expect(gezien.vragen).toBeGreaterThanOrEqual(WERELDEN * VRAGEN);
    expect(gezien.metRij).toBeGreaterThan(0);
  },
);
