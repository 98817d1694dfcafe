import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { KetenFout } from '../schema/fouten/keten-fout.ts';

const NIET_SCHRIJFBAAR = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOSPC',
  'EDQUOT',
  'ENOTDIR',
  'EEXIST',
  'EIO',
]);

/** The places in the data folder. */
export interface DataMap {
  readonly map: string;
  /** Output of the processes, one file each. */
  readonly logboeken: string;
  /** What the processes are, to find those left over from a start that was killed. */
  readonly processen: string;
  /** Passwords of the database roles. */
  readonly rollen: string;
  readonly ketentokenSleutel: string;
  readonly cursorSleutels: string;
  readonly pseudoniemSleutels: string;
  readonly uitgeverSleutel: string;
}

/**
 * Makes the data folder where it is missing and proves that it can be written.
 * Throws MAP_NIET_SCHRIJFBAAR, naming the path.
 */
export function openDataMap(map: string): DataMap {
  const plaatsen = plaatsenIn(map);
  inMap(map, () => {
    // PostgreSQL runs under another uid when root starts it, and has to pass through; every file inside is 0600.
    makeFolder(map, process.getuid?.() === 0 ? 0o711 : 0o700);
    makeFolder(plaatsen.logboeken, 0o700);
    const probe = join(map, `${randomUUID()}.nieuw`);
    writeFileSync(probe, 'x', { flag: 'wx', mode: 0o600 });
    rmSync(probe);
  });
  return plaatsen;
}

/** The places in a data folder, whether it is there or not. */
export function plaatsenIn(map: string): DataMap {
  return Object.freeze({
    map,
    logboeken: join(map, 'logboeken'),
    processen: join(map, 'processen.json'),
    rollen: join(map, 'rollen.json'),
    ketentokenSleutel: join(map, 'ketentoken.jwk'),
    cursorSleutels: join(map, 'cursor.jwks'),
    pseudoniemSleutels: join(map, 'pseudoniem.jwks'),
    uitgeverSleutel: join(map, 'uitgever.jwk'),
  });
}

/** Not with `recursive`: that says ENOENT of a read-only disk, and this says EROFS. */
function makeFolder(path: string, mode: number): void {
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && statSync(path).isDirectory()) return;
    if (code !== 'ENOENT') throw error;
    makeFolder(dirname(path), 0o755);
    mkdirSync(path, { mode });
  }
}

/** Does something in a folder, and turns a refusal by the file system into MAP_NIET_SCHRIJFBAAR naming that folder. */
export function inMap<T>(map: string, doe: () => T): T {
  try {
    return doe();
  } catch (error) {
    throw alsMapFout(map, error);
  }
}

/** The error as MAP_NIET_SCHRIJFBAAR when the file system refused a write; otherwise the error itself. */
export function alsMapFout(map: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === undefined || !NIET_SCHRIJFBAAR.has(code)) return error;
  return new KetenFout('MAP_NIET_SCHRIJFBAAR', `${map} (${code})`, { map }, { cause: error });
}
