import { isGeldig } from './geldigheid.ts';
import type { Ketenpartners } from './ketenpartners.ts';

/**
 * Whether a processor may send questions for an organisation now: the claim `via` of a token beside its claim
 * `organisatie`. An organisation always sends for itself.
 * @param via code of the ketenpartner that sends
 * @param organisatie code of the ketenpartner the asker works for
 * @param moment `JJJJ-MM-DDTuu:mm` in Europe/Amsterdam
 */
export function magZendenVoor(
  { verwerkers }: Pick<Ketenpartners, 'verwerkers'>,
  via: string,
  organisatie: string,
  moment: string,
): boolean {
  return (
    via === organisatie ||
    verwerkers.some(
      (each) => each.verwerker === via && each.voor.includes(organisatie) && isGeldig(each, moment),
    )
  );
}
