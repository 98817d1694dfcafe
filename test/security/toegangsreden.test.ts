// Threats: 16, 16a, 16b
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginGraph, type GraphAntwoord, type Testgraph } from '../setup/begin-graph.ts';
import { afnemerVanGebruiker, pseudoniem } from '../setup/pseudoniem.ts';
import { klantSleutel } from '../graph/stel-document.ts';

const REGISTER = 'https://register.ketengraaf.example/verwerkingen';

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

/** Asks who a klant is, by the pseudonym that the asker knows. */
function wieIs(
  als: string,
  klant: string,
  reden?: string,
  activiteit = 'klantregie',
): Promise<GraphAntwoord> {
  return graph.vraag({
    body: {
      query: 'query ($id: ID!) { klant(id: $id) { naam trajecten { id } } }',
      variables: { id: pseudoniem(klant, afnemerVanGebruiker(als)) },
    },
    als,
    headers: {
      'x-verwerkingsactiviteit': `${REGISTER}/${activiteit}/1`,
      ...(reden !== undefined && { 'x-toegangsreden': reden }),
    },
  });
}

/** A klant who has one sleutel on the peildatum, and lacks others. */
async function eenMet(sleutel: string, ...zonder: readonly string[]): Promise<string> {
  const [rij] = await graph.database.sql(
    'trajecten',
    `select klant_id from klantsleutel s
     where sleutel = $1 and geldig_van <= '2013-04-02' and (geldig_tot is null or geldig_tot > '2013-04-02')
       and not exists (select from klantsleutel a where a.klant_id = s.klant_id and a.sleutel = any ($2))
     order by klant_id limit 1`,
    [sleutel, zonder],
  );
  return String(rij?.['klant_id']);
}

const TEAM = 'GM1916/team/Werk%20en%20Inkomen%201';

describe('without a reason', () => {
  it.each([
    ['a klant of the own team', 'collega-lv', () => eenMet(TEAM, 'GM1916/collega-lv')],
    ['a klant whom one stands in for', 'vervanger-lv', () => eenMet('GM1916/vervanging/vervanger-lv')],
    ['any klant, with the right to the escape', 'noodtoegang-lv', () => eenMet('GM1916')],
  ])('%s is absent', async (_wie, als, kies) => {
    const { data, errors } = await wieIs(als, await kies());
    expect({ data, errors }).toEqual({ data: { klant: null }, errors: undefined });
  });
});

describe('with a reason', () => {
  it.each([
    ['a klant of the own team', 'collega-lv', 'TEAM_CASUSOVERLEG', () => eenMet(TEAM, 'GM1916/collega-lv')],
    [
      'a klant whom one stands in for',
      'vervanger-lv',
      'VERVANGING_AFWEZIG',
      () => eenMet('GM1916/vervanging/vervanger-lv', 'GM1916/team/Werk%20en%20Inkomen%202'),
    ],
    ['any klant, by the escape', 'noodtoegang-lv', 'NOODTOEGANG_CRISIS', () => eenMet('GM1916')],
  ])('%s is there, and every record of it says why', async (_wie, als, reden, kies) => {
    for (const bron of ['klanten', 'trajecten']) await graph.database.sql(bron, 'truncate logboek');
    const { data, errors } = await wieIs(als, await kies(), reden);
    expect(errors).toBeUndefined();
    expect(data?.['klant']).toMatchObject({ naam: expect.any(String) });
    for (const bron of ['klanten', 'trajecten']) {
      const rijen = await graph.database.sql(bron, 'select distinct reden from logboek');
      expect(rijen, bron).toEqual([{ reden }]);
    }
  });

  it('of another kind a klant stays absent', async () => {
    const ander = await eenMet('GM1916/vervanging/vervanger-lv', 'GM1916/team/Werk%20en%20Inkomen%202');
    expect((await wieIs('vervanger-lv', ander, 'TEAM_SPOED')).data).toEqual({ klant: null });
    const eigenTeam = await eenMet(TEAM, 'GM1916/collega-lv');
    expect((await wieIs('collega-lv', eigenTeam, 'VERVANGING_AFWEZIG')).data).toEqual({ klant: null });
  });

  it('who is afgeschermd stays absent, but for who has that right, and then without a reason', async () => {
    const afgeschermd = klantSleutel(0x108);
    for (const [als, reden] of [
      ['noodtoegang-lv', 'NOODTOEGANG_CRISIS'],
      ['consulent-lv', 'TEAM_SPOED'],
      ['consulent-lv', undefined],
    ] as const)
      expect((await wieIs(als, afgeschermd, reden)).data, als).toEqual({ klant: null });
    expect((await wieIs('vertrouwd-lv', afgeschermd)).data?.['klant']).toMatchObject({ naam: 'Nour Haddou' });
  });
});

describe('a reason that cannot be', () => {
  it.each(['', 'zomaar', 'TEAM_SPOED, NOODTOEGANG_CRISIS', 'noodtoegang', 'constructor'])(
    'such as "%s" is an error that says what to do, and nothing is asked of a source',
    async (reden) => {
      await graph.database.sql('klanten', 'truncate logboek');
      const { status, data, errors } = await wieIs('noodtoegang-lv', klantSleutel(0x101), reden);
      expect([status, data, errors?.map(({ extensions }) => extensions.code)]).toEqual([
        400,
        undefined,
        ['TOEGANGSREDEN_ONBEKEND'],
      ]);
      expect(await graph.database.sql('klanten', 'select from logboek')).toEqual([]);
    },
  );

  it('since the asker has not the right, or no team, is refused', async () => {
    for (const [als, reden] of [
      ['consulent-lv', 'NOODTOEGANG_CRISIS'],
      ['kwaliteit-lv', 'NOODTOEGANG_ONBEREIKBAAR'],
      ['consulent-wassenaar', 'TEAM_SPOED'],
    ] as const) {
      const { data, errors } = await wieIs(als, klantSleutel(0x101), reden);
      expect([data, errors?.map(({ extensions }) => extensions.code)], als).toEqual([
        undefined,
        ['TOEGANGSREDEN_GEWEIGERD'],
      ]);
    }
  });
});

describe('a party of a case', () => {
  it('reaches the klant of its traject and that traject, and none that another carries out', async () => {
    const klant = await eenMet('partij/BAANBRUG/re_integratie/GM1916');
    const { data, errors } = await wieIs('uitvoerder-baanbrug', klant, undefined, 'pw-participatie');
    expect(errors).toBeUndefined();
    const eigen = await graph.database.sql(
      'trajecten',
      `select t.id from traject t join aanbieder a on a.id = t.aanbieder_id
       where klant_id = $1 and a.organisatie = 'BAANBRUG' order by id`,
      [klant],
    );
    const { trajecten } = data?.['klant'] as { trajecten: readonly { id: string }[] };
    expect(eigen.length).toBeGreaterThan(0);
    expect(trajecten.toSorted((een, ander) => (een.id < ander.id ? -1 : 1))).toEqual(eigen);
    const elders = await eenMet(
      'partij/STAP_VOORUIT/re_integratie/GM1916',
      'partij/BAANBRUG/re_integratie/GM1916',
    );
    const vreemd = await wieIs('uitvoerder-baanbrug', elders, undefined, 'pw-participatie');
    expect(vreemd.data).toEqual({ klant: null });
  });
});
