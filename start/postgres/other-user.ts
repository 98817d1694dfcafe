import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** The user that PostgreSQL runs as. */
export interface OtherUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. For root: the owner of the data there already is, else the system's
 * `postgres`, else `nobody`. For anyone else `undefined`: PostgreSQL runs as whoever starts it.
 */
export function otherUser(data: string): OtherUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return ownerOf(data) ?? namedUser('postgres') ?? namedUser('nobody');
}

function ownerOf(path: string): OtherUser | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined || stats.uid === 0 ? undefined : { uid: stats.uid, gid: stats.gid };
}

function namedUser(name: string): OtherUser | undefined {
  const [uid, gid] = ['-u', '-g'].map((what) => idOf(what, name));
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function idOf(what: string, name: string): number | undefined {
  try {
    return Number(
      execFileSync('id', [what, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
  } catch {
    return undefined;
  }
}
