import { readFileSync, writeFileSync } from 'node:fs';
import { eersteVerschil } from './eerste-verschil.ts';

/**
 * Writes a generated file, or with `controleer` only compares it with what is committed.
 * Gives the reason, naming the first line that differs, when the committed file is stale.
 */
export function schrijfOfVergelijk(
  file: URL,
  naam: string,
  inhoud: string,
  controleer: boolean,
  commando = 'npm run schema',
): string | undefined {
  if (!controleer) {
    writeFileSync(file, inhoud);
    return undefined;
  }
  const verschil = eersteVerschil(readIfThere(file), inhoud);
  if (verschil === undefined) return undefined;
  return `${naam}:${verschil.regel}: is stale; run ${commando}\n  committed: ${verschil.oud}\n  generated: ${verschil.nieuw}`;
}

function readIfThere(file: URL): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
