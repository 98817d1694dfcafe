// Threats: 22, 48b
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { JWK } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OpenbareSleutels } from '../../schema/keten/openbare-sleutels.ts';
import { openRedis, type Redis } from '../../schema/keten/open-redis.ts';
import {
  aanroepControle,
  type Aanroepcontrole,
  NONCE_DUUR,
} from '../../subgraphs/chassis/verification/controleer-aanroep.ts';
import { gedeeldNonceVenster } from '../../subgraphs/chassis/verification/gedeeld-nonce-venster.ts';
import { type GetekendeAanroep, teken } from '../setup/gateway-aanroep.ts';
import type { GatewaySleutel } from '../setup/gateway-sleutel.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const sleutel: GatewaySleutel = {
  kid: 'gateway-1',
  key: privateKey,
  jwks: new URL('file:///'),
  weg: () => undefined,
};
const { d: _, ...openbaar } = privateKey.export({ format: 'jwk' }) as JWK;

/** One of the processes of a subgraph, that shares its nonces. */
function proces(redis: Redis, subgraph: string): Aanroepcontrole {
  const sleutels = new OpenbareSleutels({
    haal: async () => ({ keys: [{ ...openbaar, kty: 'OKP', kid: sleutel.kid, alg: 'EdDSA' }] }),
    nu: Date.now,
    vers: 30_000,
    afkoeling: 5_000,
    hooguitOud: 3_600_000,
  });
  const nonces = gedeeldNonceVenster(redis, subgraph, NONCE_DUUR);
  return aanroepControle({ audience: subgraph, sleutels, nu: Date.now, nonces });
}

async function uitkomst({ controleerAanroep }: Aanroepcontrole, aanroep: GetekendeAanroep): Promise<string> {
  const { body, headers } = aanroep;
  return controleerAanroep({ method: 'POST', path: '/graphql', headers, body: Buffer.from(body) }).then(
    () => 'accepted',
    ({ code }: { code: string }) => code,
  );
}

let redis: Redis;
afterEach(() => redis.destroy());

const REDIS_URL = process.env['TEST_REDIS_URL'];

describe.skipIf(REDIS_URL === undefined)('several processes of one subgraph', () => {
  const subgraph = `test-${randomBytes(8).toString('hex')}`;
  beforeEach(async () => {
    redis = await openRedis(REDIS_URL ?? '', () => undefined);
    await vi.waitUntil(() => redis.isReady);
  });

  it('take a call once between them', async () => {
    const [een, ander] = [proces(redis, subgraph), proces(redis, subgraph)];
    const aanroep = await teken({ query: '{ __typename }' }, subgraph, sleutel);
    const samen = await Promise.all([uitkomst(een, aanroep), uitkomst(ander, aanroep)]);
    expect(samen.toSorted()).toEqual(['AANROEP_NIET_VERTROUWD', 'accepted']);
    expect(await uitkomst(proces(redis, subgraph), aanroep)).toBe('AANROEP_NIET_VERTROUWD');
  });

  it('remember it for as long as it could be accepted, and no longer', async () => {
    const nonce = randomBytes(16).toString('base64url');
    await uitkomst(
      proces(redis, subgraph),
      await teken({ query: '{ __typename }', nonce }, subgraph, sleutel),
    );
    const over = await redis.pTTL(`ketengraaf:nonce:${subgraph}:${sleutel.kid} ${nonce}`);
    expect(over).toBeGreaterThan(NONCE_DUUR - 5_000);
    expect(over).toBeLessThanOrEqual(NONCE_DUUR);
  });
});

it('while what they share is away, they take no call at all', async () => {
  redis = await openRedis('redis://127.0.0.1:1', () => undefined);
  const aanroep = await teken({ query: '{ __typename }' }, 'klanten', sleutel);
  expect(await uitkomst(proces(redis, 'klanten'), aanroep)).toBe('REDIS_NIET_BEREIKBAAR');
});
