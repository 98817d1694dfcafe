import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controleerKlantbeeld } from '../../start/demo/verwacht-wp-001.ts';
import { beginGraph, type GraphAntwoord, type Testgraph } from '../setup/begin-graph.ts';
import { volgStatements } from '../setup/volg-statements.ts';
import { klantId, klantSleutel, stelDocument } from './stel-document.ts';

const ONBEKEND = '00000000-0000-4000-8000-000000000000';
const headers = { traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` };

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

const klantbeeld = (klant: string): Promise<GraphAntwoord> =>
  stelDocument(graph, 'WP-001', { variabelen: { klant }, headers });

describe('a klantbeeld', () => {
  it('joins four sources in one question, each block with its herkomst', async () => {
    const { status, data, errors } = await klantbeeld(klantSleutel(0x101));
    expect(status).toBe(200);
    expect(errors).toBeUndefined();
    expect(controleerKlantbeeld(data, { klant: klantId(0x101) })).toEqual([]);
    expect(data?.['klant']).toMatchObject({
      indelingen: [
        { stelsel: 'TREDE', waarde: '4', geldigTot: null },
        { stelsel: 'TREDE', waarde: '3' },
      ],
      trajecten: [{ status: 'LOPEND' }, { status: 'AFGEROND' }],
      voorzieningen: [{ soort: 'JOBCOACH' }],
      loonwaardemetingen: [{ loonwaarde: 62.5 }],
      voordrachten: {
        edges: [{ node: { id: '6b1f0e52-3c7a-4d18-a5e9-1c4d2f700001', fase: 'UITGENODIGD' } }],
      },
      vorderingen: { edges: [{ node: { openstaand: 27_616 } }, { node: { openstaand: 138_401 } }] },
    });
  });

  it('shows of a partner in two roles the uitkering they share and the one he had alone', async () => {
    const { data } = await klantbeeld(klantSleutel(0x103));
    expect(data?.['klant']).toMatchObject({
      uitkeringen: [
        { einddatum: null, rechthebbenden: [{ id: klantId(0x101) }, { id: klantId(0x103) }] },
        { einddatum: '2011-05-15', rechthebbenden: [{ id: klantId(0x103) }] },
      ],
    });
  });

  it('shows two uitkeringen in one household, of which the klant has one', async () => {
    const { data } = await klantbeeld(klantSleutel(0x109));
    expect(data?.['klant']).toMatchObject({ uitkeringen: [{ regeling: 'IOAW' }] });
    const { huishouden } = data?.['klant'] as { huishouden: { uitkeringen: { regeling: string }[] } };
    expect(huishouden.uitkeringen.map(({ regeling }) => regeling).toSorted()).toEqual(['IOAW', 'WWB']);
  });

  it('is there for who moved to her gemeente and for who changed to her', async () => {
    for (const nummer of [0x104, 0x105]) {
      const { data } = await klantbeeld(klantSleutel(nummer));
      expect(data?.['klant'], nummer.toString(16)).toMatchObject({ id: klantId(nummer) });
    }
  });

  it('of who left her, is closed, is hidden or is of another regisseur is that of nobody: same bytes, same statements', async () => {
    const niemand = await volgStatements(() => klantbeeld(ONBEKEND));
    expect(niemand.uitkomst.data).toEqual({ klant: null });
    for (const nummer of [0x102, 0x106, 0x107, 0x108, 0x120, 0x0001]) {
      const ander = await volgStatements(() => klantbeeld(klantSleutel(nummer)));
      expect(ander.uitkomst.tekst, nummer.toString(16)).toBe(niemand.uitkomst.tekst);
      expect(ander.statements, nummer.toString(16)).toEqual(niemand.statements);
    }
  });

  it('keeps the trace of the client, in the answer and in the log of every source', async () => {
    const traceId = 'a'.repeat(32);
    const antwoord = await klantbeeld(klantSleutel(0x101));
    expect(antwoord.headers.get('x-trace-id')).toBe(traceId);
    expect(antwoord.headers.get('cache-control')).toBe('no-store');
    for (const bron of ['klanten', 'vacatures', 'trajecten', 'financien']) {
      const rijen = await graph.database.sql(bron, 'select trace_id from logboek where trace_id = $1', [
        traceId,
      ]);
      expect(rijen.length, bron).toBeGreaterThan(0);
    }
  });
});
