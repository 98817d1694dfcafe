import type { Rol } from '../codelijsten/rollen.ts';
import type { Taak } from '../codelijsten/taken.ts';
import { isGeldig } from './geldigheid.ts';
import type { Ketenpartners } from './ketenpartners.ts';

/**
 * The gemeenten that sit with an organisation in a body of a samenwerking for a task, as far as that body is for the
 * role and both count now. A body without the organisation gives nothing.
 * @param organisatie code of a ketenpartner
 * @param moment `JJJJ-MM-DDTuu:mm` in Europe/Amsterdam
 */
export function medeleden(
  { samenwerkingen }: Pick<Ketenpartners, 'samenwerkingen'>,
  organisatie: string,
  rol: Rol,
  taak: Taak,
  moment: string,
): ReadonlySet<string> {
  const organen = samenwerkingen
    .filter((each) => each.taak === taak && isGeldig(each, moment))
    .flatMap((each) => each.organen ?? [])
    .filter((orgaan) => orgaan.rol === rol && orgaan.leden.includes(organisatie) && isGeldig(orgaan, moment));
  return new Set(organen.flatMap(({ leden }) => leden).filter((lid) => lid !== organisatie));
}
