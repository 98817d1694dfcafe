import type { Bronsoort } from './cijfer.ts';

/** Where a fact comes from; the form of `Herkomst` in the graph. */
export interface Herkomst {
  /** The subgraph that keeps it. */
  readonly bron: string;
  readonly bronsoort: Bronsoort;
  /** The day on which it was so. */
  readonly peildatum: string;
}

/**
 * The herkomst of a row of a dossier, kept by `bron` and read on the day the domain calls today. The
 * dossiers that the subgraphs load are made up: whoever connects an administration changes this line.
 */
export function herkomstVanDossier(bron: string, { vandaag }: { readonly vandaag: string }): Herkomst {
  return { bron, bronsoort: 'SYNTHETISCH', peildatum: vandaag };
}
