/** A count with the state it is in; the form of `Cijfer` in the graph. */
export interface Cijfer {
  readonly waarde: number | null;
  readonly toestand: 'WAARDE' | 'AFWEZIG';
  readonly toelichting: string | null;
  readonly bronsoort: 'GEDRUKT' | 'BEREKEND';
  readonly vindplaats: { readonly document: string; readonly regel: number } | null;
}

/** A printed count beside the same count recomputed; the difference is shown, never repaired. */
export interface Cijfervergelijking {
  readonly gedrukt: Cijfer;
  readonly berekend: Cijfer;
  readonly verschil: Cijfer;
}

/** One printed cell, when the document has it. */
export interface Cel {
  readonly waarde: number;
  readonly document: string;
  readonly regel: number;
}

/** A printed count; absent when the document has no such cell. */
export function gedrukt(cel: Cel | undefined): Cijfer {
  if (cel === undefined) {
    return { ...afwezig('Dit cijfer staat niet in het document.'), bronsoort: 'GEDRUKT' };
  }
  const { waarde, document, regel } = cel;
  return {
    waarde,
    toestand: 'WAARDE',
    toelichting: null,
    bronsoort: 'GEDRUKT',
    vindplaats: { document, regel },
  };
}

/** A computed count; absent, with `waaromAfwezig`, when what it is computed from is. */
export function berekend(waarde: number | null, waaromAfwezig: string): Cijfer {
  if (waarde === null) return afwezig(waaromAfwezig);
  return { waarde, toestand: 'WAARDE', toelichting: null, bronsoort: 'BEREKEND', vindplaats: null };
}

/** Puts a printed and a computed count side by side; `verschil` is printed minus computed. */
export function vergelijk(links: Cijfer, rechts: Cijfer): Cijfervergelijking {
  const verschil = links.waarde === null || rechts.waarde === null ? null : links.waarde - rechts.waarde;
  return {
    gedrukt: links,
    berekend: rechts,
    verschil: berekend(verschil, 'Zonder gedrukt en berekend cijfer is er geen verschil.'),
  };
}

function afwezig(toelichting: string): Cijfer {
  return { waarde: null, toestand: 'AFWEZIG', toelichting, bronsoort: 'BEREKEND', vindplaats: null };
}
