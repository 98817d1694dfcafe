import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bestandFout } from './bestand-fout.ts';
import { folderPath } from './schema-map.ts';

/**
 * The text of a data file. `pad` is relative to the folder `map` and is the name errors give.
 * @throws KetenFout BESTAND_ONGELDIG when the file cannot be read.
 */
export function leesBestand(map: URL | string, pad: string): string {
  try {
    return readFileSync(join(folderPath(map), pad), 'utf8');
  } catch (error) {
    throw bestandFout(pad, [{ reden: `cannot be read (${errorCode(error)})` }], error);
  }
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}
