import { AFNEMERS } from '../codelijsten/afnemers.ts';
import type { Organisatie } from './organisatie.ts';

/**
 * The afnemer under which an organisation gets pseudonyms: what its kind shares, else its own code. A code begins with a
 * capital, so that none is ever what a kind shares.
 */
export function afnemerVan({ soort, code }: Pick<Organisatie, 'soort' | 'code'>): string {
  const gedeeld = AFNEMERS[soort];
  return gedeeld === 'eigen' ? code : gedeeld;
}
