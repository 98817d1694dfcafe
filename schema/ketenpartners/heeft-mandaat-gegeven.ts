import type { Taak } from '../codelijsten/taken.ts';
import { isGeldig } from './geldigheid.ts';
import type { Ketenpartners } from './ketenpartners.ts';

/**
 * Whether another organisation does a task now in the name of this one, so that its medewerkers, and none of this one,
 * have the regie.
 * @param organisatie code of a ketenpartner
 * @param moment `JJJJ-MM-DDTuu:mm` in Europe/Amsterdam
 */
export function heeftMandaatGegeven(
  { samenwerkingen }: Pick<Ketenpartners, 'samenwerkingen'>,
  organisatie: string,
  taak: Taak,
  moment: string,
): boolean {
  return samenwerkingen.some(
    (each) =>
      each.vorm === 'MANDAAT' &&
      each.taak === taak &&
      each.uitvoerder !== organisatie &&
      each.deelnemers.includes(organisatie) &&
      isGeldig(each, moment),
  );
}
