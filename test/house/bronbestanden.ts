import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A source file: its path from the root of the project, and its text. */
export interface Bronbestand {
  readonly pad: string;
  readonly tekst: string;
}

/** The hand-written source files under the given rooms. */
export function bronbestanden(...rooms: readonly string[]): readonly Bronbestand[] {
  const patterns = rooms.map((room) => `${room}/**/*.{ts,mjs,cjs}`);
  return globSync(patterns, { cwd: ROOT })
    .filter((pad) => !/(^|\/)(generated|node_modules|fixtures)\//.test(pad))
    .map((pad) => ({ pad, tekst: readFileSync(join(ROOT, pad), 'utf8') }));
}

/** The SDL of every subgraph. */
export function subgraphSdl(): readonly Bronbestand[] {
  return globSync('subgraphs/*/schema.graphql', { cwd: ROOT }).map((pad) => ({
    pad,
    tekst: readFileSync(join(ROOT, pad), 'utf8'),
  }));
}
