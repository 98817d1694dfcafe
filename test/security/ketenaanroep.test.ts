// Threats: 20, 21, 22, 22a, 22b, 23
import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { JWK } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { contentDigest, signCall } from '../../schema/keten/handtekening.ts';
import { OpenbareSleutels } from '../../schema/keten/openbare-sleutels.ts';
import {
  aanroepControle,
  type RuweAanroep,
} from '../../subgraphs/chassis/verification/controleer-aanroep.ts';
import { type GatewayVraag, type GetekendeAanroep, teken } from '../setup/gateway-aanroep.ts';
import type { GatewaySleutel } from '../setup/gateway-sleutel.ts';

/** What a subgraph accepts, at a time that the test sets; `jwks` is what the gateway publishes then. */
const BEGIN = 1_764_000_000;
let nu: number;
let sleutel: GatewaySleutel;
let jwks: JWK[];
let opgehaald: number;
let controleer: (ruw: RuweAanroep) => Promise<unknown>;

beforeEach(() => {
  nu = BEGIN * 1000;
  sleutel = maakSleutel('gateway-1');
  jwks = [openbaar(sleutel)];
  opgehaald = 0;
  controleer = subgraph('klanten').controleerAanroep;
});

function subgraph(audience: string) {
  const sleutels = new OpenbareSleutels({
    haal: async () => {
      opgehaald += 1;
      return { keys: [...jwks] };
    },
    nu: () => nu,
    vers: 30_000,
    afkoeling: 5_000,
    hooguitOud: 3_600_000,
  });
  return aanroepControle({ audience, sleutels, nu: () => nu });
}

function maakSleutel(kid: string): GatewaySleutel {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { kid, key: privateKey, jwks: new URL('file:///'), weg: () => undefined };
}

function openbaar({ kid, key }: GatewaySleutel): JWK {
  const { kty, crv, x } = key.export({ format: 'jwk' }) as JWK;
  return { kty: kty ?? '', crv: crv ?? '', x: x ?? '', kid, alg: 'EdDSA', use: 'sig' };
}

async function getekend(anders: Partial<GatewayVraag> = {}, met = sleutel): Promise<GetekendeAanroep> {
  return teken({ query: '{ __typename }', nu: nu / 1000, ...anders }, 'klanten', met);
}

/** What becomes of a call. */
async function uitkomst(
  { body, headers }: GetekendeAanroep,
  ruw: Partial<RuweAanroep> = {},
  bij = controleer,
): Promise<string> {
  return bij({ method: 'POST', path: '/graphql', headers, body: Buffer.from(body), ...ruw }).then(
    () => 'accepted',
    ({ code }: { code: string }) => code,
  );
}

/** A call with a token of our own making under a signature that is right. */
function metToken(ketentoken: string, key: KeyObject = sleutel.key, keyid = sleutel.kid): GetekendeAanroep {
  const body = '{"query":"{ __typename }"}';
  const parts = {
    method: 'POST',
    path: '/graphql',
    contentDigest: contentDigest(body),
    ketentoken,
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    termijn: '10000',
  };
  const signed = signCall(parts, { created: nu / 1000, nonce: 'a'.repeat(22), keyid }, key);
  const { contentDigest: digest, traceparent, termijn } = parts;
  const headers = {
    'content-digest': digest,
    ketentoken,
    traceparent,
    'keten-termijn': termijn,
    ...signed,
  };
  return { body, headers };
}

/** The three parts of a token that was signed by the gateway. */
async function delen(): Promise<readonly [string, string, string]> {
  const { headers } = await getekend();
  return (headers['ketentoken'] ?? '').split('.') as [string, string, string];
}

const json = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const GEWEIGERD = 'AANROEP_NIET_VERTROUWD';

it('a call of the gateway is accepted', async () => {
  expect(await uitkomst(await getekend())).toBe('accepted');
});

describe('a token that the gateway did not make is refused', () => {
  it('alg none', async () => {
    const [, claims] = await delen();
    const token = `${json({ alg: 'none', typ: 'keten+jwt', kid: sleutel.kid })}.${claims}.`;
    expect(await uitkomst(metToken(token))).toBe(GEWEIGERD);
  });

  it('HS256 with the public key as its secret', async () => {
    const [, claims] = await delen();
    const head = json({ alg: 'HS256', typ: 'keten+jwt', kid: sleutel.kid });
    for (const geheim of [openbaar(sleutel).x ?? '', JSON.stringify(openbaar(sleutel))]) {
      const hmac = createHmac('sha256', geheim).update(`${head}.${claims}`).digest('base64url');
      expect(await uitkomst(metToken(`${head}.${claims}.${hmac}`))).toBe(GEWEIGERD);
    }
  });

  it('without a signature', async () => {
    const [head, claims] = await delen();
    expect(await uitkomst(metToken(`${head}.${claims}.`))).toBe(GEWEIGERD);
  });

  it('with other claims than were signed', async () => {
    const [head, claims, handtekening] = await delen();
    const ruimer = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
    ruimer['groepen'] = { 'klant.bsn': { sleutels: ['GM0394'] } };
    expect(await uitkomst(metToken(`${head}.${json(ruimer)}.${handtekening}`))).toBe(GEWEIGERD);
  });

  it.each(['at+jwt', 'JWT', 'logout+jwt'])('of another typ: %s', async (typ) => {
    expect(await uitkomst(await getekend({ typ }))).toBe(GEWEIGERD);
  });

  it('by a key of somebody else under the name of ours', async () => {
    const vreemd = { ...maakSleutel('gateway-1') };
    expect(await uitkomst(await getekend({}, vreemd))).toBe(GEWEIGERD);
  });

  it('by a key of another gateway, that is not one of the keten', async () => {
    expect(await uitkomst(await getekend({}, maakSleutel('gateway-van-een-ander')))).toBe(GEWEIGERD);
  });

  it('without a key id, although there is one key only', async () => {
    const naamloos = { ...sleutel, kid: '' };
    expect(await uitkomst(await getekend({}, naamloos))).toBe(GEWEIGERD);
  });
});

