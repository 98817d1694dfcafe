import type { Redensoort } from '../../schema/beleid/voorwaarde-van-rijen.ts';
import { TOEGANGSREDENEN, type Toegangsredencode } from '../../schema/codelijsten/toegangsredenen.ts';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import type { Betrokkene } from '../identity/betrokkene.ts';

/**
 * What the reason is for that an asker gave. A reason that can have no effect is refused, so that nobody takes what is
 * absent for what does not exist, and no record says that there was an escape where there was none.
 * @throws KetenFout TOEGANGSREDEN_GEWEIGERD for a reason for noodtoegang without that right, or for a team without one
 */
export function redensoortVoor(
  { rechten, team }: Betrokkene,
  reden: Toegangsredencode | undefined,
): Redensoort | undefined {
  if (reden === undefined) return undefined;
  const { soort } = TOEGANGSREDENEN[reden];
  const isVoor = { noodtoegang: rechten.includes('noodtoegang'), team: team !== undefined, vervanging: true };
  if (!isVoor[soort]) throw new KetenFout('TOEGANGSREDEN_GEWEIGERD');
  return soort;
}
