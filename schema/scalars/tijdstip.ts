import { z } from 'zod';
import { strikteScalar } from './strikte-scalar.ts';

const FIJNER_DAN_MILLISECONDEN = /\.\d{4}/;
const instant = z.iso
  .datetime({ offset: true })
  .refine((tekst) => !tekst.startsWith('0000') && !FIJNER_DAN_MILLISECONDEN.test(tekst));

/**
 * An instant (RFC 3339, with an offset, to the millisecond: finer parts would be lost without a word).
 * Inside a `Date`, outside always UTC.
 */
export const tijdstip = strikteScalar<Date, string>({
  naam: 'Tijdstip',
  omschrijving: 'Een moment volgens RFC 3339 tot op de milliseconde; in antwoorden altijd in UTC.',
  vorm: 'een moment volgens RFC 3339 met tijdzone, tot op de milliseconde',
  literaal: 'tekst',
  standaard: 'https://www.rfc-editor.org/rfc/rfc3339',
  lees,
  schrijf: (waarde) => {
    const moment = waarde instanceof Date ? waarde : lees(waarde);
    return moment === undefined || !isWritable(moment) ? undefined : moment.toISOString();
  },
});

function lees(invoer: unknown): Date | undefined {
  const tekst = instant.safeParse(invoer);
  if (!tekst.success) return undefined;
  const moment = new Date(tekst.data);
  return isWritable(moment) ? moment : undefined;
}

/** RFC 3339 writes years of four digits. */
function isWritable(moment: Date): boolean {
  const year = moment.getUTCFullYear();
  return year >= 1 && year <= 9999;
}
