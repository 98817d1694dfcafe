import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { financien } from '../../../subgraphs/financien/financien.ts';
import { klanten } from '../../../subgraphs/klanten/klanten.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import type { Groepen } from '../../setup/gateway-aanroep.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';
import { pseudoniem } from '../../setup/pseudoniem.ts';

const KLANT = '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0001';
const PARTNER = '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0002';
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const DOSSIER: Groepen = {
  'klant.identificerend': ['GM0394'],
  'klant.dossier': ['GM0394'],
  'klant.dossier.kern': ['GM0394'],
};
const VRAAG = { query: `{ klant(id: "${pseudoniem(KLANT)}") { naam } }`, groepen: DOSSIER, traceId: TRACE };

let database: Testdatabase;
let subgraph: Testsubgraph;
let geld: Testsubgraph;
beforeAll(async () => {
  database = await maakDatabase('keten_gevuld');
  subgraph = await beginSubgraph(klanten, database);
  geld = await beginSubgraph(financien, database);
});
afterEach(async () => {
  await database.sql('klanten', 'truncate logboek');
  await database.sql('financien', 'truncate logboek');
});
afterAll(async () => {
  await subgraph.stop();
  await geld.stop();
  await database.weg();
});

const regels = (schema: string) => database.sql(schema, 'select * from logboek');

