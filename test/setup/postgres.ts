import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { type DataMap, openDataMap } from '../../start/data-map.ts';
import { bootstrap, type SubgraphUrls } from '../../start/database/bootstrap.ts';
import { beginPostgres } from '../../start/postgres/begin-postgres.ts';
import { Opzichter } from '../../start/processes/opzichter.ts';
import { alsEigenaar } from '../../subgraphs/chassis/database/als-eigenaar.ts';
import { laadBronnen } from '../../subgraphs/chassis/database/laad-bronnen.ts';
import { migreer } from '../../subgraphs/chassis/database/migreer.ts';
import { financien } from '../../subgraphs/financien/financien.ts';
import { klanten } from '../../subgraphs/klanten/klanten.ts';
import { trajecten } from '../../subgraphs/trajecten/trajecten.ts';
import { vacatures } from '../../subgraphs/vacatures/vacatures.ts';

/** A template with roles and empty schemas, and one with the migrated and loaded subgraphs. */
export type Sjabloon = 'keten_leeg' | 'keten_gevuld';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the administrator; its database is not for tests. */
    beheerder: string;
    /** URLs of the roles; the database in them is to be replaced. */
    rollen: Readonly<Record<string, SubgraphUrls>>;
  }
}

/** A server that tests may do anything with, and how it is left. */
interface Server {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Finds one PostgreSQL for the whole run, the embedded one or that of TEST_DATABASE_URL (a superuser's),
 * and makes the templates that test files copy.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const map = mkdtempSync(join(tmpdir(), 'ketengraaf-test-'));
  if (process.getuid?.() === 0) chmodSync(map, 0o711);
  const dataMap = openDataMap(map);
  const given = process.env['TEST_DATABASE_URL'];
  const server = given === undefined ? await beginEmbedded(dataMap) : await useGiven(given);
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(map, { recursive: true, force: true });
  };
  try {
    const rollen = await maakSjablonen(server.url, dataMap.rollen);
    project.provide('beheerder', server.url);
    project.provide('rollen', rollen);
  } catch (fout) {
    await stop();
    throw fout;
  }
  return stop;
}

async function beginEmbedded(dataMap: DataMap): Promise<Server> {
  const opzichter = new Opzichter(dataMap.processen);
  const { running, url } = await beginPostgres(dataMap, opzichter, AbortSignal.timeout(60_000));
  return { url, stop: () => opzichter.stop(running) };
}

/** A server that stays: what an earlier run left is dropped first, and what this run makes afterwards. */
async function useGiven(url: string): Promise<Server> {
  const clear = async (): Promise<void> => {
    for (const sjabloon of ['keten_gevuld', 'keten_leeg'] satisfies readonly Sjabloon[]) {
      await maak(url, `drop database if exists ${sjabloon} with (force)`);
    }
  };
  await clear();
  return { url, stop: clear };
}

async function maakSjablonen(
  beheerder: string,
  wachtwoorden: string,
): Promise<Readonly<Record<string, SubgraphUrls>>> {
  await maak(beheerder, 'create database keten_leeg');
  const rollen = await bootstrap(
    metDatabase(beheerder, 'keten_leeg'),
    ['klanten', 'financien', 'vacatures', 'trajecten'],
    wachtwoorden,
  );
  await maak(beheerder, 'create database keten_gevuld template keten_leeg');
  for (const { naam, map, bronnen } of [klanten, financien, vacatures, trajecten]) {
    const url = metDatabase(rollen[naam]?.eigenaar ?? '', 'keten_gevuld');
    await alsEigenaar(url, naam, async (eigenaar) => {
      await migreer(eigenaar, new URL('prisma/migrations/', map), naam);
      await laadBronnen(eigenaar, new URL('bronnen/', map), bronnen);
    });
  }
  return rollen;
}

async function maak(beheerder: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: beheerder });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** The same server and user, another database. */
export function metDatabase(url: string, database: string): string {
  const anders = new URL(url);
  anders.pathname = `/${database}`;
  return anders.href;
}
