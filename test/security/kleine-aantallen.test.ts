// Threats: 19
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginGraph, type Testgraph } from '../setup/begin-graph.ts';

const DOEL = 'https://register.ketengraaf.example/verwerkingen/beleidsinformatie/1';
const GEMEENTEN = ['GM1916', 'GM0626', 'GM0629'];
const KWARTALEN = [2012, 2013].flatMap((jaar) => [1, 2, 3, 4].map((kwartaal) => ({ jaar, kwartaal })));

const vraag = `query ($code: Gemeentecode!) { gemeente(code: $code) { ${KWARTALEN.map(
  ({ jaar, kwartaal }) => `k${jaar}${kwartaal}: wspKwartaal(jaar: ${jaar}, kwartaal: ${kwartaal}) {
    plaatsingen { dossiers { waarde toestand } } proefplaatsingen { dossiers { waarde toestand } } }`,
).join(' ')} } }`;

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

/** Every figure in an answer, wherever it stands. */
function cijfers(waarde: unknown): readonly { waarde: number | null; toestand: string }[] {
  if (typeof waarde !== 'object' || waarde === null) return [];
  return 'toestand' in waarde
    ? [waarde as { waarde: number | null; toestand: string }]
    : Object.values(waarde).flatMap(cijfers);
}

describe('bestuur', () => {
  it('cannot tell from a quarter of a small gemeente that one person was placed', async () => {
    const gevonden = await Promise.all(
      GEMEENTEN.map(async (code) => {
        const { data, errors } = await graph.vraag({
          body: { query: vraag, variables: { code } },
          als: 'pho-lvw',
          headers: { 'x-verwerkingsactiviteit': DOEL },
        });
        expect(errors).toBeUndefined();
        return cijfers(data);
      }),
    );
    const alle = gevonden.flat();
    expect(alle.filter(({ waarde }) => waarde !== null && waarde > 0 && waarde < 10)).toEqual([]);
    // There are such people in the dossiers: what is not told is not what is not there.
    expect(alle.map(({ toestand }) => toestand)).toContain('ONDERDRUKT');
  });
});