describe('every answer leaves one row', () => {
  test('that names the person, the verantwoordelijke and the fields read, and no value', async () => {
    const voor = Date.now();
    await subgraph.vraag(VRAAG);
    const [regel, ...meer] = await regels('klanten');
    expect(meer).toEqual([]);
    expect(regel).toMatchObject({
      trace_id: TRACE,
      status: 'Ok',
      name: 'Query.klant',
      verwerkingsactiviteit: 'https://register.ketengraaf.example/verwerkingen/pw-inkomen/1',
      betrokkenen: [KLANT],
      verantwoordelijken: ['GM0394'],
      velden: ['Klant.naam'],
    });
    expect(regel?.['span_id']).not.toBe(regel?.['parent_span_id']);
    expect(Number(regel?.['start_time'])).toBeGreaterThanOrEqual(voor);
    expect(Number(regel?.['end_time'])).toBeLessThanOrEqual(Date.now());
    expect(JSON.stringify(regel)).not.toContain('Verhoeven');
  });

  test('that names every person of a list once', async () => {
    const { data } = await subgraph.vraag({
      query: '{ klanten(first: 7) { edges { node { id: sleutel naam } } } }',
      groepen: DOSSIER,
    });
    const { edges } = (data as { klanten: { edges: { node: { id: string } }[] } }).klanten;
    const [regel] = await regels('klanten');
    expect(regel?.['betrokkenen']).toEqual(edges.map(({ node }) => node.id));
    expect(regel?.['verantwoordelijken']).toEqual(edges.map(() => 'GM0394'));
    expect(regel?.['velden']).toEqual(['Klant.naam', 'Klant.sleutel']);
  });

  test('that names both rechthebbenden of an uitkering that was read', async () => {
    await subgraph.vraag({
      query: `{ klant(id: "${pseudoniem(KLANT)}") { uitkeringen { regeling } } }`,
      groepen: DOSSIER,
    });
    expect(await regels('klanten')).toMatchObject([
      { betrokkenen: [KLANT, PARTNER], velden: ['Klant.uitkeringen', 'Uitkering.regeling'] },
    ]);
  });

  test('without persons when the question was about none', async () => {
    await subgraph.vraag({ query: '{ gemeente(code: "GM0394") { naam } }' });
    expect(await regels('klanten')).toMatchObject([
      { name: 'Query.gemeente', betrokkenen: [], verantwoordelijken: [], velden: [] },
    ]);
  });

  test('without persons when the klant was absent', async () => {
    await subgraph.vraag({ ...VRAAG, groepen: { 'klant.identificerend': ['GM0629'] } });
    expect(await regels('klanten')).toMatchObject([{ status: 'Ok', betrokkenen: [], velden: [] }]);
  });

  test('in each source for itself: that there is nothing is a reading as well, the key alone is none', async () => {
    const vraag = (groepen: Groepen, velden = 'sleutel vorderingen { edges { node { openstaand } } }') =>
      geld.vraag({
        query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Klant { ${velden} } } }`,
        variables: { r: [{ __typename: 'Klant', sleutel: KLANT }] },
        groepen,
      });
    const gelezen = () => database.sql('financien', 'select betrokkenen, velden from logboek');
    await vraag({ 'financien.klant.stand': ['GM0629'] });
    expect(await gelezen()).toEqual([{ betrokkenen: [KLANT], velden: ['Klant.vorderingen'] }]);
    await database.sql('financien', 'truncate logboek');
    await vraag({ 'financien.klant.stand': ['GM0394'] });
    expect(await gelezen()).toEqual([
      { betrokkenen: [KLANT], velden: ['Klant.vorderingen', 'Vordering.openstaand'] },
    ]);
    await database.sql('financien', 'truncate logboek');
    await vraag({ 'financien.klant.stand': ['GM0394'] }, 'id');
    expect(await gelezen()).toEqual([{ betrokkenen: [], velden: [] }]);
  });

  test('also when a field was refused, and then without that field', async () => {
    await subgraph.vraag({ ...VRAAG, query: `{ klant(id: "${pseudoniem(KLANT)}") { naam bsn } }` });
    expect(await regels('klanten')).toMatchObject([{ velden: ['Klant.naam'] }]);
  });
});

describe('without a row there is no data', () => {
  test('when the logboek may not be written', async () => {
    await database.sql('klanten', 'revoke insert on logboek from klanten_lezer');
    try {
      const antwoord = await subgraph.vraag(VRAAG);
      expect(JSON.parse(antwoord.tekst)).toEqual({
        errors: [
          {
            message: 'De raadpleging kan niet worden vastgelegd; daarom zijn er geen gegevens gegeven.',
            extensions: { code: 'LOGBOEK_NIET_BESCHIKBAAR' },
          },
        ],
      });
    } finally {
      await database.sql('klanten', 'grant insert on logboek to klanten_lezer');
    }
    expect((await subgraph.vraag(VRAAG)).data).toEqual({ klant: { naam: 'Annelies Verhoeven-Brink' } });
  });

  test('when the commit itself fails', async () => {
    await database.sql(
      'klanten',
      `create function weiger() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$;
       create constraint trigger weiger after insert on logboek deferrable initially deferred
         for each row when (new.status <> 'Error') execute function weiger()`,
    );
    try {
      const antwoord = await subgraph.vraag(VRAAG);
      expect(antwoord.tekst).not.toContain('Verhoeven');
      expect(antwoord.errors?.map(({ extensions }) => extensions.code)).toEqual(['BRON_MISLUKT']);
    } finally {
      await database.sql('klanten', 'drop function weiger cascade');
    }
  });
});

describe('when a statement fails', () => {
  test('there is no data, also not of the fields that were read before, and the failure is recorded', async () => {
    await database.sql('klanten', 'revoke select on uitkering from klanten_lezer');
    try {
      const antwoord = await subgraph.vraag({
        ...VRAAG,
        query: `{ klant(id: "${pseudoniem(KLANT)}") { naam uitkeringen { id } } }`,
      });
      expect(antwoord.status).toBe(200);
      expect(JSON.parse(antwoord.tekst)).toEqual({
        errors: [
          {
            message: 'Een bron gaf geen antwoord; dit deel ontbreekt.',
            extensions: { code: 'BRON_MISLUKT' },
          },
        ],
      });
    } finally {
      await database.sql('klanten', 'grant select on uitkering to klanten_lezer');
    }
    expect(await regels('klanten')).toMatchObject([
      { trace_id: TRACE, status: 'Error', betrokkenen: [], velden: [] },
    ]);
  });

  test('a deadline that has passed is told as such', async () => {
    expect((await subgraph.vraag({ ...VRAAG, termijn: '0' })).errors?.[0]?.extensions.code).toBe(
      'TERMIJN_VERSTREKEN',
    );
  });

  test('a statement that outlives the deadline is cut off', async () => {
    await database.sql(
      'klanten',
      `create function traag() returns boolean language sql as 'select pg_sleep(5) is not null';
       grant execute on function traag to klanten_lezer;
       create policy traag on klant as restrictive for select to klanten_lezer using ((select traag()))`,
    );
    try {
      const begin = Date.now();
      const antwoord = await subgraph.vraag({ ...VRAAG, termijn: '300' });
      expect(antwoord.errors?.map(({ extensions }) => extensions.code)).toEqual(['TERMIJN_VERSTREKEN']);
      expect(antwoord.data).toBeUndefined();
      expect(Date.now() - begin).toBeLessThan(3_000);
    } finally {
      await database.sql('klanten', 'drop policy traag on klant; drop function traag');
    }
  });
});
