// Plain JavaScript on purpose: npm runs this after an install, on whatever Node the machine has.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { koppelNode } from './koppel-node.mjs';

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Makes the Prisma client of every subgraph whose schema changed since the last time.
 *
 * @param {{ map?: string, opnieuw?: boolean, meld?: (regel: string) => void }} [keus] `map`: the checkout;
 *   `opnieuw`: also when nothing changed; `meld`: where the lines for the reader go.
 * @returns {boolean} false when a client is stale and could not be made.
 */
export function genereer({ map = checkout, opnieuw = false, meld = console.log } = {}) {
  const prisma = prismaCli(map);
  return schemas(map).every((schema) => {
    const stempel = join(dirname(schema), 'generated', '.stempel');
    const inhoud = hash(schema, prisma);
    if (!opnieuw && existsSync(stempel) && isFresh(readFileSync(stempel, 'utf8'), inhoud, prisma))
      return true;
    const naam = relative(map, schema);
    if (prisma === undefined) {
      meld(
        `Prisma is niet geïnstalleerd: client van ${naam} overgeslagen (prisma is not installed: skipped).`,
      );
      return existsSync(stempel);
    }
    // A client half made by an earlier run must not pass for a whole one.
    rmSync(stempel, { force: true });
    const { status, stdout, stderr, error } = spawnSync(
      nodeOf(map),
      [prisma.cli, 'generate', '--schema', schema],
      { cwd: map, encoding: 'utf8', env: prismaEnv() },
    );
    if (status !== 0) {
      meld(
        `Client van ${naam} niet gemaakt (could not generate):\n${error?.message ?? `${stdout}${stderr}`}`,
      );
      return false;
    }
    writeFileSync(stempel, inhoud);
    meld(`Client van ${naam} gemaakt.`);
    return true;
  });
}

/** @param {string} map */
function schemas(map) {
  const bronnen = join(map, 'subgraphs');
  if (!existsSync(bronnen)) return [];
  return readdirSync(bronnen)
    .map((naam) => join(bronnen, naam, 'prisma', 'schema.prisma'))
    .filter((pad) => existsSync(pad));
}

/** @param {string} map @returns {{ cli: string, versie: string } | undefined} */
function prismaCli(map) {
  try {
    const pakket = createRequire(join(map, 'package.json')).resolve('prisma/package.json');
    const { version, bin } = JSON.parse(readFileSync(pakket, 'utf8'));
    return { cli: join(dirname(pakket), bin.prisma), versie: version };
  } catch {
    return undefined;
  }
}

/** The stamp: what the client was made from, and with which Prisma. */
function hash(schema, prisma) {
  const sha = createHash('sha256').update(readFileSync(schema)).digest('hex');
  return `${sha} ${prisma?.versie ?? ''}\n`;
}

/** Without a Prisma to compare with, the same schema is fresh enough. */
function isFresh(stempel, inhoud, prisma) {
  return prisma === undefined ? stempel.split(' ')[0] === inhoud.split(' ')[0] : stempel === inhoud;
}

/** npm runs this on the machine's own Node after an install; Prisma wants a recent one, and the pinned one is. */
function nodeOf(map) {
  const eigen = join(map, 'node_modules', '.bin', 'node');
  return existsSync(eigen) ? eigen : process.execPath;
}

/** Generating needs no engine, but the CLI looks for one and would download it: any executable satisfies it. */
function prismaEnv() {
  return {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  };
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  koppelNode({ map: checkout });
  const gelukt = genereer({ opnieuw: process.argv.includes('--opnieuw') });
  // An install must not fail on this: `npm start` tries again and is the one to refuse.
  if (!gelukt && process.env.npm_lifecycle_event !== 'postinstall') process.exitCode = 1;
}
