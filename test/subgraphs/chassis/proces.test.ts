import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { schrijfRing } from '../../setup/cursorring.ts';
import { stuur, teken } from '../../setup/gateway-aanroep.ts';
import { type GatewaySleutel, maakGatewaySleutel } from '../../setup/gateway-sleutel.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';
import { schrijfPseudoniemring } from '../../setup/pseudoniem.ts';

const MAIN = new URL('../../../subgraphs/klanten/main.ts', import.meta.url);
const KLANTEN = new URL('../../../subgraphs/klanten/bronnen/dossiers-klant.csv', import.meta.url);

let database: Testdatabase;
let sleutel: GatewaySleutel;
let map: string;
let pseudoniemen: string;
let cursors: string;
const kinderen: ChildProcess[] = [];
beforeAll(async () => {
  database = await maakDatabase('keten_leeg');
  sleutel = maakGatewaySleutel('gateway-1');
  map = mkdtempSync(join(tmpdir(), 'ketengraaf-proces-'));
  pseudoniemen = schrijfPseudoniemring(map, randomBytes(64));
  cursors = schrijfRing(join(map, 'cursor.jwks'), [randomBytes(32), 0]);
});
afterEach(() => {
  for (const kind of kinderen.splice(0)) kind.kill('SIGKILL');
});
afterAll(async () => {
  await database.weg();
  sleutel.weg();
  rmSync(map, { recursive: true });
});

interface Kind {
  readonly kind: ChildProcess;
  readonly stderr: () => string;
  /** Exit code, once it has ended. */
  readonly einde: Promise<number | null>;
}

function begin(env: Readonly<Record<string, string>>): Kind {
  const kind = fork(MAIN, { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
  kinderen.push(kind);
  const regels: string[] = [];
  const gelezen = kind.stderr === null ? undefined : once(kind.stderr, 'close');
  kind.stderr?.on('data', (deel: Buffer) => regels.push(deel.toString()));
  // Not `close`: a child that was disconnected from does not emit it.
  const einde = once(kind, 'exit').then(async ([code]) => {
    await gelezen;
    return code as number | null;
  });
  return { kind, stderr: () => regels.join(''), einde };
}

function omgeving(): Record<string, string> {
  return {
    POORT: '0',
    DATABASE_URL: database.lezer('klanten'),
    EIGENAAR_DATABASE_URL: database.eigenaar('klanten'),
    KETENTOKEN_JWKS: sleutel.jwks.href,
    CURSOR_SLEUTELS: cursors,
    PSEUDONIEM_SLEUTELS: pseudoniemen,
  };
}

async function gereed({ kind }: Kind): Promise<string> {
  const [bericht] = (await once(kind, 'message')) as [{ soort: string; url: string }];
  expect(bericht.soort).toBe('gereed');
  return bericht.url;
}

describe('a subgraph as a process', () => {
  test('migrates, loads, says where it listens, answers, and ends cleanly on SIGTERM', async () => {
    const proces = begin(omgeving());
    const url = await gereed(proces);
    const antwoord = await stuur(
      url,
      await teken({ query: '{ gemeente(code: "GM0629") { naam } }' }, 'klanten', sleutel),
    );
    expect(antwoord.data).toEqual({ gemeente: { naam: 'Wassenaar' } });
    const regels = readFileSync(KLANTEN, 'utf8').match(/^5f0c/gm);
    expect(regels?.length).toBeGreaterThan(50);
    expect(await database.sql('klanten', 'select count(*)::int as klanten from klant')).toEqual([
      { klanten: regels?.length },
    ]);
    proces.kind.kill('SIGTERM');
    expect(await proces.einde).toBe(0);
    expect(proces.stderr()).toBe('');
  });

  test('ends when its parent goes away', async () => {
    const proces = begin(omgeving());
    await gereed(proces);
    proces.kind.disconnect();
    expect(await proces.einde).toBe(0);
  });

  test('names every setting that is wrong, and no value', async () => {
    const proces = begin({
      POORT: '70000',
      DATABASE_URL: 'mysql://geheim@x',
      PEILDATUM: '2013-02-30',
    });
    expect(await proces.einde).toBe(1);
    expect(proces.stderr()).toMatch(/^klanten: INSTELLINGEN_ONGELDIG\n/);
    for (const naam of [
      'POORT',
      'DATABASE_URL',
      'KETENTOKEN_JWKS',
      'CURSOR_SLEUTELS',
      'PSEUDONIEM_SLEUTELS',
      'PEILDATUM',
    ]) {
      expect(proces.stderr()).toContain(naam);
    }
    expect(proces.stderr()).not.toMatch(/geheim|70000/);
  });

  test('exits non-zero and names file and statement when a migration cannot be applied', async () => {
    const leeg = await maakDatabase('keten_leeg');
    try {
      await leeg.sql('klanten', 'create table logboek (); alter table logboek owner to klanten_eigenaar');
      const proces = begin({
        ...omgeving(),
        DATABASE_URL: leeg.lezer('klanten'),
        EIGENAAR_DATABASE_URL: leeg.eigenaar('klanten'),
      });
      expect(await proces.einde).toBe(1);
      expect(proces.stderr()).toMatch(/^klanten: MIGRATIE_MISLUKT\n/);
      expect(proces.stderr()).toMatch(
        /klanten\/prisma\/migrations\/\w+\/migration\.sql statement \d+ \(create table logboek \(\): relation "logboek" already exists/,
      );
      expect(
        await leeg.sql(
          'klanten',
          `select relname from pg_class where relnamespace = 'klanten'::regnamespace`,
        ),
      ).toEqual([{ relname: 'logboek' }]);
    } finally {
      await leeg.weg();
    }
  });

  test('says so when its port is taken', async () => {
    const bezet = createServer().listen(0, '127.0.0.1');
    await once(bezet, 'listening');
    const proces = begin({ ...omgeving(), POORT: String((bezet.address() as AddressInfo).port) });
    expect(await proces.einde).toBe(1);
    expect(proces.stderr()).toMatch(/^klanten: POORT_BEZET\n/);
    bezet.close();
  });
});
