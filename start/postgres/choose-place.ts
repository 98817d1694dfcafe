import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inMap } from '../data-map.ts';
import type { OtherUser } from './other-user.ts';

const ELSEWHERE = '/var/lib/ketengraaf';

/**
 * The folder for PostgreSQL's data, and for a copy of its binaries where one is needed: the data folder,
 * or, when the user it runs as cannot pass through to that (a checkout in /root), one under /var/lib
 * that belongs to this data folder alone. Throws MAP_NIET_SCHRIJFBAAR.
 */
export function choosePlace(map: string, user: OtherUser | undefined, elsewhere: string = ELSEWHERE): string {
  if (user === undefined || canPass(map, user)) return map;
  const place = join(elsewhere, createHash('sha256').update(map).digest('hex').slice(0, 16));
  return inMap(place, () => {
    mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
    mkdirSync(place, { recursive: true, mode: 0o711 });
    writeFileSync(join(place, 'gegevensmap'), `${map}\n`, { mode: 0o600 });
    return place;
  });
}

/** Asked of the system itself, by a process of that user: mode bits alone do not tell (ACLs, mounts). */
function canPass(folder: string, { uid, gid }: OtherUser): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', 'test -x "$1" && test -e "$1/logboeken"', 'sh', folder], {
    cwd: '/',
    uid,
    gid,
    stdio: 'ignore',
  });
  return status === 0;
}
