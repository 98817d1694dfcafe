import type { Bouw } from './bouw.ts';
import { maakToeval } from './toeval.ts';
import type { RedenEinde } from './zaak.ts';

/** What a gemeente may write down of why an uitkering ended, by the class that everybody else sees; the codes are ours. */
const REDENEN: Readonly<Record<RedenEinde, readonly string[]>> = {
  WERK: ['LOONDIENST', 'ZELFSTANDIG'],
  OPLEIDING: ['STUDIEFINANCIERING'],
  OVERIG: ['VERHUIZING', 'RELATIE', 'DETENTIE', 'FRAUDE', 'OPNAME'],
};

/** Writes for every uitkering that ended why, as it was written down; of the hoofdontvanger. */
export function schrijfRedenen(bouw: Bouw, zaad: number): void {
  const toeval = maakToeval(zaad, 'redenen');
  const hoofden = new Map(
    bouw.rijen.rechthebbende
      .filter(({ volgnummer }) => Number(volgnummer) === 1)
      .map(({ uitkering_id, klant_id }) => [uitkering_id, klant_id]),
  );
  const uitkeringen = Map.groupBy(bouw.rijen.rechthebbende, ({ klant_id }) => klant_id);
  for (const { id, reden_einde, verantwoordelijke } of bouw.rijen.uitkering) {
    if (reden_einde === null) continue;
    const klant_id = hoofden.get(id) ?? null;
    const redenen = REDENEN[reden_einde as RedenEinde];
    // Who died has no other uitkering, before or after.
    const kan =
      reden_einde === 'OVERIG' && uitkeringen.get(klant_id)?.length === 1
        ? [...redenen, 'OVERLIJDEN']
        : redenen;
    bouw.voegToe('reden_einde', {
      uitkering_id: id,
      klant_id,
      reden: toeval.kies(kan),
      verantwoordelijke,
    });
  }
}
