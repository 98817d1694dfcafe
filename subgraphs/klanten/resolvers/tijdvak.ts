import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import { maandenTussen, maandErbij } from '../regels/maanden.ts';

/** Months that one question may span. */
const HOOGUIT = 60;

/** A stretch of months, both ends included. */
export interface Maandenvraag {
  readonly van: string;
  readonly tot: string;
}

/** Refuses a stretch that runs backwards or over more than 60 months with INVOER_ONGELDIG. */
export function controleerTijdvak({ van, tot }: Maandenvraag): void {
  const aantal = maandenTussen(van, tot);
  if (aantal >= 0 && aantal <= HOOGUIT) return;
  throw new KetenFout('INVOER_ONGELDIG', `tot must be 0 to ${HOOGUIT} months after van`, { argument: 'tot' });
}

/**
 * The months of a stretch of which the dossiers can tell: from the month in which all of them begin (`vanaf`, one
 * for each gemeente) to the last that has ended on `vandaag`; none when a gemeente has no dossiers.
 */
export function dossiermaanden(
  { van, tot }: Maandenvraag,
  vanaf: readonly (string | null)[],
  vandaag: string,
): readonly string[] {
  const bekend = vanaf.filter((maand) => maand !== null);
  if (bekend.length < vanaf.length || bekend.length === 0) return [];
  const eerste = [van, ...bekend].toSorted().at(-1) ?? van;
  const [laatste = tot] = [tot, maandErbij(vandaag.slice(0, 7), -1)].toSorted();
  return Array.from({ length: Math.max(0, maandenTussen(eerste, laatste) + 1) }, (_leeg, i) =>
    maandErbij(eerste, i),
  );
}
