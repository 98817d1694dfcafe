import { z } from 'zod';
import { strikteScalar } from './strikte-scalar.ts';

const dag = z.iso.date().refine((tekst) => !tekst.startsWith('0000'));

function lees(invoer: unknown): string | undefined {
  return dag.safeParse(invoer).data;
}

/**
 * A calendar day that exists: `JJJJ-MM-DD`. Inside it stays text, because a day has no time zone.
 * Outward also a `Date` at midnight UTC, the form in which Prisma reads a date column;
 * any other time of day would be a day in some time zone, and is refused.
 */
export const datum = strikteScalar<string, string>({
  naam: 'Datum',
  omschrijving: 'Een kalenderdag in de vorm JJJJ-MM-DD, zonder tijd en zonder tijdzone.',
  vorm: 'een bestaande dag in de vorm JJJJ-MM-DD',
  literaal: 'tekst',
  lees,
  schrijf: (waarde) => lees(waarde instanceof Date ? dayOf(waarde) : waarde),
});

function dayOf(date: Date): string | undefined {
  if (Number.isNaN(date.getTime())) return undefined;
  const [day, time] = date.toISOString().split('T');
  return time === '00:00:00.000Z' ? day : undefined;
}
