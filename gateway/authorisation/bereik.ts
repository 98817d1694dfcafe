import type { Ketenpartners } from '../../schema/ketenpartners/laad-ketenpartners.ts';
import type { Organisatie } from '../../schema/ketenpartners/organisatie.ts';
import type { Betrokkene } from '../identity/betrokkene.ts';

/** The row scope of one data group: rows of these verantwoordelijken are in reach. */
export interface Bereik {
  readonly verantwoordelijken: readonly string[];
}

/** Whether something with a first day and a day on which it has ended counts on a day (JJJJ-MM-DD). */
export function isGeldig(
  {
    geldigVan,
    geldigTot,
  }: { readonly geldigVan?: string | undefined; readonly geldigTot?: string | undefined },
  dag: string,
): boolean {
  return (geldigVan === undefined || geldigVan <= dag) && (geldigTot === undefined || dag < geldigTot);
}

/**
 * The rows an asker reaches for a task: those of the own organisation, and those of the gemeenten acted for
 * (`namens`) as far as a samenwerking for that task, carried out by the own organisation, counts today.
 * @param dag the calendar day in Europe/Amsterdam, JJJJ-MM-DD
 */
export function bereikVoor(
  taak: string | undefined,
  { namens }: Betrokkene,
  organisatie: Organisatie,
  { samenwerkingen }: Ketenpartners,
  dag: string,
): Bereik {
  const vertegenwoordigd = samenwerkingen
    .filter((each) => each.taak === taak && each.uitvoerder === organisatie.code && isGeldig(each, dag))
    .flatMap(({ deelnemers }) => deelnemers.filter((deelnemer) => namens.includes(deelnemer)));
  return { verantwoordelijken: [...new Set([organisatie.code, ...vertegenwoordigd])].toSorted() };
}
