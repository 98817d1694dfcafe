/** A quarter of a year. */
export interface Kwartaal {
  readonly jaar: number;
  /** 1 to 4. */
  readonly kwartaal: number;
}

/** The first and the last month of a quarter, `JJJJ-MM`. */
export function maandenVan({ jaar, kwartaal }: Kwartaal): { readonly van: string; readonly tot: string } {
  return { van: maand(jaar, 3 * kwartaal - 2), tot: maand(jaar, 3 * kwartaal) };
}

/** Whether a quarter has ended on the day `vandaag` (`JJJJ-MM-DD`): its figures no longer grow with time. */
export function isVoorbij(kwartaal: Kwartaal, vandaag: string): boolean {
  return maandenVan(kwartaal).tot < vandaag.slice(0, 7);
}

function maand(jaar: number, nummer: number): string {
  return `${String(jaar).padStart(4, '0')}-${String(nummer).padStart(2, '0')}`;
}
