/** Fewer persons than this have no figure of their own in a breakdown of dossiers. */
export const MINSTE_AANTAL = 10;

/** Where a figure comes from; the form of `Bronsoort` in the graph. */
export type Bronsoort = 'GEDRUKT' | 'BEREKEND' | 'SYNTHETISCH';

/** A figure with the state it is in; the form of `Cijfer` and `Percentagecijfer` in the graph. */
export interface Cijfer {
  readonly waarde: number | null;
  readonly toestand: 'WAARDE' | 'AFWEZIG' | 'NVT' | 'ONDERDRUKT';
  readonly toelichting: string | null;
  /** What was counted, or of what it is a part. */
  readonly noemer: string;
  readonly bronsoort: Bronsoort;
  readonly vindplaats: { readonly document: string; readonly regel: number } | null;
}

/** A printed figure beside the same figure recomputed; the difference is shown, never repaired. */
export interface Cijfervergelijking {
  readonly gedrukt: Cijfer;
  readonly berekend: Cijfer;
  readonly verschil: Cijfer;
}

/** A printed figure beside what the dossiers give. */
export interface Cijferpaar {
  readonly gedrukt: Cijfer;
  readonly dossiers: Cijfer;
}

/** One printed cell, when the document has it. */
export interface Cel {
  readonly waarde: number;
  readonly document: string;
  readonly regel: number;
}

/** A printed figure about `noemer`; absent when the document has no such cell. */
export function gedrukt(cel: Cel | undefined, noemer: string): Cijfer {
  if (cel === undefined)
    return zonderWaarde('AFWEZIG', 'GEDRUKT', noemer, 'Dit cijfer staat niet in het document.');
  const { waarde, document, regel } = cel;
  return metWaarde(waarde, 'GEDRUKT', noemer, { document, regel });
}

/** A computed figure about `noemer`; absent, with `waaromAfwezig`, when what it is computed from is. */
export function berekend(waarde: number | null, noemer: string, waaromAfwezig: string): Cijfer {
  if (waarde === null) return zonderWaarde('AFWEZIG', 'BEREKEND', noemer, waaromAfwezig);
  return metWaarde(waarde, 'BEREKEND', noemer, null);
}

/** A figure about `noemer` from dossiers that are made up; absent, with `waaromAfwezig`, when it is `null`. */
export function uitDossiers(waarde: number | null, noemer: string, waaromAfwezig: string): Cijfer {
  if (waarde === null) return zonderWaarde('AFWEZIG', 'SYNTHETISCH', noemer, waaromAfwezig);
  return metWaarde(waarde, 'SYNTHETISCH', noemer, null);
}

/** A figure that has no meaning here; `waarom` says why. */
export function nietVanToepassing(bronsoort: Bronsoort, noemer: string, waarom: string): Cijfer {
  return zonderWaarde('NVT', bronsoort, noemer, waarom);
}

/** A figure from dossiers about `noemer` that is not told: it could be traced to a person. */
export function onderdrukt(noemer: string): Cijfer {
  return zonderWaarde(
    'ONDERDRUKT',
    'SYNTHETISCH',
    noemer,
    'Dit cijfer kan herleidbaar zijn tot een persoon, en wordt daarom niet gegeven.',
  );
}

/** Puts a printed and a computed figure side by side; `verschil` is printed minus computed. */
export function vergelijk(links: Cijfer, rechts: Cijfer): Cijfervergelijking {
  const verschil = links.waarde === null || rechts.waarde === null ? null : links.waarde - rechts.waarde;
  return {
    gedrukt: links,
    berekend: rechts,
    verschil: berekend(verschil, links.noemer, 'Zonder gedrukt en berekend cijfer is er geen verschil.'),
  };
}

/**
 * `teller` of `noemer` as a percentage with one decimal, halves up, as the documents print percentages;
 * `null` when there is nothing to divide by. Both are whole and not negative.
 */
export function percentageVan(teller: number, noemer: number): number | null {
  return noemer === 0 ? null : Math.floor((2000 * teller + noemer) / (2 * noemer)) / 10;
}

function metWaarde(
  waarde: number,
  bronsoort: Bronsoort,
  noemer: string,
  vindplaats: Cijfer['vindplaats'],
): Cijfer {
  return { waarde, toestand: 'WAARDE', toelichting: null, noemer, bronsoort, vindplaats };
}

function zonderWaarde(
  toestand: Exclude<Cijfer['toestand'], 'WAARDE'>,
  bronsoort: Bronsoort,
  noemer: string,
  toelichting: string,
): Cijfer {
  return { waarde: null, toestand, toelichting, noemer, bronsoort, vindplaats: null };
}
