import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controleerBasisOpOrde } from '../../start/demo/verwacht-pho-001.ts';
import { beginGraph, type Testgraph } from '../setup/begin-graph.ts';
import { stelDocument } from './stel-document.ts';

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

interface Cijfer {
  readonly waarde: number | null;
  readonly toestand: string;
  readonly bronsoort: string;
  readonly vindplaats: { readonly document: string; readonly regel: number } | null;
}

interface Vergelijking {
  readonly gedrukt: Cijfer;
  readonly berekend: Cijfer;
  readonly verschil: Cijfer;
}

interface BasisOpOrde {
  readonly begrotingen: readonly {
    readonly jaar: number;
    readonly regels: readonly {
      readonly onderdeel: string;
      readonly budget: { readonly bedrag: Cijfer; readonly fase: string | null };
      readonly uitgave: { readonly bedrag: Cijfer; readonly totEnMet: string };
      readonly resterend: Vergelijking;
      readonly prognose: { readonly rest: Cijfer; readonly resultaat: Vergelijking };
    }[];
  }[];
  readonly maanden: readonly {
    readonly maand: string;
    readonly wwb: Record<'correctie' | 'eindstand', Vergelijking>;
    readonly bekendToen: Readonly<Record<'administratief', Cijfer>>;
    readonly bekendNu: Readonly<Record<'administratief', Cijfer>>;
  }[];
  readonly wspKwartaal: Readonly<
    Record<'plaatsingen' | 'proefplaatsingen', { readonly gedrukt: Cijfer; readonly dossiers: Cijfer }>
  >;
  readonly wwbKwartaal: Readonly<Record<'uitstroom', Cijfer>>;
  readonly programmaresultaten: readonly {
    readonly naarWerkVanAangemelden: Readonly<Record<'dossiers', Cijfer>>;
  }[];
}

const vraag = async (gemeente: string): Promise<BasisOpOrde> => {
  const { data } = await graph.vraag({
    body: { documentId: 'keten:PHO-001', variables: { gemeente } },
    als: 'wethouder-haarlemmermeer',
  });
  return data?.['gemeente'] as BasisOpOrde;
};

/** Document 000 by line: begroot, besteed, resterend, prognose rest, prognose resultaat, in euro. */
const GEDRUKT: readonly (readonly [number, number, number, number, number, number])[] = [
  [288, 22_742_200, 4_678_584, 18_063_616, 15_771_576, 2_292_040],
  [296, 3_109_700, 185_669, 2_924_031, 2_146_889, 777_142],
  [302, 502_700, 51_495, 451_205, 88_074, 363_131],
  [307, 529_300, 0, 529_300, 529_300, 0],
  [327, 21_918_500, 20_225_400, 1_693_100, 0, 1_693_100],
  [338, 3_708_400, 2_954_900, 753_500, 0, 753_500],
  [350, 1_085_100, 828_400, 256_700, 0, 256_700],
  [355, 933_200, 933_200, 0, 0, 0],
];

