import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { SUBGRAPHS } from '../../../schema/codelijsten/subgraphs.ts';
import { klanten } from '../../../subgraphs/klanten/klanten.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';
import { pseudoniem } from '../../setup/pseudoniem.ts';

const KLANT = '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0001';
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const VRAAG = {
  query: `{ klant(id: "${pseudoniem(KLANT)}") { naam uitkeringen { regeling } } }`,
  groepen: {
    'klant.identificerend': ['GM0394'],
    'klant.dossier': ['GM0394'],
    'klant.dossier.kern': ['GM0394'],
  },
  organisatie: 'GM0394',
  sub: 'wie-het-deed',
  traceId: TRACE,
  reden: 'NOODTOEGANG_CRISIS',
};

let database: Testdatabase;
let subgraph: Testsubgraph;
beforeAll(async () => {
  database = await maakDatabase('keten_gevuld');
  subgraph = await beginSubgraph(klanten, database);
});
afterEach(() => database.sql('klanten', 'truncate logboek, noodtoegang cascade'));
afterAll(async () => {
  await subgraph.stop();
  await database.weg();
});

const rijen = () => database.sql('klanten', 'select * from noodtoegang');

test('noodtoegang leaves who used it beside the row of the logboek, and of how many people, but not of whom', async () => {
  expect((await subgraph.vraag(VRAAG)).errors).toBeUndefined();
  const [regel] = await database.sql('klanten', 'select * from logboek');
  const [rij, ...meer] = await rijen();
  expect(meer).toEqual([]);
  expect(rij).toEqual({
    id: regel?.['span_id'],
    trace_id: TRACE,
    organisatie: 'GM0394',
    gebruiker: 'wie-het-deed',
    reden: 'NOODTOEGANG_CRISIS',
    verantwoordelijken: ['GM0394'],
    personen: 2,
    tijd: new Date(Number(regel?.['start_time'])),
  });
  expect(JSON.stringify(regel)).not.toContain('wie-het-deed');
});

test('a question that found nobody counts too', async () => {
  const elders = Object.fromEntries(Object.keys(VRAAG.groepen).map((groep) => [groep, ['GM0629']]));
  expect((await subgraph.vraag({ ...VRAAG, groepen: elders })).data).toEqual({ klant: null });
  expect(await rijen()).toMatchObject([{ gebruiker: 'wie-het-deed', personen: 0, verantwoordelijken: [] }]);
});

test.each([undefined, 'TEAM_SPOED', 'VERVANGING_AFWEZIG'])('the reason %s leaves none', async (reden) => {
  const { reden: _nood, ...gewoon } = VRAAG;
  const { errors } = await subgraph.vraag({ ...gewoon, ...(reden !== undefined && { reden }) });
  expect(errors).toBeUndefined();
  expect(await rijen()).toEqual([]);
});

test('when the row cannot be written there is no data, and nothing in the logboek says there was', async () => {
  await database.sql('klanten', 'revoke insert on noodtoegang from klanten_lezer');
  try {
    const antwoord = await subgraph.vraag(VRAAG);
    expect(JSON.parse(antwoord.tekst)).toEqual({
      errors: [expect.objectContaining({ extensions: { code: 'LOGBOEK_NIET_BESCHIKBAAR' } })],
    });
    expect(await database.sql('klanten', 'select from logboek')).toEqual([]);
    const { reden: _nood, ...gewoon } = VRAAG;
    expect((await subgraph.vraag(gewoon)).errors).toBeUndefined();
  } finally {
    await database.sql('klanten', 'grant insert on noodtoegang to klanten_lezer');
  }
});

describe.each(Object.keys(SUBGRAPHS))('in %s', (bron) => {
  test('the table is made by the same bytes, and what stands in it is not changed', async () => {
    const bytes = (naam: string): string =>
      readFileSync(
        new URL(
          `../../../subgraphs/${naam}/prisma/migrations/20261127000000_noodtoegang_gebruik/migration.sql`,
          import.meta.url,
        ),
        'utf8',
      );
    expect(bytes(bron)).toBe(bytes('klanten'));
    await expect(database.sql(bron, `update noodtoegang set gebruiker = 'een ander'`)).rejects.toThrow(
      'is what happened',
    );
  });
});
