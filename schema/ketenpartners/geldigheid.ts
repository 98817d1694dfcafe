import { z } from 'zod';

const IN_NEDERLAND = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'short',
});

const dag = z.iso.date();
const minuut = z.iso
  .datetime({ local: true, precision: -1 })
  .regex(/\d$/)
  .refine((tekst) => !isDubbel(tekst), 'this hour comes twice, at the end of summer time');

/**
 * An end of a validity: a day (`JJJJ-MM-DD`, which begins at 00:00) or, where the minute is known, a local time
 * (`JJJJ-MM-DDTuu:mm`); both as the clock in Europe/Amsterdam shows it.
 */
export const grens = z.union([dag, minuut], 'not a day (JJJJ-MM-DD) or a minute (JJJJ-MM-DDTuu:mm)');

/** From when until when something counts. */
export interface Geldigheid {
  /** The first day or minute; absent: as far back as the data go. */
  readonly geldigVan?: string | undefined;
  /** The first day or minute on which it counts no more; absent: it has no end. */
  readonly geldigTot?: string | undefined;
}

const MINUUT_MS = 60_000;

/** The minute that was asked last, and how the clock shows it: all who ask within it get the same. */
let laatste: { readonly minuut: number; readonly moment: string } | undefined;

/** An instant as the clock in Europe/Amsterdam shows it: `JJJJ-MM-DDTuu:mm`. */
export function momentInNederland(instant: Date): string {
  const minuut = Math.floor(instant.getTime() / MINUUT_MS);
  if (laatste?.minuut !== minuut)
    laatste = { minuut, moment: IN_NEDERLAND.format(instant).replace(' ', 'T') };
  return laatste.moment;
}

/**
 * Whether something counts at a moment. Days and minutes compare as text: a day is the beginning of every minute in it,
 * and stands before them, so that it counts from its 00:00 and ends at its 00:00.
 * @param moment `JJJJ-MM-DDTuu:mm` in Europe/Amsterdam, see `momentInNederland`
 */
export function isGeldig({ geldigVan, geldigTot }: Geldigheid, moment: string): boolean {
  return (geldigVan === undefined || geldigVan <= moment) && (geldigTot === undefined || moment < geldigTot);
}

/** A day or minute, so many days later. */
export function dagenLater(tijdstip: string, dagen: number): string {
  const [dag = '', tijd] = tijdstip.split('T');
  const later = new Date(`${dag}T00:00Z`);
  later.setUTCDate(later.getUTCDate() + dagen);
  return [later.toISOString().slice(0, 10), ...(tijd === undefined ? [] : [tijd])].join('T');
}

/** Whether two validities have a moment in common. */
export function overlapt(een: Geldigheid, ander: Geldigheid): boolean {
  return voor(een.geldigVan, ander.geldigTot) && voor(ander.geldigVan, een.geldigTot);
}

/** Whether a begin comes before an end. */
function voor(van: string | undefined, tot: string | undefined): boolean {
  return van === undefined || tot === undefined || van < tot;
}

/** Whether a local time comes twice: an end in it would begin to count again an hour later. */
function isDubbel(tekst: string): boolean {
  const zomertijd = new Date(`${tekst}:00+02:00`);
  const wintertijd = new Date(`${tekst}:00+01:00`);
  return [zomertijd, wintertijd].every(
    (instant) => !Number.isNaN(instant.getTime()) && momentInNederland(instant) === tekst,
  );
}
