import {
  berekend,
  type Cel,
  type Cijfer,
  type Cijfervergelijking,
  gedrukt,
  vergelijk,
} from '../../chassis/waarden/cijfer.ts';

/** What a stand and a stroom count: uitkeringen, never klanten (000, line 448). */
export const UITKERINGEN = 'uitkeringen';

/** What the printed table has a line for. */
export type Soort =
  | 'BEGINSTAND'
  | 'CORRECTIE'
  | 'INSTROOM'
  | 'UITSTROOM'
  | 'EINDSTAND'
  | 'VOORSCHOTTEN'
  | 'BLOKKADES';

/** What each line of the table counts. */
const NOEMERS: Readonly<Record<Soort, string>> = {
  BEGINSTAND: UITKERINGEN,
  CORRECTIE: UITKERINGEN,
  INSTROOM: UITKERINGEN,
  UITSTROOM: UITKERINGEN,
  EINDSTAND: UITKERINGEN,
  VOORSCHOTTEN: 'voorschotten',
  BLOKKADES: 'blokkades',
};

/** The printed cells of one month. */
export type Maandcellen = ReadonlyMap<string, Cel>;

/** The kengetallen WWB of a month; the form of `KengetallenWwb` in the graph. */
export interface KengetallenWwb {
  readonly beginstand: Cijfer;
  readonly correctie: Cijfervergelijking;
  readonly instroom: Cijfer;
  readonly uitstroom: Cijfer;
  readonly eindstand: Cijfervergelijking;
  readonly voorschotten: Cijfer;
  readonly blokkades: Cijfer;
}

/**
 * The kengetallen of a month from its printed cells and those of the month before.
 * Eindstand is beginstand + instroom − uitstroom; correctie is beginstand − eindstand of the month
 * before, as the document itself defines it (000, line 449).
 */
export function kengetallenWwb(cellen: Maandcellen, vorigeMaand: Maandcellen): KengetallenWwb {
  const cel = (soort: Soort): Cijfer => gedrukt(cellen.get(soort), NOEMERS[soort]);
  const [begin, erin, eruit] = [cellen.get('BEGINSTAND'), cellen.get('INSTROOM'), cellen.get('UITSTROOM')];
  const vorigEinde = vorigeMaand.get('EINDSTAND');
  const eindstand = begin && erin && eruit ? begin.waarde + erin.waarde - eruit.waarde : null;
  const correctie = begin && vorigEinde ? begin.waarde - vorigEinde.waarde : null;
  return {
    beginstand: cel('BEGINSTAND'),
    correctie: vergelijk(
      cel('CORRECTIE'),
      berekend(
        correctie,
        UITKERINGEN,
        'De beginstand, of de eindstand van de vorige maand, staat niet in het document.',
      ),
    ),
    instroom: cel('INSTROOM'),
    uitstroom: cel('UITSTROOM'),
    eindstand: vergelijk(
      cel('EINDSTAND'),
      berekend(
        eindstand,
        UITKERINGEN,
        'De beginstand, de instroom of de uitstroom staat niet in het document.',
      ),
    ),
    voorschotten: cel('VOORSCHOTTEN'),
    blokkades: cel('BLOKKADES'),
  };
}
