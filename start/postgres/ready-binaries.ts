import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import { alsMapFout } from '../data-map.ts';
import type { OtherUser } from './other-user.ts';

/** Programs of the embedded PostgreSQL that can be run. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** A link that npm cannot carry in a package: `target` points at the file `source` beside it. */
interface PackedLink {
  readonly source: string;
  readonly target: string;
}

const EXTENSION = process.platform === 'win32' ? '.exe' : '';

/**
 * Makes the binaries in `native` ready for `user`: the links between the libraries exist (the package's
 * install script makes them, but scripts may be blocked) and the user can run them. Where the
 * installed ones will not do (read-only, or out of the user's reach) a copy in `place` is used.
 * Throws POSTGRES_MISLUKT with what the binary said, or MAP_NIET_SCHRIJFBAAR.
 */
export function readyBinaries(native: string, place: string, user: OtherUser | undefined): Binaries {
  if (makeLinks(native) && runs(native, user) === true) return binariesIn(native);
  const copy = join(place, `postgres-${versionOf(native)}`);
  if (!existsSync(copy)) copyWhole(native, copy);
  const said = runs(copy, user);
  if (said !== true) throw new KetenFout('POSTGRES_MISLUKT', `${binariesIn(copy).postgres}: ${said}`);
  return binariesIn(copy);
}

function binariesIn(native: string): Binaries {
  return Object.freeze({
    initdb: join(native, 'bin', `initdb${EXTENSION}`),
    postgres: join(native, 'bin', `postgres${EXTENSION}`),
  });
}

/** Makes the links that are missing; false when that is not allowed here. */
function makeLinks(native: string): boolean {
  try {
    for (const { source, target } of packedLinks(native)) {
      const link = join(dirname(native), target);
      if (lstatSync(link, { throwIfNoEntry: false }) === undefined) symlinkSync(basename(source), link);
    }
    return true;
  } catch (error) {
    // Another start may have made the same link just now.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return makeLinks(native);
    return false;
  }
}

function packedLinks(native: string): readonly PackedLink[] {
  const list = join(native, 'pg-symlinks.json');
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as PackedLink[]) : [];
}

/** Whether the user can run the server; if not, what was said. */
function runs(native: string, user: OtherUser | undefined): true | string {
  const { status, error, stderr } = spawnSync(binariesIn(native).postgres, ['--version'], {
    cwd: '/',
    encoding: 'utf8',
    ...user,
  });
  return status === 0 || (error?.message ?? stderr.trim());
}

function versionOf(native: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

/** Copies into a folder beside it first, so that an interrupted copy is never taken for a whole one. */
function copyWhole(native: string, copy: string): void {
  const beside = `${copy}.${randomUUID()}.nieuw`;
  try {
    // A link is made anew below: copying one would turn it into a path back to the original.
    cpSync(native, beside, { recursive: true, filter: (from) => !lstatSync(from).isSymbolicLink() });
    for (const { source, target } of packedLinks(native)) {
      symlinkSync(basename(source), join(beside, target.replace(/^native\//, '')));
    }
    chmodSync(beside, 0o755);
    renameSync(beside, copy);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw alsMapFout(dirname(copy), error);
  }
}
