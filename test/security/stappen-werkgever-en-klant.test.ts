// Threats: 48a, 48b
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginGraph, type GraphAntwoord, type Testgraph } from '../setup/begin-graph.ts';
import { volgStatements } from '../setup/volg-statements.ts';
import { stelDocument } from '../graph/stel-document.ts';

const WERKGEVER = 'werkgever-90001354';
const ANDERE_WERKGEVER = 'werkgever-69599084';
const voordracht = (nummer: number): string =>
  `6b1f0e52-3c7a-4d18-a5e9-1c4d2f70${nummer.toString(16).padStart(4, '0')}`;
/** Of the werkgever and the kandidaat of the demo; of the werkgever and somebody else; of another werkgever. */
const [EIGEN, VAN_EEN_ANDER, VAN_ANDERE_WERKGEVER] = [voordracht(2), voordracht(5), voordracht(0x101)];
const ONBEKEND = '00000000-0000-4000-8000-000000000000';
const BEMIDDELING = 'https://register.ketengraaf.example/verwerkingen/bemiddeling/1';
const headers = { traceparent: `00-${'e'.repeat(32)}-${'f'.repeat(16)}-01` };

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

/** Asks a mutation of one's own making, for the purpose bemiddeling. */
const vrij = (query: string, als: string, doel = BEMIDDELING): Promise<GraphAntwoord> =>
  graph.vraag({ body: { query }, als, headers: { ...headers, 'x-verwerkingsactiviteit': doel } });

const stappen = () =>
  graph.database.sql(
    'vacatures',
    'select voordracht_id, soort from voordrachtstap order by voordracht_id, vastgelegd_op',
  );

const weigering = ({ errors }: GraphAntwoord) => errors?.[0]?.extensions;

describe('a step of the other side', () => {
  it.each([
    ['stemIn', WERKGEVER, ''],
    ['trekIn', WERKGEVER, ''],
    ['uitnodigen', 'kandidaat', ''],
    ['wijsAf', 'kandidaat', ', reden: ANDERE_KANDIDAAT'],
    ['stemIn', 'consulent-lv', ''],
    ['uitnodigen', 'consulent-lv', ''],
    ['stemIn', 'bewindvoerder', ''],
  ])('%s by %s is refused before any source is asked', async (veld, als, meer) => {
    const { uitkomst, statements } = await volgStatements(() =>
      vrij(`mutation { ${veld}(voordracht: "${EIGEN}"${meer}) { id } }`, als),
    );
    expect(weigering(uitkomst)).toMatchObject({
      code: 'NIET_GEAUTORISEERD',
      geweigerd: [expect.objectContaining({ veld: `Mutation.${veld}`, reden: 'GEEN_RECHT' })],
    });
    expect(uitkomst.data).toBeUndefined();
    expect(statements).toEqual([]);
    expect(await stappen()).toEqual([]);
  });

  it('is refused too beside one of the own side: then neither is taken', async () => {
    const antwoord = await vrij(
      `mutation { uitnodigen(voordracht: "${EIGEN}") { id } ja: stemIn(voordracht: "${EIGEN}") { id } }`,
      WERKGEVER,
    );
    expect(weigering(antwoord)?.code).toBe('NIET_GEAUTORISEERD');
    expect(await stappen()).toEqual([]);
  });

  it('and no step is taken for another purpose, or for none', async () => {
    for (const doel of ['https://register.ketengraaf.example/verwerkingen/inzage/1', undefined]) {
      const antwoord = await graph.vraag({
        body: { query: `mutation { stemIn(voordracht: "${EIGEN}") { id } }` },
        als: 'kandidaat',
        headers: doel === undefined ? {} : { 'x-verwerkingsactiviteit': doel },
      });
      expect(weigering(antwoord)?.code).toBe('NIET_GEAUTORISEERD');
    }
    expect(await stappen()).toEqual([]);
  });
});

