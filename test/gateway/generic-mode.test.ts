import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookshop } from './execution/bookshop.ts';
import { serveSubgraphs, type ServedSubgraphs } from './serve-subgraphs.ts';

const MAIN = fileURLToPath(new URL('../../gateway/main.ts', import.meta.url));
const OWN_SUPERGRAPH = fileURLToPath(new URL('../../schema/supergraph.graphql', import.meta.url));

let subgraphs: ServedSubgraphs;
let map: string;
let supergraph: string;
beforeAll(async () => {
  subgraphs = await serveSubgraphs(bookshop);
  map = mkdtempSync(join(tmpdir(), 'ketengraaf generiek '));
  supergraph = join(map, 'supergraph.graphql');
  writeFileSync(supergraph, subgraphs.supergraph);
});
afterAll(async () => {
  await subgraphs.stop();
  rmSync(map, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly url: string | undefined;
  readonly stderr: string;
  readonly code: number | null;
}

/** Starts `gateway/main.ts` as a process; resolves when it listens or has ended. */
async function start(args: readonly string[], env: Record<string, string> = {}): Promise<Started> {
  const child = fork(MAIN, [...args], {
    env: { PATH: process.env['PATH'] ?? '', LOGNIVEAU: 'silent', ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const url = new Promise<string | undefined>((done) => {
    child.once('message', (message) => done((message as { url: string }).url));
    child.once('exit', () => done(undefined));
  });
  return { child, url: await url, stderr, code: child.exitCode };
}

async function stop({ child }: Started): Promise<number | null> {
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

const question = '{ products { name shipping reviews { body author { name } } } things { __typename id } }';

async function ask(url: string | undefined, query: string): Promise<unknown> {
  const response = await fetch(url ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

describe('the gateway without authorisation', () => {
  it('runs any Federation 2 supergraph, as the reference engine does, and stops cleanly', async () => {
    const flags = ['--supergraph', supergraph, '--port', '0', '--zonder-autorisatie'];
    const ours = await start(flags);
    const theirs = await start([...flags, '--engine', 'apollo']);
    try {
      const answer = (await ask(ours.url, question)) as { data: { products: unknown[] } };
      expect(answer.data.products).toHaveLength(2);
      expect(answer.data).toEqual(((await ask(theirs.url, question)) as { data: unknown }).data);
    } finally {
      expect(await stop(ours)).toBe(0);
      await stop(theirs);
    }
  });

  it.each<[string, string[], Record<string, string>, RegExp]>([
    [
      'a supergraph with authorisation directives',
      ['--supergraph', OWN_SUPERGRAPH],
      {},
      /ONBEVEILIGD_GEWEIGERD[^]*@policy/,
    ],
    ['NODE_ENV=production', [], { NODE_ENV: 'production' }, /ONBEVEILIGD_GEWEIGERD[^]*production/],
    ['an address that is not loopback', [], { ADRES: '0.0.0.0' }, /ONBEVEILIGD_GEWEIGERD[^]*loopback/],
    ['a flag that does not exist', ['--zomaar'], {}, /INSTELLINGEN_ONGELDIG[^]*zomaar/],
    ['an engine that does not exist', ['--engine', 'x'], {}, /INSTELLINGEN_ONGELDIG[^]*--engine/],
    [
      'a file that is not there',
      ['--supergraph', '/bestaat/niet'],
      {},
      /BESTAND_ONGELDIG[^]*\/bestaat\/niet/,
    ],
  ])('is refused with %s', async (_, args, env, expected) => {
    const flags = args.includes('--supergraph') ? args : ['--supergraph', supergraph, ...args];
    const started = await start([...flags, '--port', '0', '--zonder-autorisatie'], env);
    if (started.url !== undefined) await stop(started);
    expect(started.url).toBeUndefined();
    expect(started.stderr).toMatch(expected);
    expect(started.stderr).not.toMatch(/\n\s+at /);
    expect(started.code).toBe(1);
  });

  it('is the only way to the reference engine', async () => {
    const started = await start(['--engine', 'apollo']);
    expect(started.stderr).toMatch(/--engine apollo: only with --zonder-autorisatie/);
  });

  it('names every fault of its settings at once', async () => {
    const started = await start([], { POORT: 'x', TERMIJN_MS: '-1', SUBGRAPHS: '{', LOGNIVEAU: 'hard' });
    for (const setting of ['POORT', 'TERMIJN_MS', 'SUBGRAPHS', 'LOGNIVEAU'])
      expect(started.stderr).toContain(setting);
    expect(started.code).toBe(1);
  });

  it('says which port is in use', async () => {
    const flags = ['--supergraph', supergraph, '--zonder-autorisatie'];
    const first = await start([...flags, '--port', '0']);
    const port = new URL(first.url ?? '').port;
    const second = await start([...flags, '--port', port]);
    await stop(first);
    expect(second.stderr).toMatch(new RegExp(`POORT_BEZET[^]*${port}`));
    expect(second.code).toBe(1);
  });
});
