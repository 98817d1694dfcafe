import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginGraph, type GraphAntwoord, type Testgraph } from '../setup/begin-graph.ts';
import { pseudoniem } from '../setup/pseudoniem.ts';

const KLANT = pseudoniem('5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0101');

let graph: Testgraph;
beforeEach(async () => {
  graph = await beginGraph();
});
afterEach(() => graph.stop());

const klantbeeld = (): Promise<GraphAntwoord> =>
  graph.vraag({
    body: { documentId: 'keten:WP-001', variables: { klant: KLANT } },
    als: 'consulent-lv',
  });

const gereed = async (): Promise<{ status: number; onderdelen: Record<string, boolean> }> => {
  const response = await fetch(new URL('/health/ready', graph.url));
  const { onderdelen } = (await response.json()) as { onderdelen: { naam: string; gereed: boolean }[] };
  return {
    status: response.status,
    onderdelen: Object.fromEntries(onderdelen.map((each) => [each.naam, each.gereed])),
  };
};

describe('a subgraph that is away', () => {
  it('leaves its part empty with BRON_MISLUKT at its path, and everything comes back with it', async () => {
    await graph.stopSubgraph('financien');
    const zonder = await klantbeeld();
    expect(zonder.status).toBe(200);
    expect(zonder.data?.['klant']).toMatchObject({
      id: KLANT,
      uitkeringen: [{ regeling: 'WWB' }],
      vorderingen: null,
    });
    expect(zonder.errors).toMatchObject([
      { path: ['klant', 'vorderingen'], extensions: { code: 'BRON_MISLUKT', bron: 'financien' } },
    ]);
    expect(await gereed()).toMatchObject({
      status: 200,
      onderdelen: { 'bron financien': false, 'bron klanten': true },
    });

    await graph.startSubgraph('financien');
    const met = await klantbeeld();
    expect(met.errors).toBeUndefined();
    expect(met.data?.['klant']).toMatchObject({ id: KLANT });
    // Readiness is asked at most once a second.
    await expect.poll(gereed, { timeout: 5_000 }).toMatchObject({ onderdelen: { 'bron financien': true } });
  });
});

describe('a subgraph that keeps failing', () => {
  it('is left alone with BRON_ONDERBROKEN, named as such, and asked again when its time is over', async () => {
    await graph.stop();
    graph = await beginGraph({ ONDERBREKER_AANROEPEN: '4', ONDERBREKER_MS: '3000' }, ['financien']);
    const codes: unknown[] = [];
    while (codes.at(-1) !== 'BRON_ONDERBROKEN' && codes.length < 50) {
      const { data, errors } = await klantbeeld();
      expect(data?.['klant']).toMatchObject({ uitkeringen: [{ regeling: 'WWB' }], vorderingen: null });
      codes.push(errors?.[0]?.extensions.code);
    }
    expect(codes.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => 'BRON_MISLUKT'));
    expect(codes.at(-1)).toBe('BRON_ONDERBROKEN');
    expect(await gereed()).toMatchObject({ status: 200, onderdelen: { 'bron financien': false } });

    await graph.startSubgraph('financien');
    await expect.poll(async () => (await klantbeeld()).errors, { timeout: 15_000 }).toBeUndefined();
    await expect.poll(gereed, { timeout: 15_000 }).toMatchObject({ onderdelen: { 'bron financien': true } });
  }, 60_000);
});

describe('a log that cannot be written', () => {
  it('gives no data of that source', async () => {
    await graph.database.sql('klanten', 'revoke insert on logboek from klanten_lezer');
    const { data, errors, tekst } = await klantbeeld();
    expect(data).toEqual({ klant: null });
    expect(errors).toMatchObject([
      { path: ['klant'], extensions: { code: 'BRON_MISLUKT', bron: 'klanten' } },
    ]);
    expect(tekst).not.toMatch(/Verhoeven|logboek|permission/);
  });
});
