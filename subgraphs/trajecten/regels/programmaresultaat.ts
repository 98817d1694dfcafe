import {
  type Cel,
  type Cijferpaar,
  gedrukt,
  percentageVan,
  uitDossiers,
} from '../../chassis/waarden/cijfer.ts';

/** What a traject within a programma can come to, in the order in which the documents give it. */
export const UITKOMSTEN = ['WERK', 'PASSEND_TRAJECT', 'ANDER_ADVIES', 'GEEN_RECHT_OF_AFGEZIEN'] as const;
export type Uitkomst = (typeof UITKOMSTEN)[number];

/** One printed part, in thousandths: of the deelnemers, or of those who were aangemeld. */
export interface GedruktDeel {
  readonly programma: string;
  /** An uitkomst, or WERK_VAN_AANGEMELDEN. */
  readonly maat: string;
  readonly promille: number;
  readonly document: string;
  readonly regel: number;
}

/** One count of the dossiers. */
export interface Telling {
  readonly programma: string;
  /** An uitkomst; empty for all who were aangemeld. */
  readonly uitkomst: string;
  readonly aantal: bigint;
}

/** What one programma came to; the form of `Programmaresultaat` in the graph, without its programma. */
export interface Programmaresultaat {
  readonly uitkomsten: readonly { readonly uitkomst: Uitkomst; readonly aandeel: Cijferpaar }[];
  readonly naarWerkVanAangemelden: Cijferpaar;
}

const DEELNEMERS = 'deelnemers';
const AANGEMELDEN = 'aangemelde klanten';

/**
 * The results by code of the programma, in the order of the codes. The parts are of the deelnemers: who began
 * (000, lines 114-117); the part that went to work is given a second time of all who were aangemeld (000, line 292).
 * They differ by their noemer, and neither is a count of uitstroom or of plaatsingen.
 */
export function programmaresultaten(
  gedrukteDelen: readonly GedruktDeel[],
  tellingen: readonly Telling[],
): ReadonlyMap<string, Programmaresultaat> {
  const codes = new Set([...gedrukteDelen, ...tellingen].map(({ programma }) => programma));
  return new Map(
    [...codes].toSorted().map((code) => [
      code,
      resultaat(
        gedrukteDelen.filter(({ programma }) => programma === code),
        tellingen.filter(({ programma }) => programma === code),
      ),
    ]),
  );
}

function resultaat(gedrukteDelen: readonly GedruktDeel[], tellingen: readonly Telling[]): Programmaresultaat {
  const aantal = (uitkomst: string): number =>
    Number(tellingen.find((telling) => telling.uitkomst === uitkomst)?.aantal ?? 0n);
  const deelnemers = UITKOMSTEN.reduce((som, uitkomst) => som + aantal(uitkomst), 0);
  const cel = (maat: string): Cel | undefined => celVan(gedrukteDelen.find((deel) => deel.maat === maat));
  return {
    uitkomsten: UITKOMSTEN.map((uitkomst) => ({
      uitkomst,
      aandeel: paar(cel(uitkomst), aantal(uitkomst), deelnemers, DEELNEMERS),
    })),
    naarWerkVanAangemelden: paar(cel('WERK_VAN_AANGEMELDEN'), aantal('WERK'), aantal(''), AANGEMELDEN),
  };
}

function celVan(deel: GedruktDeel | undefined): Cel | undefined {
  if (deel === undefined) return undefined;
  const { promille, document, regel } = deel;
  return { waarde: promille / 10, document, regel };
}

function paar(cel: Cel | undefined, teller: number, totaal: number, noemer: string): Cijferpaar {
  return {
    gedrukt: gedrukt(cel, noemer),
    dossiers: uitDossiers(percentageVan(teller, totaal), noemer, `De dossiers kennen geen ${noemer}.`),
  };
}
