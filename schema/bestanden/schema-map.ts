import { fileURLToPath } from 'node:url';

/** The folder `schema/`: what every loader reads from unless it is told another. */
export const SCHEMA_MAP = new URL('../', import.meta.url);

/** A folder as a path, whether given as a path or as a file: URL. */
export function folderPath(map: URL | string): string {
  return map instanceof URL ? fileURLToPath(map) : map;
}
