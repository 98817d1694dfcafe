/** A calendar day as `JJJJ-MM-DD`; days in this form compare as text. */
export type Dag = string;

const DAG_IN_MS = 86_400_000;

/** The day `aantal` days after (or, below zero, before) a day. */
export function plusDagen(dag: Dag, aantal: number): Dag {
  return new Date(Date.parse(dag) + aantal * DAG_IN_MS).toISOString().slice(0, 10);
}

/** The number of days from one day to another; negative when the second comes first. */
export function dagenTussen(van: Dag, tot: Dag): number {
  return Math.round((Date.parse(tot) - Date.parse(van)) / DAG_IN_MS);
}

/** The same day so many months later, or the last day of that month when it is shorter. */
export function plusMaanden(dag: Dag, aantal: number): Dag {
  const [jaar = 0, maand = 0, dagInMaand = 0] = dag.split('-').map(Number);
  const eerste = new Date(Date.UTC(jaar, maand - 1 + aantal, 1)).toISOString().slice(0, 10);
  const laatste = laatsteDag(eerste.slice(0, 7));
  const gevraagd = `${eerste.slice(0, 8)}${String(dagInMaand).padStart(2, '0')}`;
  return eersteVan(gevraagd, laatste);
}

/** The month of a day, as `JJJJ-MM`. */
export function maandVan(dag: Dag): string {
  return dag.slice(0, 7);
}

/** The last day of a month `JJJJ-MM`. */
export function laatsteDag(maand: string): Dag {
  const [jaar = 0, nummer = 0] = maand.split('-').map(Number);
  return new Date(Date.UTC(jaar, nummer, 0)).toISOString().slice(0, 10);
}

/** The months from the first to the last, both included. */
export function maanden(van: string, tot: string): readonly string[] {
  const reeks = [van];
  for (let laatste = van; laatste < tot; reeks.push(laatste))
    laatste = maandVan(plusMaanden(`${laatste}-01`, 1));
  return reeks;
}

/** The earliest of some days. */
export function eersteVan(...dagen: readonly [Dag, ...Dag[]]): Dag {
  return dagen.reduce((een, ander) => (ander < een ? ander : een));
}

/** The latest of some days. */
export function laatsteVan(...dagen: readonly [Dag, ...Dag[]]): Dag {
  return dagen.reduce((een, ander) => (ander > een ? ander : een));
}