describe('a call that was made for something else is refused', () => {
  it('at another subgraph than its token names', async () => {
    const { controleerAanroep } = subgraph('financien');
    expect(await uitkomst(await getekend(), {}, controleerAanroep)).toBe(GEWEIGERD);
  });

  it('with the token for another subgraph under a fresh signature', async () => {
    expect(await uitkomst(await getekend({ audience: 'financien' }))).toBe(GEWEIGERD);
  });

  it.each([
    ['path', { path: '/health/ready' }],
    ['method', { method: 'PUT' }],
    ['body', { body: Buffer.from('{"query":"{ klanten { edges { node { bsn } } } }"}') }],
    ['body, though empty', { body: Buffer.alloc(0) }],
  ])('with another %s', async (_naam, ruw) => {
    expect(await uitkomst(await getekend(), ruw)).toBe(GEWEIGERD);
  });

  it('with the token of one asker in the call of another', async () => {
    const [een, ander] = [await getekend({ sub: 'a' }), await getekend({ sub: 'b' })];
    const ketentoken = ander.headers['ketentoken'] ?? '';
    expect(await uitkomst({ ...een, headers: { ...een.headers, ketentoken } })).toBe(GEWEIGERD);
  });

  it('with a header twice', async () => {
    const { body, headers } = await getekend();
    const dubbel = [headers['ketentoken'] ?? '', headers['ketentoken'] ?? ''];
    const ruw = { headers: { ...headers, ketentoken: dubbel } };
    expect(await uitkomst({ body, headers }, ruw)).toBe(GEWEIGERD);
  });
});

describe('a call that is sent again is refused', () => {
  it('at once, and as long as it would be young enough', async () => {
    const aanroep = await getekend();
    expect(await uitkomst(aanroep)).toBe('accepted');
    for (let ms = 0; ms <= 20_000; ms += 500) {
      nu = BEGIN * 1000 + ms;
      expect(await uitkomst(aanroep)).toBe(GEWEIGERD);
    }
  });

  it('also when it was signed by a clock that is ahead', async () => {
    const aanroep = await getekend({ nu: BEGIN + 2 });
    expect(await uitkomst(aanroep)).toBe('accepted');
    for (let ms = 0; ms <= 20_000; ms += 500) {
      nu = BEGIN * 1000 + ms;
      expect(await uitkomst(aanroep)).toBe(GEWEIGERD);
    }
  });

  it('to a subgraph that was restarted and remembers nothing', async () => {
    const aanroep = await getekend();
    expect(await uitkomst(aanroep)).toBe('accepted');
    nu += 1_000;
    const { controleerAanroep } = subgraph('klanten');
    expect(await uitkomst(aanroep, {}, controleerAanroep)).toBe(GEWEIGERD);
    expect(await uitkomst(await getekend(), {}, controleerAanroep)).toBe('accepted');
  });
});

describe('a key of the gateway that was withdrawn', () => {
  it('is refused within a minute, also for tokens that were accepted before', async () => {
    expect(await uitkomst(await getekend())).toBe('accepted');
    jwks = [openbaar(maakSleutel('gateway-2'))];
    nu += 61_000;
    expect(await uitkomst(await getekend())).toBe(GEWEIGERD);
  });

  it('is refused at once where a call with its successor came by', async () => {
    const aanroep = await getekend();
    const { headers } = aanroep;
    expect(await uitkomst(aanroep)).toBe('accepted');
    const opvolger = maakSleutel('gateway-2');
    jwks = [openbaar(opvolger)];
    nu += 5_000;
    expect(await uitkomst(await getekend({}, opvolger))).toBe('accepted');
    const zelfde = metToken(headers['ketentoken'] ?? '');
    expect(await uitkomst(zelfde)).toBe(GEWEIGERD);
  });
});

describe('a flood of calls with made-up key ids', () => {
  it('reaches the gateway once in five seconds, and keeps a new key out for no longer', async () => {
    await uitkomst(await getekend());
    const opvolger = maakSleutel('gateway-2');
    jwks = [openbaar(opvolger)];
    for (let n = 0; n < 100; n += 1) {
      nu = BEGIN * 1000 + n * 49;
      expect(await uitkomst(await getekend({ nu: BEGIN }, maakSleutel(`verzonnen-${n}`)))).toBe(GEWEIGERD);
    }
    expect(opgehaald).toBe(1);
    nu = BEGIN * 1000 + 5_000;
    expect(await uitkomst(await getekend({}, opvolger))).toBe('accepted');
    expect(opgehaald).toBe(2);
  });
});
