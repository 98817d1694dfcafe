import { feestdagen } from './feestdagen.ts';

const DAG = 86_400_000;

/**
 * How many werkdagen lie after the day `van`, up to and including the day `tot` (both `JJJJ-MM-DD`): days from
 * Monday to Friday that are no feestdag. 0 when `tot` is not after `van`.
 */
export function werkdagenTussen(van: string, tot: string): number {
  if (tot <= van) return 0;
  return doordeweeksTotEnMet(tot) - doordeweeksTotEnMet(van) - feestdagenDoordeweeks(van, tot);
}

/** Days from Monday to Friday since Monday 29 December 1969. */
function doordeweeksTotEnMet(dag: string): number {
  const nummer = dagnummer(dag) + 3;
  return 5 * Math.floor(nummer / 7) + Math.min(weekdag(dag) + 1, 5);
}

function feestdagenDoordeweeks(van: string, tot: string): number {
  let aantal = 0;
  for (let jaar = Number(van.slice(0, 4)); jaar <= Number(tot.slice(0, 4)); jaar += 1) {
    for (const dag of feestdagen(jaar)) if (dag > van && dag <= tot && weekdag(dag) < 5) aantal += 1;
  }
  return aantal;
}

/** 0 for Monday. */
function weekdag(dag: string): number {
  return (((dagnummer(dag) + 3) % 7) + 7) % 7;
}

/** Days since 1 January 1970, a Thursday. */
function dagnummer(dag: string): number {
  return Date.parse(dag) / DAG;
}