describe("another's voordracht", () => {
  it.each([
    ['WG-004', ANDERE_WERKGEVER, EIGEN],
    ['WG-005', WERKGEVER, VAN_ANDERE_WERKGEVER],
    ['IN-003', 'kandidaat', VAN_EEN_ANDER],
    ['IN-004', 'inwoner', EIGEN],
  ])(
    '%s by %s: the same bytes and statements as one that does not exist, and no step',
    async (id, als, van) => {
      const stel = (key: string) =>
        stelDocument(graph, id, { als, variabelen: { voordracht: key }, headers });
      const vreemd = await volgStatements(() => stel(van));
      const onbekend = await volgStatements(() => stel(ONBEKEND));
      expect(Object.values(vreemd.uitkomst.data ?? {})).toEqual([null]);
      expect(vreemd.uitkomst.errors).toBeUndefined();
      expect(vreemd.uitkomst.tekst).toBe(onbekend.uitkomst.tekst);
      expect(vreemd.statements).toEqual(onbekend.statements);
      expect(await stappen()).toEqual([]);
    },
  );
});

describe('a step that the phase does not allow', () => {
  it.each([
    ['WG-005', WERKGEVER, voordracht(6), 'after a plaatsing'],
    ['WG-004', WERKGEVER, voordracht(8), 'after the end'],
    ['WG-005', WERKGEVER, voordracht(8), 'after an end of another kind'],
  ])('%s by %s of %s, %s, is an error of its own and changes nothing', async (id, als, van) => {
    const { data, errors } = await stelDocument(graph, id, { als, variabelen: { voordracht: van } });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions.code).toBe('STAP_PAST_NIET');
    expect(Object.values(data ?? {})).toEqual([null]);
    expect(await stappen()).toEqual([]);
  });
});

it('the name comes with both and goes with the end; what is asked again, or replayed, takes nothing twice', async () => {
  const naam = async (): Promise<unknown> =>
    (await stelDocument(graph, 'WG-003', { variabelen: { voordracht: EIGEN } })).data?.['voordracht'];
  const zet = async (id: string): Promise<unknown> =>
    Object.values((await stelDocument(graph, id)).data ?? {})[0];

  expect(await zet('WG-004')).toMatchObject({ fase: 'VOORGEDRAGEN', kandidaat: { naam: null } });
  expect(await zet('WG-004')).toMatchObject({ fase: 'VOORGEDRAGEN', kandidaat: { naam: null } });
  expect(await zet('IN-003')).toMatchObject({
    fase: 'UITGENODIGD',
    stappen: [{ soort: 'UITNODIGEN' }, { soort: 'INSTEMMEN' }],
  });
  expect(await naam()).toMatchObject({ fase: 'UITGENODIGD', kandidaat: { naam: expect.any(String) } });
  expect(await zet('IN-003')).toMatchObject({ fase: 'UITGENODIGD' });
  expect(await zet('IN-004')).toMatchObject({ fase: 'GEEINDIGD' });
  expect(await zet('IN-004')).toMatchObject({ fase: 'GEEINDIGD' });
  expect(await naam()).toMatchObject({ fase: 'GEEINDIGD', kandidaat: { naam: null } });
  expect((await stelDocument(graph, 'WG-004')).errors?.[0]?.extensions.code).toBe('STAP_PAST_NIET');
  expect((await stappen()).map(({ soort }) => soort)).toEqual(['UITNODIGEN', 'INSTEMMEN', 'INTREKKEN']);
});

it('steps in one question are taken in their order, and each answer is as it was after its own', async () => {
  const van = voordracht(3);
  const { data } = await vrij(
    `mutation { een: uitnodigen(voordracht: "${van}") { fase kandidaat { werktijden { aantalWerkurenPerWeekMinimaal } } }
       twee: wijsAf(voordracht: "${van}", reden: VACATURE_VERVULD) { fase kandidaat { werktijden { aantalWerkurenPerWeekMinimaal } } }
       drie: uitnodigen(voordracht: "${van}") { fase } }`,
    WERKGEVER,
  );
  expect(data).toEqual({
    een: { fase: 'VOORGEDRAGEN', kandidaat: { werktijden: expect.any(Object) } },
    twee: { fase: 'GEEINDIGD', kandidaat: { werktijden: null } },
    drie: null,
  });
});

it('a source that is away takes no step, and the gateway does not ask it twice', async () => {
  await graph.stopSubgraph('vacatures');
  try {
    const { errors } = await stelDocument(graph, 'WG-005', { variabelen: { voordracht: VAN_EEN_ANDER } });
    expect(errors?.[0]?.extensions.code).toBe('BRON_MISLUKT');
  } finally {
    await graph.startSubgraph('vacatures');
  }
  expect((await stappen()).filter(({ voordracht_id: van }) => van === VAN_EEN_ANDER)).toEqual([]);
});
