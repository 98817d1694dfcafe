import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A folder with these files, as a `file:` URL that ends in a slash, and the way to remove it. */
export function maakMap(bestanden: Readonly<Record<string, string>>): {
  readonly url: URL;
  readonly weg: () => void;
} {
  const map = mkdtempSync(join(tmpdir(), 'ketengraaf-map-'));
  for (const [naam, inhoud] of Object.entries(bestanden)) {
    const pad = join(map, naam);
    mkdirSync(dirname(pad), { recursive: true });
    writeFileSync(pad, inhoud);
  }
  return { url: pathToFileURL(`${map}/`), weg: () => rmSync(map, { recursive: true, force: true }) };
}
