import type { Cijfer } from './basis-op-orde.ts';

const euros = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 0 });
const centen = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const aantallen = new Intl.NumberFormat('nl-NL', { useGrouping: false });
const delen = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const dagen = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' });

/** Cents as whole euros where they are whole, such as `22.742.200`, and with two decimals where not. */
export function alsEuro(cents: number): string {
  return (cents % 100 === 0 ? euros : centen).format(cents / 100);
}

/** Cents as an amount to the cent, such as `1.250,00`. */
export function alsBedrag(cents: number): string {
  return centen.format(cents / 100);
}

/** A count as the tables print it, such as `1316`. */
export function alsAantal(aantal: number): string {
  return aantallen.format(aantal);
}

/** A part in percent with one decimal, such as `95,2`. */
export function alsDeel(percentage: number): string {
  return delen.format(percentage);
}

/** A figure in a cell: its value, or in small letters why it has none. */
export function alsCel(
  { waarde, toestand }: Pick<Cijfer, 'waarde' | 'toestand'>,
  schrijf: (waarde: number) => string,
): string {
  return waarde === null ? toestand.toLowerCase() : schrijf(waarde);
}

/** A day such as `31 maart 2013`, from `2013-03-31`. */
export function alsDag(dag: string): string {
  return dagen.format(new Date(`${dag}T00:00:00Z`));
}
