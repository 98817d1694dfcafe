import type { Uitslag } from '../meten/meting.ts';
import type { Rij } from './rij.ts';

/** One line of `--json`: the figures, or why there are none. */
export function jsonRegel({ geval, gateway, versie, reden }: Uitslag, rij: Rij | undefined): string {
  if (rij === undefined) return JSON.stringify({ geval, gateway, versie, reden });
  const { titel: _titel, ...cijfers } = rij;
  return JSON.stringify(cijfers);
}
