import { strikteScalar } from './strikte-scalar.ts';

/**
 * An amount of money in whole cents; negative is allowed. A number, so within the safe integers
 * (about 90 trillion euro); outward a bigint of the database is accepted within the same bounds.
 */
export const geldbedrag = strikteScalar<number, number>({
  naam: 'Geldbedrag',
  omschrijving: 'Een bedrag in hele eurocenten.',
  vorm: 'een geheel aantal eurocenten',
  literaal: 'geheel',
  lees: cents,
  schrijf: (waarde) => cents(typeof waarde === 'bigint' ? Number(waarde) : waarde),
});

function cents(waarde: unknown): number | undefined {
  // Adding zero makes of -0 a plain 0.
  return typeof waarde === 'number' && Number.isSafeInteger(waarde) ? waarde + 0 : undefined;
}
