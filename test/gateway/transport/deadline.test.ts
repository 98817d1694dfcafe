import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { type MakeCallHeaders, signedCallHeaders } from '../../../gateway/transport/call-headers.ts';
import { answering, beginSource } from './begin-source.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const sign = signedCallHeaders(() => ({ kid: 'k', privateKey }), new Map());
const makeHeaders: MakeCallHeaders = (facts) =>
  sign(facts, {
    betrokkene: { sub: 'x', organisatie: 'GM0394', rollen: [], rechten: [], namens: [] },
    afnemer: 'keten',
    verwerkingsactiviteit: undefined,
    reden: undefined,
    groepen: new Map(),
    sleutel: 'x',
  });
const good = answering('{"data":{"a":1}}');

it('a later call of the same request has less time than an earlier one, and the subgraph is told', async () => {
  const told: number[] = [];
  const { ask } = await beginSource(
    (request, response) => {
      told.push(Number(request.headers['keten-termijn']));
      setTimeout(() => good(request, response), 5);
    },
    { makeHeaders },
  );
  const deadline = Date.now() + 2_000;
  for (let call = 0; call < 3; call += 1) await ask({ deadline });
  const [first = 0, second = 0, third = 0] = told;
  expect(first).toBeLessThanOrEqual(2_000);
  expect(second).toBeLessThan(first);
  expect(third).toBeLessThan(second);
});

it('a request without time left makes no call, and says so with a code', async () => {
  let asked = 0;
  const { ask, logged } = await beginSource((request, response) => {
    asked += 1;
    good(request, response);
  });
  expect(await ask({ deadline: Date.now() })).toMatchObject({ code: 'TERMIJN_VERSTREKEN' });
  expect(asked).toBe(0);
  expect(logged).toEqual(['failed: TERMIJN_VERSTREKEN']);
});

it('a call is given up when the deadline passes, also when bytes keep dripping in', async () => {
  const { ask } = await beginSource((_request, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(timer));
  });
  expect(await ask({ left: 200 })).toMatchObject({
    code: 'BRON_MISLUKT',
    reden: expect.stringContaining('deadline'),
  });
});
