import { createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aanroepControle } from '../../../subgraphs/chassis/verification/controleer-aanroep.ts';
import { EigenNonceVenster } from '../../../subgraphs/chassis/verification/nonce-venster.ts';
import { type GatewayVraag, teken } from '../../setup/gateway-aanroep.ts';
import { type GatewaySleutel, maakGatewaySleutel } from '../../setup/gateway-sleutel.ts';

const BEGIN = 1_364_904_000;

let sleutel: GatewaySleutel;
let nu: number;
let controleer: (vraag: Partial<GatewayVraag>) => Promise<string>;
beforeAll(() => {
  sleutel = maakGatewaySleutel('gateway-1');
});
beforeEach(() => {
  nu = BEGIN * 1000;
  const set = createLocalJWKSet(JSON.parse(readFileSync(sleutel.jwks, 'utf8')) as JSONWebKeySet);
  const { controleerAanroep: controle } = aanroepControle({
    audience: 'klanten',
    sleutels: { sleutel: set, generatie: 0 },
    nu: () => nu,
  });
  controleer = async (vraag) => {
    const { body, headers } = await teken(
      { query: '{ __typename }', nu: BEGIN, ...vraag },
      'klanten',
      sleutel,
    );
    return controle({ method: 'POST', path: '/graphql', headers, body: Buffer.from(body) }).then(
      () => 'accepted',
      (fout: { code: string }) => fout.code,
    );
  };
});
afterAll(() => sleutel.weg());

const GEWEIGERD = 'AANROEP_NIET_VERTROUWD';

describe('the age of a call', () => {
  test.each([
    [-3, GEWEIGERD],
    [-2, 'accepted'],
    [0, 'accepted'],
    [10, 'accepted'],
    [11, GEWEIGERD],
  ])('of %i seconds: %s', async (seconden, uitkomst) => {
    nu = (BEGIN + seconden) * 1000;
    expect(await controleer({})).toBe(uitkomst);
  });

  test('a token that was accepted is refused once it has expired', async () => {
    expect(await controleer({ levensduur: 5 })).toBe('accepted');
    nu = (BEGIN + 6) * 1000;
    expect(await controleer({ levensduur: 5 })).toBe('accepted');
    nu = (BEGIN + 8) * 1000;
    expect(await controleer({ levensduur: 5 })).toBe(GEWEIGERD);
  });
});

test('a nonce counts for one call', async () => {
  expect(await controleer({ nonce: 'a'.repeat(16) })).toBe('accepted');
  expect(await controleer({ nonce: 'a'.repeat(16) })).toBe(GEWEIGERD);
  expect(await controleer({ nonce: 'b'.repeat(16) })).toBe('accepted');
});

test.each([
  ['a termijn that is no number', { termijn: '1e3' }],
  ['a negative termijn', { termijn: '-1' }],
  ['a nonce that is too short', { nonce: 'kort' }],
  ['a trace of zeros', { traceId: '0'.repeat(32) }],
])('%s is refused, although it was signed', async (_naam, vraag) => {
  expect(await controleer(vraag)).toBe(GEWEIGERD);
});

describe('the window of nonces', () => {
  test('never takes a nonce twice within its time, and never grows beyond its bound', () => {
    const stap = fc.record({
      nonce: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      verder: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(stap), (stappen) => {
        const venster = new EigenNonceVenster(100, 3, 0);
        const genomen = new Map<string, number>();
        let tijd = 0;
        for (const { nonce, verder } of stappen) {
          tijd += verder;
          const levend = [...genomen.values()].filter((op) => op + 100 > tijd).length;
          const verwacht = (genomen.get(nonce) ?? -100) + 100 <= tijd && levend < 3;
          expect(venster.neem(nonce, tijd)).toBe(verwacht);
          if (verwacht) genomen.set(nonce, tijd);
        }
      }),
    );
  });
});
