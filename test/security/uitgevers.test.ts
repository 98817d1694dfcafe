// Threats: 1, 1a, 18, 30, 31, 31a
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIdentity, type Identity } from '../../gateway/identity/identify.ts';
import { beginUitgever, type TestUitgever } from '../setup/test-uitgever.ts';

const CLAIMS = { sub: 'x', organisatie: 'GM0394', rollen: ['regisseur'] };

let uitgever: TestUitgever;
let identity: Identity;
let nu: number;
beforeEach(async () => {
  uitgever = await beginUitgever();
  nu = Date.now();
  identity = createIdentity([uitgever.instelling], () => nu);
});
afterEach(() => uitgever.stop());

/** What becomes of a token: the organisation it speaks for, or the code of the refusal. */
async function uitkomst(token: string | Promise<string>, bij = identity): Promise<string> {
  return bij.identify(`Bearer ${await token}`).then(
    ({ organisatie }) => organisatie,
    ({ code }: { code: string }) => code,
  );
}

describe('a token', () => {
  it.each([
    ['that is not valid yet', { notBefore: 60 }],
    ['that was made in the future', { issuedAt: 60, expiresIn: 120 }],
    ['that lives longer than its issuer may let it', { expiresIn: 3_601 }],
    ['that expired more than the skew ago', { issuedAt: -60, expiresIn: -3 }],
    ['with a header that must be understood and is not', { header: { crit: ['x'], x: 1 } }],
    ['of another kind: an id token', { typ: 'JWT' }],
    ['of another kind: a ketentoken', { typ: 'keten+jwt' }],
    ['of another kind: a logout token', { typ: 'logout+jwt' }],
  ] as const)('%s is refused', async (_naam, options) => {
    const { header, ...rest } = { header: {}, ...options };
    const token = uitgever.token(CLAIMS, { ...rest, header: header as Partial<JWTHeaderParameters> });
    expect(await uitkomst(token)).toBe('TOKEN_ONGELDIG');
  });

  it.each([
    ['that begins and ends within the skew', { notBefore: 1, issuedAt: -60, expiresIn: 2 }],
    ['that expired within the skew', { issuedAt: -60, expiresIn: -1 }],
    ['that lives exactly as long as it may', { expiresIn: 3_600 }],
  ])('%s is accepted', async (_naam, options) => {
    expect(await uitkomst(uitgever.token(CLAIMS, options))).toBe('GM0394');
  });

  it('that was accepted is refused once it has expired', async () => {
    const token = await uitgever.token(CLAIMS, { expiresIn: 30 });
    expect(await uitkomst(token)).toBe('GM0394');
    nu += 33_000;
    expect(await uitkomst(token)).toBe('TOKEN_ONGELDIG');
  });

  it('without an end is refused', async () => {
    const token = await uitgever.token(CLAIMS);
    const [head, body] = token.split('.');
    const { exp: _, ...claims } = JSON.parse(Buffer.from(body ?? '', 'base64url').toString()) as { exp: 1 };
    const anders = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
    expect(await uitkomst(`${anders}.${token.split('.')[2]}`)).toBe('TOKEN_ONGELDIG');
  });
});

describe('a key that a token brings along is never followed', () => {
  let bezocht: string[];
  let adres: string;
  let stop: () => void;
  beforeAll(async () => {
    bezocht = [];
    const server = createServer((request, response) => {
      bezocht.push(request.url ?? '');
      response.end('{}');
    });
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    adres = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    stop = () => void server.close();
  });
  afterAll(() => stop());

  it.each(['jwk', 'jku', 'x5u', 'x5c', 'kid that is a path', 'kid that is a URL'])('%s', async (truc) => {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA');
    const jwk = await exportJWK(publicKey);
    const header: Record<string, unknown> = {
      jwk: { jwk, kid: 'sleutel-0' },
      jku: { jku: `${adres}/jku`, kid: 'sleutel-0' },
      x5u: { x5u: `${adres}/x5u`, kid: 'sleutel-0' },
      x5c: { x5c: ['MIIB'], kid: 'sleutel-0' },
      'kid that is a path': { kid: '../../../../dev/null' },
      'kid that is a URL': { kid: `${adres}/kid` },
    }[truc] as Record<string, unknown>;
    const token = await new SignJWT(CLAIMS)
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', ...header })
      .setIssuer(uitgever.instelling.issuer)
      .setAudience(uitgever.instelling.audience)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey);
    expect(await uitkomst(token)).toBe('TOKEN_ONGELDIG');
    expect(bezocht).toEqual([]);
  });
});

