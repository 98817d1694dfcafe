import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createRemoteJWKSet, jwtVerify, type JWTVerifyResult } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDataMap } from '../../../start/data-map.ts';
import { laadGebruikers } from '../../../schema/demo/laad-gebruikers.ts';
import { beginIssuer, type Issuer } from '../../../start/issuer/begin-issuer.ts';
import { readIssuerSettings } from '../../../start/issuer/settings.ts';
import { ensureSleutels } from '../../../start/sleutels/ensure-sleutels.ts';
import { makeTempFolder } from '../fixtures/temp-folder.ts';

const MAIN = fileURLToPath(new URL('../../../start/issuer/main.ts', import.meta.url));
const folder = makeTempFolder();
const plaatsen = openDataMap(folder);
let issuer: Issuer;

beforeAll(async () => {
  await ensureSleutels(plaatsen);
  issuer = await beginIssuer({ poort: 0, adres: '127.0.0.1', sleutel: plaatsen.uitgeverSleutel }, [
    ...laadGebruikers().values(),
  ]);
});

afterAll(async () => {
  await issuer.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Verifies a token as the gateway would: by what discovery says. */
async function verify(token: string): Promise<JWTVerifyResult> {
  const discovery = await fetch(`${issuer.url}/.well-known/openid-configuration`);
  const { issuer: name, jwks_uri: jwks } = (await discovery.json()) as { issuer: string; jwks_uri: string };
  return jwtVerify(token, createRemoteJWKSet(new URL(jwks)), {
    issuer: name,
    audience: 'urn:ketengraaf:gateway',
    algorithms: ['RS256'],
    typ: 'at+jwt',
  });
}

/** A GET with a Host header of choice, which fetch does not allow. */
function getAs(host: string, path: string): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, issuer.url), { headers: { host } }, async (response) => {
      let body = '';
      for await (const part of response) body += String(part);
      resolve({ status: response.statusCode, body });
    });
    asked.once('error', reject).end();
  });
}

function tokenFor(client: string, secret: string, extra: Record<string, string> = {}): Promise<Response> {
  return fetch(`${issuer.url}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', ...extra }),
  });
}

test.each([...laadGebruikers().values()])(
  '$gebruiker gets a token that verifies and says who that is',
  async (user) => {
    const answer = await fetch(`${issuer.url}/demo/token/${user.gebruiker}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { payload } = await verify(await answer.text());
    const { organisatie, rollen, namens } = user;
    expect(payload).toMatchObject({ sub: user.gebruiker, organisatie, rollen, namens });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(15 * 60);
    expect(payload).not.toHaveProperty('omschrijving');
  },
);

test('a client asks the token endpoint itself, and gets nothing without the right secret', async () => {
  const [user] = [...laadGebruikers().values()];
  const good = await tokenFor(user?.gebruiker ?? '', 'demo');
  const { access_token: token } = (await good.json()) as { access_token: string };
  expect((await verify(token)).payload.sub).toBe(user?.gebruiker);
  expect((await tokenFor(user?.gebruiker ?? '', 'anders')).status).toBe(401);
});

test('a token for another audience is not given', async () => {
  const [user] = [...laadGebruikers().values()];
  const answer = await tokenFor(user?.gebruiker ?? '', 'demo', { resource: 'urn:ketengraaf:klanten' });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: 'invalid_target' });
});

test.each([
  '/demo/token/niemand',
  '/demo/token/',
  '/demo/token/../x',
  '/demo/anders',
  '/demo/token/constructor',
])('%s is not there', async (path) => expect((await fetch(issuer.url + path)).status).toBe(404));

const FOREIGN = [
  'ketengraaf.example',
  'ketengraaf.example:80',
  '127.0.0.1.example',
  '127.0.0.1',
  '127.0.0.1:1',
];

test.each(['/demo/token/consulent-wassenaar', '/token', '/jwks', '/.well-known/openid-configuration'])(
  'a foreign Host gets nothing of %s',
  async (path) => {
    const answers = await Promise.all(FOREIGN.map((host) => getAs(host, path)));
    expect(answers).toEqual(FOREIGN.map(() => ({ status: 421, body: 'Deze host wordt hier niet bediend.' })));
  },
);

test.each(['/interaction/x', '/me', '/session/end', '/reg'])(
  'there is no %s: nobody logs in here',
  async (path) => {
    expect((await fetch(issuer.url + path, { redirect: 'manual' })).status).toBe(404);
  },
);

test('the authorization endpoint gives nothing', async () => {
  const answer = await fetch(`${issuer.url}/auth?client_id=consulent-wassenaar&response_type=code`);
  expect(answer.status).toBe(400);
});

test('health answers', async () => {
  for (const path of ['/health/live', '/health/ready'])
    expect((await fetch(issuer.url + path)).status).toBe(200);
});

test.each([
  ['another address', { ADRES: '0.0.0.0' }, 'ADRES'],
  ['production', { NODE_ENV: 'production' }, 'NODE_ENV'],
  ['no key', { UITGEVER_SLEUTEL: undefined }, 'UITGEVER_SLEUTEL'],
  ['a port that is none', { POORT: '123456782' }, 'POORT'],
])('with %s it does not start', (_, wrong, name) => {
  const good = { POORT: '4010', UITGEVER_SLEUTEL: '/sleutel' };
  expect(readIssuerSettings(good)).toEqual({ poort: 4010, adres: '127.0.0.1', sleutel: '/sleutel' });
  const message = expect.stringContaining(name) as string;
  expect(() => readIssuerSettings({ ...good, ...wrong })).toThrow(
    expect.objectContaining({ code: 'INSTELLINGEN_ONGELDIG', reden: message }),
  );
});

test('every wrong setting is named, and none repeated', () => {
  const wrong = { POORT: '123456782', ADRES: '198.51.100.7', NODE_ENV: 'production' };
  try {
    readIssuerSettings(wrong);
    expect.unreachable();
  } catch (error) {
    const { reden } = error as { reden: string };
    expect(reden.split('\n').map((line) => line.split(':')[0])).toEqual([
      'POORT',
      'ADRES',
      'UITGEVER_SLEUTEL',
      'NODE_ENV',
    ]);
    expect(reden).not.toMatch(/123456782|198\.51/);
  }
});

test('as a process it says when it is ready, is silent, and ends with its parent', async () => {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, NODE_ENV: 'test', POORT: '0', UITGEVER_SLEUTEL: plaatsen.uitgeverSleutel },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (output += String(part)));
  const [message] = (await once(child, 'message')) as [{ soort: string; url: string }];
  expect(message.soort).toBe('gereed');
  expect((await fetch(`${message.url}/demo/token/consulent-wassenaar`)).status).toBe(200);
  child.disconnect();
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).toBe(0);
  expect(output).toBe('');
});