describe('basis op orde', () => {
  it('gives every cell of the printed budget table with its line in document 000', async () => {
    const { begrotingen } = await vraag('GM0394');
    const regels = begrotingen.flatMap((begroting) => begroting.regels);
    const cellen = regels.map(({ budget, uitgave, resterend, prognose }) => {
      const gedrukt = [
        budget.bedrag,
        uitgave.bedrag,
        resterend.gedrukt,
        prognose.rest,
        prognose.resultaat.gedrukt,
      ];
      expect(new Set(gedrukt.map(({ vindplaats }) => vindplaats?.document))).toEqual(new Set(['000']));
      expect(new Set(gedrukt.map(({ bronsoort }) => bronsoort))).toEqual(new Set(['GEDRUKT']));
      return [budget.bedrag.vindplaats?.regel, ...gedrukt.map(({ waarde }) => Number(waarde) / 100)];
    });
    expect(cellen).toEqual(GEDRUKT);
  });

  it('recomputes resterend and prognose resultaat beside it, and finds no difference', async () => {
    const { begrotingen } = await vraag('GM0394');
    for (const { onderdeel, budget, uitgave, resterend, prognose } of begrotingen.flatMap(
      ({ regels }) => regels,
    )) {
      expect(resterend.berekend.waarde, onderdeel).toBe(
        Number(budget.bedrag.waarde) - Number(uitgave.bedrag.waarde),
      );
      expect(prognose.resultaat.berekend.waarde, onderdeel).toBe(
        Number(resterend.berekend.waarde) - Number(prognose.rest.waarde),
      );
      expect([resterend.verschil.waarde, prognose.resultaat.verschil.waarde], onderdeel).toEqual([0, 0]);
      expect(resterend.berekend).toMatchObject({ bronsoort: 'BEREKEND', vindplaats: null });
    }
  });

  it('says of the Inkomensdeel of 2013 that its budget is VOORLOPIG (000:288), of no other in which phase it is, and until when was spent', async () => {
    const { begrotingen } = await vraag('GM0394');
    expect(
      begrotingen.map(({ jaar, regels }) => [
        jaar,
        regels.map(({ budget }) => budget.fase),
        [...new Set(regels.map(({ uitgave }) => uitgave.totEnMet))],
      ]),
    ).toEqual([
      [2013, ['VOORLOPIG', null, null, null], ['2013-03-31']],
      [2012, [null, null, null, null], ['2012-12-31']],
    ]);
  });

  it('shows the difference of December and repairs nothing (000:460-461)', async () => {
    const { maanden } = await vraag('GM0394');
    const eindstand = Object.fromEntries(
      maanden.map(({ maand, wwb }) => [
        maand,
        [wwb.eindstand.gedrukt.waarde, wwb.eindstand.berekend.waarde, wwb.eindstand.verschil.waarde],
      ]),
    );
    expect(eindstand).toEqual({
      '2012-11': [1316, 1316, 0],
      '2012-12': [1316, 1311, 5],
      '2013-01': [1328, 1328, 0],
      '2013-02': [1342, 1342, 0],
      '2013-03': [1337, 1337, 0],
    });
  });

  it('cannot recompute the correction of November, of which the month before is not printed (000:452)', async () => {
    const { maanden } = await vraag('GM0394');
    expect(maanden[0]?.wwb.correctie).toMatchObject({
      gedrukt: { waarde: -1, toestand: 'WAARDE', vindplaats: { document: '000', regel: 452 } },
      berekend: { waarde: null, toestand: 'AFWEZIG' },
      verschil: { waarde: null, toestand: 'AFWEZIG' },
    });
    expect(maanden.slice(1).map(({ wwb }) => wwb.correctie.berekend.waarde)).toEqual([3, 10, 0, 0]);
  });

  it('has every figure of document 000 with its line, and the dossiers as known then and now beside it (000:114–118, 129–130, 292, 363, 448–461)', async () => {
    const { data, errors } = await stelDocument(graph, 'PHO-001');
    expect(errors).toBeUndefined();
    expect(controleerBasisOpOrde(data)).toEqual([]);
  });

  it('leaves what the flow does not explain in sight: 5 of December, then and printed (000:460–461)', async () => {
    const { maanden } = await vraag('GM0394');
    expect(maanden.map(({ bekendToen }) => bekendToen.administratief.waarde)).toEqual([0, 5, 0, 0, 0]);
    expect(maanden.map(({ wwb }) => wwb.eindstand.verschil.waarde)).toEqual([0, 5, 0, 0, 0]);
    expect(maanden.map(({ bekendNu }) => bekendNu.administratief.waarde)).toEqual([3, 15, 0, 0, 0]);
  });

  it('never equates being placed, leaving the uitkering and the outcome of WerkStroom (000:114, 129, 460)', async () => {
    const { wspKwartaal, wwbKwartaal, programmaresultaten } = await vraag('GM0394');
    const geplaatst = wspKwartaal.plaatsingen.dossiers.waarde;
    const uitgestroomd = wwbKwartaal.uitstroom.waarde;
    const [werkstroom] = await graph.database.sql(
      'trajecten',
      `select count(*)::int as aantal from traject where programma = 'WERKSTROOM' and uitkomst = 'WERK'`,
    );
    expect([geplaatst, uitgestroomd, werkstroom?.['aantal']]).toEqual([120, 113, 42]);
    expect(wspKwartaal.proefplaatsingen.gedrukt.waarde).toBe(47);
    expect(programmaresultaten[0]?.naarWerkVanAangemelden.dossiers).toMatchObject({
      waarde: 37.5,
      noemer: 'aangemelde klanten',
    });
  });

  it('refuses a wethouder the figures of another gemeente than her own', async () => {
    const { tekst, errors } = await graph.vraag({
      body: { documentId: 'keten:PHO-001', variables: { gemeente: 'GM0629' } },
      als: 'wethouder-haarlemmermeer',
    });
    expect(JSON.parse(tekst)).not.toHaveProperty('data');
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'NIET_GEAUTORISEERD',
      geweigerd: [{ veld: 'Query.gemeente(code)', reden: 'ARGUMENT' }],
    });
  });
});
