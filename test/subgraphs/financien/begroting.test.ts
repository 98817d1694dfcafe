import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { financien } from '../../../subgraphs/financien/financien.ts';
import type { Begrotingsregel } from '../../../subgraphs/financien/regels/begroting.ts';
import { gedrukt, vergelijk } from '../../../subgraphs/financien/regels/geldcijfer.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';

/** The lines of document 000 as they are printed. */
const GEDRUKT: Readonly<Record<string, readonly (readonly [regel: number, tekst: string])[]>> = {
  2013: [
    [288, 'Inkomensdeel WWB (inclusief WIJ) € 22.742.200 € 4.678.584 € 18.063.616 € 15.771.576 € 2.292.040'],
    [296, 'Participatiebudget/Re-integratie € 3.109.700 € 185.669 € 2.924.031 € 2.146.889 € 777.142'],
    [302, 'Participatiebudget/Inburgering € 502.700 € 51.495 € 451.205 € 88.074 € 363.131'],
    [307, 'Participatiebudget/Volwasseneneducatie € 529.300 € 0 € 529.300 € 529.300 € 0'],
  ],
  2012: [
    [327, 'Inkomensdeel WWB (inclusief WIJ) € 21.918.500 € 20.225.400 € 1.693.100 € 0 € 1.693.100'],
    [338, 'Participatiebudget/Re-integratie € 3.708.400 € 2.954.900 € 753.500 € 0 € 753.500'],
    [350, 'Participatiebudget/Inburgering € 1.085.100 € 828.400 € 256.700 € 0 € 256.700'],
    [355, 'Participatiebudget/Volwasseneneducatie € 933.200 € 933.200 € 0 € 0 € 0'],
  ],
};

const BEDRAG = '{ waarde toestand toelichting bronsoort vindplaats { document regel } }';
const VERGELIJKING = `{ gedrukt ${BEDRAG} berekend ${BEDRAG} verschil ${BEDRAG} }`;
const BEGROTING = `jaar regels { onderdeel budget { bedrag ${BEDRAG} fase } uitgave { bedrag ${BEDRAG} totEnMet }
  resterend ${VERGELIJKING} prognose { rest ${BEDRAG} resultaat ${VERGELIJKING} } }`;

interface Begroting {
  readonly jaar: number;
  readonly regels: readonly Begrotingsregel[];
}

let database: Testdatabase;
let subgraph: Testsubgraph;
beforeAll(async () => {
  database = await maakDatabase('keten_gevuld');
  subgraph = await beginSubgraph(financien, database);
});
afterAll(async () => {
  await subgraph.stop();
  await database.weg();
});

const vraag = (jaren: readonly number[], gemeenten: readonly string[] = ['GM0394']) =>
  subgraph.vraag({
    query: `query ($r: [_Any!]!, $jaren: [Int!]!) { _entities(representations: $r) { ... on Gemeente { begrotingen(jaren: $jaren) { ${BEGROTING} } } } }`,
    variables: { r: [{ __typename: 'Gemeente', code: 'GM0394' }], jaren },
    groepen: { 'financien.gemeente': gemeenten },
  });

async function begrotingen(
  jaren: readonly number[],
  gemeenten?: readonly string[],
): Promise<readonly Begroting[]> {
  const { data } = await vraag(jaren, gemeenten);
  return (data?.['_entities'] as { begrotingen: readonly Begroting[] }[])[0]?.begrotingen ?? [];
}

describe('the budget of document 000', () => {
  test.each([
    [2013, '2013-03-31', ['VOORLOPIG', null, null, null]],
    [2012, '2012-12-31', [null, null, null, null]],
  ])('over %i stands as printed, each amount with its line', async (jaar, totEnMet, fasen) => {
    const [begroting] = await begrotingen([jaar]);
    expect(begroting?.jaar).toBe(jaar);
    expect(begroting?.regels.map(({ budget }) => budget.fase)).toEqual(fasen);
    expect(new Set(begroting?.regels.map(({ uitgave }) => uitgave.totEnMet))).toEqual(new Set([totEnMet]));
    const cel = (regel: number, waarde: number | undefined) => ({
      waarde,
      toestand: 'WAARDE',
      toelichting: null,
      bronsoort: 'GEDRUKT',
      vindplaats: { document: '000', regel },
    });
    expect(
      begroting?.regels.map(({ onderdeel, budget, uitgave, resterend, prognose }) => [
        onderdeel,
        budget.bedrag,
        uitgave.bedrag,
        resterend.gedrukt,
        prognose.rest,
        prognose.resultaat.gedrukt,
      ]),
    ).toEqual(
      GEDRUKT[jaar]?.map(([regel, tekst]) => {
        const [onderdeel, ...bedragen] = tekst.split(' € ');
        return [onderdeel, ...bedragen.map((bedrag) => cel(regel, Number(bedrag.replaceAll('.', '')) * 100))];
      }),
    );
  });

  test('shows resterend and prognose resultaat recomputed, and nowhere a difference', async () => {
    const regels = (await begrotingen([2013, 2012])).flatMap((begroting) => begroting.regels);
    expect(regels).toHaveLength(8);
    for (const { budget, uitgave, resterend, prognose } of regels) {
      const verwacht = (budget.bedrag.waarde ?? Number.NaN) - (uitgave.bedrag.waarde ?? Number.NaN);
      expect(resterend.berekend).toMatchObject({
        waarde: verwacht,
        toestand: 'WAARDE',
        bronsoort: 'BEREKEND',
        vindplaats: null,
      });
      expect(prognose.resultaat.berekend.waarde).toBe(verwacht - (prognose.rest.waarde ?? Number.NaN));
      expect([resterend.verschil.waarde, prognose.resultaat.verschil.waarde]).toEqual([0, 0]);
    }
  });

  test('comes with the newest year first, each year once, and no year that is not there', async () => {
    expect((await begrotingen([2012, 2013, 2012, 1999])).map(({ jaar }) => jaar)).toEqual([2013, 2012]);
  });

  test('is absent for another gemeente', async () => {
    expect(await begrotingen([2013], ['GM0629'])).toEqual([]);
  });

  test('is refused for more than ten years at once', async () => {
    const jaren = Array.from({ length: 11 }, (_leeg, i) => 2003 + i);
    expect((await vraag(jaren)).errors?.map(({ extensions }) => extensions.code)).toEqual([
      'INVOER_ONGELDIG',
    ]);
  });
});

test('a difference is printed minus computed, and a missing amount is never zero', () => {
  const cel = (bedragCent: bigint) => gedrukt({ bedragCent, document: '000', regel: 1 });
  expect(vergelijk(cel(100n), cel(130n)).verschil.waarde).toBe(-30);
  expect(vergelijk(gedrukt(undefined), cel(130n)).verschil).toMatchObject({
    waarde: null,
    toestand: 'AFWEZIG',
  });
});
