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
}

/** One line of a budget; the form of `Begrotingsregel` in the graph. */
export interface Begrotingsregel {
  readonly onderdeel: string;
  readonly begroot: Geldcijfer;
  readonly besteed: Geldcijfer;
  readonly resterend: Geldvergelijking;
  readonly prognoseRest: Geldcijfer;
  readonly prognoseResultaat: Geldvergelijking;
}

/** A budget of one year; the form of `Begroting` in the graph. */
export interface Begroting {
  readonly jaar: number;
  readonly peildatum: Date;
  readonly regels: readonly Begrotingsregel[];
}

/** The budget in the printed cells of one gemeente and year, in their order; absent when there are none. */
export function begrotingVan(cellen: readonly Begrotingscel[]): Begroting | undefined {
  const [eerste] = cellen;
  if (eerste === undefined) return undefined;
  const perRegel = [...Map.groupBy(cellen, ({ volgorde }) => volgorde)].toSorted(([a], [b]) => a - b);
  return {
    jaar: eerste.jaar,
    peildatum: eerste.peildatum,
    regels: perRegel.map(([, rij]) => begrotingsregel(rij)),
  };
}

/**
 * One line: resterend is begroot − besteed, and prognose resultaat is that (recomputed) resterend −
 * prognose rest van het jaar, as the headings of the printed table say (000, lines 274–284 and 313–323).
 */
function begrotingsregel(cellen: readonly Begrotingscel[]): Begrotingsregel {
  const cel = (kolom: string): Geldcijfer => gedrukt(cellen.find((kandidaat) => kandidaat.kolom === kolom));
  const [begroot, besteed, prognoseRest] = [cel('BEGROOT'), cel('BESTEED'), cel('PROGNOSE_REST')];
  const resterend = min(begroot, besteed);
  return {
    onderdeel: cellen[0]?.onderdeel ?? '',
    begroot,
    besteed,
    resterend: vergelijk(cel('RESTEREND'), resterend),
    prognoseRest,
    prognoseResultaat: vergelijk(cel('PROGNOSE_RESULTAAT'), min(resterend, prognoseRest)),
  };
}
