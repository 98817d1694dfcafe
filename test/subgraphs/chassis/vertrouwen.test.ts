import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { klanten } from '../../../subgraphs/klanten/klanten.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import { type GatewayVraag, type GetekendeAanroep, stuur, teken } from '../../setup/gateway-aanroep.ts';
import { type GatewaySleutel, maakGatewaySleutel } from '../../setup/gateway-sleutel.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';
import { volgStatements } from '../../setup/volg-statements.ts';

const VRAAG: GatewayVraag = { query: '{ gemeente(code: "GM0394") { naam } }' };

let database: Testdatabase;
let subgraph: Testsubgraph;
let vreemd: GatewaySleutel;
beforeAll(async () => {
  database = await maakDatabase('keten_gevuld');
  subgraph = await beginSubgraph(klanten, database);
  vreemd = maakGatewaySleutel('gateway-1');
});
afterAll(async () => {
  await subgraph.stop();
  await database.weg();
  vreemd.weg();
});

const nu = (): number => Math.floor(Date.now() / 1000);

async function getekend(anders: Partial<GatewayVraag> = {}): Promise<GetekendeAanroep> {
  return teken({ ...VRAAG, ...anders }, 'klanten', subgraph.sleutel);
}

function metHeaders(aanroep: GetekendeAanroep, headers: Record<string, string>): GetekendeAanroep {
  return { ...aanroep, headers: { ...aanroep.headers, ...headers } };
}

function zonderHeader(aanroep: GetekendeAanroep, weg: string): GetekendeAanroep {
  return {
    ...aanroep,
    headers: Object.fromEntries(Object.entries(aanroep.headers).filter(([naam]) => naam !== weg)),
  };
}

/** Refused means: 401, the code, no data, and not one statement to the database. */
const GEWEIGERD = {
  status: 401,
  antwoord: {
    errors: [
      {
        message: 'Deze bron is alleen via de gateway te bevragen.',
        extensions: { code: 'AANROEP_NIET_VERTROUWD' },
      },
    ],
  },
  statements: [],
};

async function verzonden(aanroep: GetekendeAanroep): Promise<typeof GEWEIGERD> {
  const { uitkomst, statements } = await volgStatements(() => stuur(subgraph.url, aanroep));
  return {
    status: uitkomst.status,
    antwoord: JSON.parse(uitkomst.tekst),
    statements: [...statements] as never[],
  };
}

test('a call signed by the gateway is answered', async () => {
  const antwoord = await subgraph.vraag(VRAAG);
  expect(antwoord.status).toBe(200);
  expect(antwoord.data).toEqual({ gemeente: { naam: 'Haarlemmermeer' } });
});

