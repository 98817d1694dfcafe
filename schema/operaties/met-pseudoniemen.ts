import type { Pseudoniemen } from '../keten/pseudoniem.ts';
import type { Operatie } from './laad-operaties.ts';

/**
 * A trusted document whose example names klanten as its asker knows them.
 * @param pseudoniemen those of the afnemer for whom the asker works
 */
export function metPseudoniemen(operatie: Operatie, { maak }: Pseudoniemen): Operatie {
  const namen = new Set(operatie.klanten);
  const variabelen = Object.entries(operatie.variabelen).map(([naam, waarde]) => [
    naam,
    namen.has(naam) && typeof waarde === 'string' ? maak(waarde) : waarde,
  ]);
  return { ...operatie, variabelen: Object.fromEntries(variabelen) as Operatie['variabelen'] };
}
