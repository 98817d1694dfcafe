import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leesCursorring } from '../../subgraphs/chassis/paging/cursor-sleutels.ts';

/** The file of a ring with these keys, each of bytes and of the second since 1970 from which it makes. */
export function schrijfRing(bestand: string, ...sleutels: readonly (readonly [Buffer, number])[]): string {
  const keys = sleutels.map(([sleutel, nbf], at) => ({
    kty: 'oct',
    k: sleutel.toString('base64url'),
    kid: `sleutel-${at}`,
    nbf,
  }));
  writeFileSync(bestand, JSON.stringify({ keys }));
  return bestand;
}

const map = mkdtempSync(join(tmpdir(), 'ketengraaf-cursor-'));

/** The keys of cursors of every subgraph in the tests. */
export const CURSORRING = leesCursorring(
  schrijfRing(join(map, 'cursor.jwks'), [Buffer.alloc(32, 'cursor'), 0]),
);
rmSync(map, { recursive: true });
