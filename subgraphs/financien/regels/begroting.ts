import {
  type Geldcel,
  type Geldcijfer,
  type Geldvergelijking,
  gedrukt,
  min,
  vergelijk,
} from './geldcijfer.ts';

/** One printed cell of a budget, with its place in the table. */
export interface Begrotingscel extends Geldcel {
  readonly jaar: number;
  readonly peildatum: Date;
  readonly volgorde: number;
  readonly onderdeel: string;
  /** BEGROOT, BESTEED, RESTEREND, PROGNOSE_REST or PROGNOSE_RESULTAAT. */
  readonly kolom: string;
  /** Of the cell BEGROOT, where the document says it. */
  readonly fase: string | null;
}

/** One line of a budget; the form of `Begrotingsregel` in the graph. */
export interface Begrotingsregel {
  readonly onderdeel: string;
  readonly budget: { readonly bedrag: Geldcijfer; readonly fase: string | null };
  readonly uitgave: { readonly bedrag: Geldcijfer; readonly totEnMet: Date };
  readonly resterend: Geldvergelijking;
  readonly prognose: { readonly rest: Geldcijfer; readonly resultaat: Geldvergelijking };
}

/** A budget of one year; the form of `Begroting` in the graph. */
export interface Begroting {
  readonly jaar: number;
  readonly regels: readonly Begrotingsregel[];
}

/** The budget in the printed cells of one gemeente and year, in their order; absent when there are none. */
export function begrotingVan(cellen: readonly Begrotingscel[]): Begroting | undefined {
  const [eerste] = cellen;
  if (eerste === undefined) return undefined;
  const perRegel = [...Map.groupBy(cellen, ({ volgorde }) => volgorde)].toSorted(([a], [b]) => a - b);
  return {
    jaar: eerste.jaar,
    regels: perRegel.map(([, rij]) => begrotingsregel(rij, eerste.peildatum)),
  };
}

/**
 * One line: resterend is budget − uitgave, and the resultaat of the prognose is that (recomputed) resterend −
 * prognose rest van het jaar, as the headings of the printed table say (000, lines 274–284 and 313–323).
 */
function begrotingsregel(cellen: readonly Begrotingscel[], totEnMet: Date): Begrotingsregel {
  const cel = (kolom: string): Geldcijfer => gedrukt(cellen.find((kandidaat) => kandidaat.kolom === kolom));
  const [begroot, besteed, rest] = [cel('BEGROOT'), cel('BESTEED'), cel('PROGNOSE_REST')];
  const resterend = min(begroot, besteed);
  return {
    onderdeel: cellen[0]?.onderdeel ?? '',
    budget: { bedrag: begroot, fase: cellen.find(({ fase }) => fase !== null)?.fase ?? null },
    uitgave: { bedrag: besteed, totEnMet },
    resterend: vergelijk(cel('RESTEREND'), resterend),
    prognose: { rest, resultaat: vergelijk(cel('PROGNOSE_RESULTAAT'), min(resterend, rest)) },
  };
}
