import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../gateway/config.ts';
import { until } from '../start/fixtures/until.ts';
import { beginGatewayProcess, type GatewayProcess, type LogLine } from './begin-gateway-process.ts';
import { type ServedSubgraphs, serveSubgraphs } from './serve-subgraphs.ts';

const TIMEOUT = 60_000;

/** What `traag` waits for. */
let held = Promise.withResolvers<void>();
let arrived = Promise.withResolvers<void>();
let subgraphs: ServedSubgraphs;
let map: string;
let supergraph: string;
beforeAll(async () => {
  subgraphs = await serveSubgraphs([
    {
      name: 'klok',
      typeDefs: 'type Query { snel: Int traag: Int }',
      resolvers: {
        Query: {
          snel: () => 1,
          traag: async () => {
            arrived.resolve();
            await held.promise;
            return 2;
          },
        },
      },
    },
  ]);
  map = mkdtempSync(join(tmpdir(), 'ketengraaf-werkers-'));
  supergraph = join(map, 'supergraph.graphql');
  writeFileSync(supergraph, subgraphs.supergraph);
});
afterAll(async () => {
  await subgraphs.stop();
  rmSync(map, { recursive: true, force: true });
});

function beginWorkers(count: string, port = '0'): Promise<GatewayProcess> {
  const flags = ['--supergraph', supergraph, '--port', port, '--werkers', count, '--zonder-autorisatie'];
  return beginGatewayProcess(flags);
}

function addressOf({ url, stderr }: GatewayProcess): string {
  if (url === undefined) throw new Error(`The gateway does not run: ${stderr()}`);
  return url;
}

async function ask(gateway: GatewayProcess, query: string, patience = TIMEOUT): Promise<unknown> {
  const response = await fetch(addressOf(gateway), {
    method: 'POST',
    // A connection of its own: it is connections that are divided.
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(patience),
  });
  const { data } = (await response.json()) as { data: unknown };
  return data;
}

async function readiness(gateway: GatewayProcess): Promise<{ status: number; werkers: unknown }> {
  const response = await fetch(new URL('/health/ready', addressOf(gateway)));
  const { onderdelen } = (await response.json()) as { onderdelen: { naam: string }[] };
  return { status: response.status, werkers: onderdelen.find(({ naam }) => naam === 'werkers') };
}

const listening = (gateway: GatewayProcess): readonly LogLine[] =>
  gateway.log().filter(({ msg }) => msg === 'gateway listens');

/** Ends a worker as nothing that it can notice. */
async function kill(gateway: GatewayProcess, werker: number): Promise<void> {
  const line = await until('it has said that it listens', () =>
    listening(gateway).find((each) => each.werker === werker),
  );
  process.kill(line.pid, 'SIGKILL');
}

describe('several workers', { timeout: TIMEOUT }, () => {
  it('serve one port together, each with its number in the log, and are ready when all are', async () => {
    const gateway = await beginWorkers('2');
    expect(await readiness(gateway)).toEqual({ status: 200, werkers: { naam: 'werkers', gereed: true } });
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(gateway, '{ snel }')));
    expect(answers).toEqual(Array.from({ length: 20 }, () => ({ snel: 1 })));
    await until('both have answered', () => {
      const lines = gateway.log().filter(({ msg }) => msg === 'request');
      return lines.length === 20 && new Set(lines.map(({ werker }) => werker)).size === 2;
    });
    expect(new Set(listening(gateway).map(({ werker }) => werker))).toEqual(new Set([1, 2]));
    expect(new Set(listening(gateway).map(({ url }) => url))).toEqual(new Set([gateway.url]));
    expect(await gateway.stop()).toBe(0);
    expect(gateway.stderr()).toBe('');
  });

  it('finish what they are doing before they stop', async () => {
    [held, arrived] = [Promise.withResolvers(), Promise.withResolvers()];
    const gateway = await beginWorkers('2');
    const answer = ask(gateway, '{ traag }');
    await arrived.promise;
    const stopped = gateway.stop();
    // A connection that comes in between is taken by nobody, and ends with the first process.
    await until('no new question is taken', () =>
      ask(gateway, '{ snel }', 1_000).then(
        () => false,
        () => true,
      ),
    );
    held.resolve();
    expect(await answer).toEqual({ traag: 2 });
    expect(await stopped).toBe(0);
  });

  it('go on without one that dies, say that it is missing, and get it back with its number', async () => {
    const gateway = await beginWorkers('2');
    await kill(gateway, 2);
    await until('it is missed', async () => {
      const { status, werkers } = await readiness(gateway);
      expect(status).toBe((werkers as { gereed: boolean }).gereed ? 200 : 503);
      return status === 503;
    });
    expect(await ask(gateway, '{ snel }')).toEqual({ snel: 1 });
    await until('it is back', async () => (await readiness(gateway)).status === 200);
    const second = listening(gateway).filter(({ werker }) => werker === 2);
    expect(new Set(second.map(({ pid }) => pid)).size).toBe(2);
    expect(gateway.log()).toContainEqual(
      expect.objectContaining({
        msg: 'worker ended',
        werker: 2,
        reden: 'worker 2 ended with signal SIGKILL',
      }),
    );
    expect(await gateway.stop()).toBe(0);
  });

  it('are given up when they keep ending, with all that are left', async () => {
    const gateway = await beginWorkers('2');
    const elsewhere = `${supergraph}.weg`;
    renameSync(supergraph, elsewhere);
    try {
      await kill(gateway, 1);
      expect(await gateway.exit()).toBe(1);
    } finally {
      renameSync(elsewhere, supergraph);
    }
    expect(gateway.stderr()).toContain('PROCES_GESTOPT');
    const ended = gateway.log().filter(({ msg }) => msg === 'worker ended');
    expect(ended.map(({ vervangen }) => vervangen)).toEqual([true, true, true, true, true, false]);
  });

  it('end when the first process is killed', async () => {
    const gateway = await beginWorkers('2');
    gateway.child.kill('SIGKILL');
    // Its output closes when all that hold it have gone.
    await expect(gateway.exit()).resolves.toBeNull();
  });

  it('do not begin when the port is in use, and leave nothing running', async () => {
    const first = await beginWorkers('1');
    const second = await beginWorkers('3', new URL(addressOf(first)).port);
    expect(second.url).toBeUndefined();
    expect(await second.exit()).toBe(1);
    expect(second.stderr().match(/POORT_BEZET/g)).toHaveLength(1);
  });

  it.each(['0', '65', '-1', 'veel'])('are refused in the number %s', (count) => {
    expect(() => readConfig({}, ['--zonder-autorisatie', '--werkers', count])).toThrow(
      expect.objectContaining({
        code: 'INSTELLINGEN_ONGELDIG',
        reden: expect.stringMatching(/WERKERS|werkers/),
      }),
    );
  });
});

describe('one worker', { timeout: TIMEOUT }, () => {
  it('is no worker: nothing in log or readiness speaks of workers', async () => {
    const gateway = await beginWorkers('1');
    expect(await readiness(gateway)).toEqual({ status: 200, werkers: undefined });
    expect(listening(gateway).map(({ werker }) => werker)).toEqual([undefined]);
    expect(await gateway.stop()).toBe(0);
  });
});
