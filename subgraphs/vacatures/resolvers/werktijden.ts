/** Hours per week; the form of `Werktijden` in the graph. */
export interface Werktijden {
  readonly aantalWerkurenPerWeekMinimaal: number;
  readonly aantalWerkurenPerWeekMaximaal: number;
}

/** The werktijden of a row that keeps its hours as two columns. */
export function werktijden({ urenMin, urenMax }: { urenMin: number; urenMax: number }): Werktijden {
  return { aantalWerkurenPerWeekMinimaal: urenMin, aantalWerkurenPerWeekMaximaal: urenMax };
}
