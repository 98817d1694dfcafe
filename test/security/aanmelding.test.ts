// Threats: 1, 2, 11, 31a
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginGraph, claimsVan, type Testgraph } from '../setup/begin-graph.ts';
import { beginUitgever } from '../setup/test-uitgever.ts';
import { pseudoniem } from '../setup/pseudoniem.ts';

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

const vraagMet = async (authorization: string | undefined) =>
  graph.vraag({
    body: { query: '{ gemeente(code: "GM0394") { naam } }' },
    ...(authorization === undefined ? {} : { headers: { authorization } }),
  });

const claims = claimsVan('consulent-haarlemmermeer');
const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a question without a good token', () => {
  it('is not answered: no token', async () => {
    const { status, errors, headers } = await vraagMet(undefined);
    expect([status, errors?.[0]?.extensions.code]).toEqual([401, 'NIET_AANGEMELD']);
    expect(headers.get('www-authenticate')).toBe('Bearer');
  });

  it.each<[string, () => Promise<string> | string]>([
    ['no bearer token', () => 'Basic YTpi'],
    ['not a JWT', () => 'Bearer x'],
    ['expired', async () => `Bearer ${await graph.uitgever.token(claims, { expiresIn: -60 })}`],
    [
      'for another audience',
      async () => `Bearer ${await graph.uitgever.token(claims, { audience: 'urn:iets:anders' })}`,
    ],
    [
      'of an issuer we do not know',
      async () => `Bearer ${await graph.uitgever.token(claims, { issuer: 'http://127.0.0.1:9' })}`,
    ],
    ['an id token', async () => `Bearer ${await graph.uitgever.token(claims, { typ: 'JWT' })}`],
    ['with an unknown key', async () => `Bearer ${await graph.uitgever.token(claims, { kid: 'onbekend' })}`],
    ['without an organisation', async () => `Bearer ${await graph.uitgever.token({ sub: 'x' })}`],
    [
      'with roles that are no list',
      async () => `Bearer ${await graph.uitgever.token({ ...claims, rollen: 'fg' })}`,
    ],
    [
      'alg none',
      () =>
        `Bearer ${base64url({ alg: 'none', typ: 'at+jwt' })}.${base64url({ ...claims, iss: graph.uitgever.instelling.issuer })}.`,
    ],
    [
      'signed with a secret instead of a key',
      () => {
        const head = base64url({ alg: 'HS256', typ: 'at+jwt', kid: 'sleutel-0' });
        const body = base64url({
          ...claims,
          iss: graph.uitgever.instelling.issuer,
          aud: 'urn:ketengraaf:gateway',
          exp: Math.floor(Date.now() / 1000) + 600,
        });
        const signature = createHmac('sha256', 'geheim').update(`${head}.${body}`).digest('base64url');
        return `Bearer ${head}.${body}.${signature}`;
      },
    ],
    [
      'changed after it was signed',
      async () => {
        const [head, , signature] = (await graph.uitgever.token(claims)).split('.');
        return `Bearer ${head}.${base64url({ ...claims, organisatie: 'GM0629' })}.${signature}`;
      },
    ],
    [
      'signed by someone else in the name of the issuer',
      async () => {
        const ander = await beginUitgever();
        const token = await ander.token(claims, { issuer: graph.uitgever.instelling.issuer });
        await ander.stop();
        return `Bearer ${token}`;
      },
    ],
  ])('is not answered: %s', async (_, authorization) => {
    const { status, tekst, errors } = await vraagMet(await authorization());
    expect([status, errors?.[0]?.extensions.code]).toEqual([401, 'TOKEN_ONGELDIG']);
    expect(JSON.parse(tekst)).not.toHaveProperty('data');
  });

  it('learns nothing of what exists: not even that a document is unknown', async () => {
    const { errors } = await graph.vraag({ body: { documentId: 'keten:XX-999' } });
    expect(errors?.[0]?.extensions.code).toBe('NIET_AANGEMELD');
  });
});

describe('who asks', () => {
  const klant = pseudoniem('5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0001');
  const body = { query: `{ klant(id: "${klant}") { naam } }` };
  const doel = {
    'x-verwerkingsactiviteit': 'https://register.ketengraaf.example/verwerkingen/pw-inkomen/1',
  };

  it('is taken from the token and from no header', async () => {
    const headers = {
      'x-organisatie': 'GM0629',
      'x-gebruiker': 'x',
      organisatie: 'GM0629',
      'x-origin-oin': '0',
    };
    const met = await graph.vraag({ body, als: 'consulent-wassenaar', headers: { ...doel, ...headers } });
    expect(met.data).toEqual({ klant: null });
  });

  it('must work for an organisation of the keten', async () => {
    const token = await graph.uitgever.token({ ...claims, organisatie: 'GM9999' });
    const { errors } = await vraagMet(`Bearer ${token}`);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'NIET_GEAUTORISEERD',
      geweigerd: [{ reden: 'ORGANISATIE_ONBEKEND' }, { reden: 'ORGANISATIE_ONBEKEND' }],
    });
  });

  it('is not shared between two askers of the same question', async () => {
    const [eigen, ander] = await Promise.all([
      graph.vraag({ body, als: 'consulent-haarlemmermeer', headers: doel }),
      graph.vraag({ body, als: 'consulent-wassenaar', headers: doel }),
    ]);
    expect(eigen.data?.['klant']).not.toBeNull();
    expect(ander.data).toEqual({ klant: null });
  });
});

describe('a flood of tokens with unknown keys', () => {
  it('asks the issuer once', async () => {
    const uitgever = await beginUitgever();
    const dichtbij = await beginGraph({ UITGEVERS: JSON.stringify([uitgever.instelling]) });
    try {
      const tokens = Array.from({ length: 20 }, (_, n) => uitgever.token(claims, { kid: `onbekend-${n}` }));
      for (const token of await Promise.all(tokens)) {
        await dichtbij.vraag({
          body: { query: '{ __typename }' },
          headers: { authorization: `Bearer ${token}` },
        });
      }
      expect(uitgever.opgehaald()).toBe(1);
    } finally {
      await dichtbij.stop();
      await uitgever.stop();
    }
  });
});

describe('a subgraph', () => {
  it('is not to be asked directly', async () => {
    for (const url of Object.values(graph.subgraphs)) {
      for (const query of [
        '{ __typename }',
        '{ _service { sdl } }',
        '{ _entities(representations: []) { __typename } }',
      ]) {
        const token = await graph.uitgever.token(claims);
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify({ query }),
        });
        expect(response.status, query).toBe(401);
        expect(await response.json()).toMatchObject({
          errors: [{ extensions: { code: 'AANROEP_NIET_VERTROUWD' } }],
        });
      }
    }
  });
});
