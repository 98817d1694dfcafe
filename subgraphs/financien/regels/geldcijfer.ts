/** An amount in whole cents with the state it is in; the form of `Geldcijfer` in the graph. */
export interface Geldcijfer {
  readonly waarde: number | null;
  readonly toestand: 'WAARDE' | 'AFWEZIG';
  readonly toelichting: string | null;
  readonly bronsoort: 'GEDRUKT' | 'BEREKEND';
  readonly vindplaats: { readonly document: string; readonly regel: number } | null;
}

/** A printed amount beside the same amount recomputed; the difference is shown, never repaired. */
export interface Geldvergelijking {
  readonly gedrukt: Geldcijfer;
  readonly berekend: Geldcijfer;
  readonly verschil: Geldcijfer;
}

/** One printed cell. */
export interface Geldcel {
  readonly bedragCent: bigint;
  readonly document: string;
  readonly regel: number;
}

/** A printed amount; absent when the document has no such cell. */
export function gedrukt(cel: Geldcel | undefined): Geldcijfer {
  if (cel === undefined) return afwezig('GEDRUKT', 'Dit bedrag staat niet in het document.');
  const { bedragCent, document, regel } = cel;
  return {
    waarde: Number(bedragCent),
    toestand: 'WAARDE',
    toelichting: null,
    bronsoort: 'GEDRUKT',
    vindplaats: { document, regel },
  };
}

/** `van` minus `af`; absent when one of them is. */
export function min(van: Geldcijfer, af: Geldcijfer): Geldcijfer {
  if (van.waarde === null || af.waarde === null) {
    return afwezig('BEREKEND', 'Een bedrag waaruit dit volgt, staat niet in het document.');
  }
  const waarde = van.waarde - af.waarde;
  return { waarde, toestand: 'WAARDE', toelichting: null, bronsoort: 'BEREKEND', vindplaats: null };
}

/** Puts a printed and a computed amount side by side; `verschil` is printed minus computed. */
export function vergelijk(links: Geldcijfer, rechts: Geldcijfer): Geldvergelijking {
  return { gedrukt: links, berekend: rechts, verschil: min(links, rechts) };
}

function afwezig(bronsoort: Geldcijfer['bronsoort'], toelichting: string): Geldcijfer {
  return { waarde: null, toestand: 'AFWEZIG', toelichting, bronsoort, vindplaats: null };
}