describe('a call is refused before anything of it is read', () => {
  test('without any header', async () => {
    expect(
      await verzonden({ body: JSON.stringify(VRAAG), headers: { 'content-type': 'application/json' } }),
    ).toEqual(GEWEIGERD);
  });

  test('without a header, also when the body is no JSON', async () => {
    expect(await verzonden({ body: '{"query', headers: { 'content-type': 'text/plain' } })).toEqual(
      GEWEIGERD,
    );
  });

  test.each(['ketentoken', 'signature', 'signature-input', 'content-digest', 'traceparent', 'keten-termijn'])(
    'without the header %s',
    async (header) => {
      const aanroep = await getekend();
      expect(await verzonden(zonderHeader(aanroep, header))).toEqual(GEWEIGERD);
    },
  );

  test('with a token for another audience', async () => {
    const aanroep = await getekend({ audience: 'financien' });
    expect(await verzonden(aanroep)).toEqual(GEWEIGERD);
  });

  test('with a token of another issuer', async () => {
    const aanroep = await getekend({ issuer: 'someone-else' });
    expect(await verzonden(aanroep)).toEqual(GEWEIGERD);
  });

  test('with a token of another kind', async () => {
    const aanroep = await getekend({ typ: 'JWT' });
    expect(await verzonden(aanroep)).toEqual(GEWEIGERD);
  });

  test('with an expired token under a fresh signature', async () => {
    const oud = await getekend({ nu: nu() - 63 });
    const vers = await getekend();
    const aanroep = metHeaders(vers, { ketentoken: oud.headers['ketentoken'] ?? '' });
    expect(await verzonden(aanroep)).toEqual(GEWEIGERD);
  });

  test('with a token that lives longer than a minute', async () => {
    const aanroep = await getekend({ levensduur: 3_600 });
    expect(await verzonden(aanroep)).toEqual(GEWEIGERD);
  });

  test('signed more than ten seconds ago', async () => {
    const aanroep = await getekend({ nu: nu() - 13 });
    expect(await verzonden(aanroep)).toEqual(GEWEIGERD);
  });

  test('signed in the future, beyond the skew of two seconds', async () => {
    const aanroep = await getekend({ nu: nu() + 5 });
    expect(await verzonden(aanroep)).toEqual(GEWEIGERD);
  });

  test('when it is sent a second time', async () => {
    const aanroep = await getekend();
    expect((await stuur(subgraph.url, aanroep)).status).toBe(200);
    expect(await verzonden(aanroep)).toEqual(GEWEIGERD);
  });

  test('with another body', async () => {
    const aanroep = await getekend();
    expect(await verzonden({ ...aanroep, body: aanroep.body.replace('GM0394', 'GM0629') })).toEqual(
      GEWEIGERD,
    );
  });

  test('with another body and its right digest, but the old signature', async () => {
    const eerste = await getekend();
    const tweede = await getekend({ query: '{ gemeente(code: "GM0629") { naam } }' });
    const vervalst = metHeaders(
      { ...eerste, body: tweede.body },
      { 'content-digest': tweede.headers['content-digest'] ?? '' },
    );
    expect(await verzonden(vervalst)).toEqual(GEWEIGERD);
  });

  test.each([
    ['keten-termijn', '29999'],
    ['traceparent', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'],
  ])('with another %s than was signed', async (header, waarde) => {
    const aanroep = metHeaders(await getekend(), { [header]: waarde });
    expect(await verzonden(aanroep)).toEqual(GEWEIGERD);
  });

  test('signed by another key under a known key id', async () => {
    const aanroep = await teken(VRAAG, 'klanten', vreemd);
    expect(await verzonden(aanroep)).toEqual(GEWEIGERD);
  });

  test('with the token of the gateway, but signed by another key', async () => {
    const aanroep = await teken({ ...VRAAG, tokensleutel: subgraph.sleutel }, 'klanten', vreemd);
    expect(await verzonden(aanroep)).toEqual(GEWEIGERD);
  });

  test('with a token under one key id and a signature under another', async () => {
    const anders = { ...subgraph.sleutel, kid: 'gateway-2' };
    const aanroep = await teken({ ...VRAAG, tokensleutel: subgraph.sleutel }, 'klanten', anders);
    expect(await verzonden(aanroep)).toEqual(GEWEIGERD);
  });

  test('with an unknown key id', async () => {
    const onbekend = { ...subgraph.sleutel, kid: 'gateway-2' };
    const aanroep = await teken(VRAAG, 'klanten', onbekend);
    expect(await verzonden(aanroep)).toEqual(GEWEIGERD);
  });
});

describe('only POST /graphql exists', () => {
  test('the body of a call without a good ketentoken is not read', async () => {
    const antwoord = await stuur(subgraph.url, { body: 'x'.repeat(3_000_000), headers: {} });
    expect(antwoord.status).toBe(401);
  });

  test('a body beyond the limit is refused', async () => {
    const { headers } = await getekend();
    const antwoord = await stuur(subgraph.url, { body: 'x'.repeat(3_000_000), headers });
    expect({ status: antwoord.status, errors: antwoord.errors }).toMatchObject({
      status: 413,
      errors: [{ extensions: { code: 'AANROEP_TE_GROOT' } }],
    });
  });

  test.each([
    ['an array', '[{"query":"{ __typename }"}]', 'application/json', 400, 'AANROEP_ONGELDIG'],
    ['no JSON', '{"query', 'application/json', 400, 'AANROEP_ONGELDIG'],
    ['another media type', '{"query":"{ __typename }"}', 'text/plain', 415, 'MEDIATYPE_NIET_ONDERSTEUND'],
  ])('a signed body that is %s is refused', async (_naam, body, soort, status, code) => {
    const { headers } = await getekend({ body });
    const antwoord = await stuur(subgraph.url, { body, headers: { ...headers, 'content-type': soort } });
    expect({
      status: antwoord.status,
      codes: antwoord.errors?.map(({ extensions }) => extensions.code),
    }).toEqual({
      status,
      codes: [code],
    });
  });

  test('another method is refused', async () => {
    const antwoord = await fetch(`${subgraph.url}?query={__typename}`);
    expect(antwoord.status).toBe(405);
    expect(await antwoord.json()).toMatchObject({
      errors: [{ extensions: { code: 'METHODE_NIET_TOEGESTAAN' } }],
    });
  });

  test('another path is refused', async () => {
    const antwoord = await fetch(new URL('/', subgraph.url));
    expect(antwoord.status).toBe(404);
    expect(await antwoord.json()).toMatchObject({ errors: [{ extensions: { code: 'NIET_GEVONDEN' } }] });
  });
});

const IDENTIFICEREND = { 'klant.identificerend': ['GM0394'] };

describe('a question that is wrong gives a code and quotes nothing', () => {
  const GEHEIM = '999930023';

  test.each([
    ['a field that does not exist', { query: `{ bsn${GEHEIM} }` }, 'DOCUMENT_ONGELDIG'],
    ['a document that does not parse', { query: `{ "${GEHEIM}"` }, 'DOCUMENT_ONGELDIG'],
    ['a literal of the wrong form', { query: `{ gemeente(code: "${GEHEIM}") { naam } }` }, 'INVOER_ONGELDIG'],
    [
      'a variable of the wrong form',
      { query: 'query ($g: Gemeentecode!) { gemeente(code: $g) { naam } }', variables: { g: GEHEIM } },
      'INVOER_ONGELDIG',
    ],
    [
      'a missing variable',
      { query: 'query ($g: Gemeentecode!) { gemeente(code: $g) { naam } }' },
      'VARIABELE_ONGELDIG',
    ],
    ['a mutation that there is not', { query: `mutation { wis(bsn: "${GEHEIM}") }` }, 'DOCUMENT_ONGELDIG'],
    ['introspection', { query: '{ __schema { types { name } } }' }, 'DOCUMENT_ONGELDIG'],
    [
      'a page that is too large',
      { query: '{ klanten(first: 101) { pageInfo { endCursor } } }', groepen: IDENTIFICEREND },
      'INVOER_ONGELDIG',
    ],
    [
      'a page of nothing',
      { query: '{ klanten(first: 0) { pageInfo { endCursor } } }', groepen: IDENTIFICEREND },
      'INVOER_ONGELDIG',
    ],
    [
      'null where that may not be',
      {
        query: 'query ($n: Int) { klanten(first: $n) { pageInfo { endCursor } } }',
        variables: { n: null },
        groepen: IDENTIFICEREND,
      },
      'INVOER_ONGELDIG',
    ],
    [
      'two operations and no name',
      { query: 'query a { __typename } query b { __typename }' },
      'OPERATIE_ONBEKEND',
    ],
    ['an empty question', { query: '' }, 'AANROEP_ONGELDIG'],
  ])('%s', async (_naam, vraag, code) => {
    const antwoord = await subgraph.vraag(vraag);
    expect(antwoord.errors?.map(({ extensions }) => extensions)).toEqual([{ code }]);
    expect(antwoord.data ?? null).toBeNull();
    expect(antwoord.tekst).not.toContain(GEHEIM);
    expect(antwoord.tekst).not.toMatch(/stack|node_modules|Did you mean/);
  });
});
