import { isGeldig } from './geldigheid.ts';
import { INSTELLINGEN, type Instellingnaam, type Instellingwaarde } from './instelling.ts';
import type { Ketenpartners } from './ketenpartners.ts';

/**
 * The setting of an organisation at a moment; what holds for everyone when it has set none.
 * @param organisatie code of a ketenpartner
 * @param moment `JJJJ-MM-DDTuu:mm` in Europe/Amsterdam
 */
export function leesInstelling<N extends Instellingnaam>(
  { instellingen }: Pick<Ketenpartners, 'instellingen'>,
  organisatie: string,
  naam: N,
  moment: string,
): Instellingwaarde<N> {
  const gezet = instellingen.find(
    (each) => each.organisatie === organisatie && each.instelling === naam && isGeldig(each, moment),
  );
  // The loader has checked the value against the setting it names.
  return (gezet === undefined ? INSTELLINGEN[naam].standaard : gezet.waarde) as Instellingwaarde<N>;
}