describe('when an issuer replaces its key', () => {
  it('the new key is taken up by the first token that names it', async () => {
    expect(await uitkomst(uitgever.token(CLAIMS))).toBe('GM0394');
    await uitgever.roteer();
    nu += 5_000;
    expect(await uitkomst(uitgever.token(CLAIMS))).toBe('GM0394');
  });

  it('tokens under the old key are refused, the kept ones as well', async () => {
    const oud = await uitgever.token(CLAIMS);
    expect(await uitkomst(oud)).toBe('GM0394');
    await uitgever.roteer();
    nu += 5_000;
    await uitkomst(uitgever.token(CLAIMS));
    expect(await uitkomst(oud)).toBe('TOKEN_ONGELDIG');
  });

  it('a key that was dropped is dropped within about a minute, although no token names a new one', async () => {
    const token = await uitgever.token(CLAIMS);
    expect(await uitkomst(token)).toBe('GM0394');
    await uitgever.roteer();
    nu += 60_001;
    // This one still finds the old key, and has the keys fetched beside it.
    await uitkomst(token);
    await vi.waitFor(async () => expect(await uitkomst(token)).toBe('TOKEN_ONGELDIG'));
  });

  it('a key that was dropped while nobody asked anything does not come back for a moment', async () => {
    const token = await uitgever.token(CLAIMS);
    expect(await uitkomst(token)).toBe('GM0394');
    await uitgever.roteer();
    nu += 300_000;
    expect(await uitkomst(token)).toBe('TOKEN_ONGELDIG');
  });

  it('whoever sends made-up key ids keeps the new key out for five seconds at most', async () => {
    const verzonnen = async (n: number): Promise<string> =>
      uitkomst(uitgever.token(CLAIMS, { kid: `verzonnen-${n}` }));
    await verzonnen(0);
    await uitgever.roteer();
    const begin = nu;
    while (nu < begin + 5_000) {
      expect(await verzonnen(nu)).toBe('TOKEN_ONGELDIG');
      nu += 500;
    }
    expect(await uitkomst(uitgever.token(CLAIMS))).toBe('GM0394');
    expect(uitgever.opgehaald()).toBe(2);
  });
});

describe('when an issuer is away', () => {
  it('says so in an error of its own, and the issuer is not asked more than once a second', async () => {
    uitgever.zetWeg(true);
    for (let n = 0; n < 20; n += 1)
      expect(await uitkomst(uitgever.token(CLAIMS))).toBe('UITGEVER_NIET_BEREIKBAAR');
    expect(uitgever.opgehaald()).toBe(1);
    expect(await identity.uitgevers[0]?.sleutels.staat()).toBe('geen');
  });

  it('its kept keys go on, also for tokens that were not seen before', async () => {
    await uitkomst(uitgever.token(CLAIMS));
    uitgever.zetWeg(true);
    nu += 600_000;
    expect(await identity.uitgevers[0]?.sleutels.staat()).toBe('bewaard');
    const token = await uitgever.token({ ...CLAIMS, sub: 'y' }, { issuedAt: 600, expiresIn: 1_200 });
    expect(await uitkomst(token)).toBe('GM0394');
  });

  it('its keys are trusted no longer than a token can live', async () => {
    await uitkomst(uitgever.token(CLAIMS));
    uitgever.zetWeg(true);
    nu += 21_600_001;
    const token = uitgever.token(CLAIMS, { issuedAt: 21_600, expiresIn: 22_000 });
    expect(await uitkomst(token)).toBe('UITGEVER_NIET_BEREIKBAAR');
  });

  it('is found again when it is back', async () => {
    uitgever.zetWeg(true);
    await uitkomst(uitgever.token(CLAIMS));
    uitgever.zetWeg(false);
    nu += 1_000;
    expect(await uitkomst(uitgever.token(CLAIMS))).toBe('GM0394');
    expect(await identity.uitgevers[0]?.sleutels.staat()).toBe('vers');
  });
});

describe('two issuers', () => {
  let ander: TestUitgever;
  let samen: Identity;
  beforeEach(async () => {
    ander = await beginUitgever();
    samen = createIdentity(
      [
        { ...uitgever.instelling, organisaties: ['GM0394', 'GM0629'] },
        { ...ander.instelling, organisaties: ['KVK*'] },
      ],
      () => nu,
    );
  });
  afterEach(() => ander.stop());

  it('each speak for their own organisations and for no other', async () => {
    const werkgever = { ...CLAIMS, organisatie: 'KVK90001354' };
    expect(await uitkomst(uitgever.token(CLAIMS), samen)).toBe('GM0394');
    expect(await uitkomst(ander.token(werkgever), samen)).toBe('KVK90001354');
    expect(await uitkomst(ander.token(CLAIMS), samen)).toBe('TOKEN_ONGELDIG');
    expect(await uitkomst(uitgever.token(werkgever), samen)).toBe('TOKEN_ONGELDIG');
  });

  it('cannot sign for each other, although their keys have the same id', async () => {
    const vals = ander.token(CLAIMS, { issuer: uitgever.instelling.issuer });
    expect(await uitkomst(vals, samen)).toBe('TOKEN_ONGELDIG');
  });

  it('keep nothing back for each other: one is away and the other goes on', async () => {
    ander.zetWeg(true);
    expect(await uitkomst(ander.token({ ...CLAIMS, organisatie: 'KVK1' }), samen)).toBe(
      'UITGEVER_NIET_BEREIKBAAR',
    );
    expect(await uitkomst(uitgever.token(CLAIMS), samen)).toBe('GM0394');
  });
});
