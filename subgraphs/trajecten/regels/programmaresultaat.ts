import {
  type Cel,
  type Cijferpaar,
  gedrukt,
  MINSTE_AANTAL,
  onderdrukt,
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
 *
 * A breakdown of persons is not told before it is protected as a whole, except where its owner published it: the
 * dossiers then stand beside what was printed, as long as no group of less than ten tells more than was printed.
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
  const deel = (maat: string, teller: number, totaal: number): Deel => ({
    cel: celVan(gedrukteDelen.find((each) => each.maat === maat)),
    teller,
    percentage: percentageVan(teller, totaal),
  });
  const delen = UITKOMSTEN.map((uitkomst) => ({
    uitkomst,
    ...deel(uitkomst, aantal(uitkomst), deelnemers),
  }));
  const aangemeld = aantal('');
  const naarWerk = deel('WERK_VAN_AANGEMELDEN', aantal('WERK'), aangemeld);
  // The others are not given, but follow.
  const anderen = { ...naarWerk, teller: aangemeld - naarWerk.teller };
  const isVerdelingTeGeven = isTeGeven(delen);
  return {
    uitkomsten: delen.map(({ uitkomst, ...each }) => ({
      uitkomst,
      aandeel: paar(each, DEELNEMERS, isVerdelingTeGeven),
    })),
    naarWerkVanAangemelden: paar(naarWerk, AANGEMELDEN, isTeGeven([naarWerk, anderen])),
  };
}

function celVan(deel: GedruktDeel | undefined): Cel | undefined {
  if (deel === undefined) return undefined;
  const { promille, document, regel } = deel;
  return { waarde: promille / 10, document, regel };
}

/** One part of a breakdown: as printed, and as the dossiers count it. */
interface Deel {
  readonly cel: Cel | undefined;
  readonly teller: number;
  /** `null` when there is nobody to divide. */
  readonly percentage: number | null;
}

/** Whether the parts of one breakdown may be told: all or none, because each follows from the others. */
function isTeGeven(delen: readonly Deel[]): boolean {
  return delen.every(
    ({ cel, teller, percentage }) =>
      percentage === null || (cel !== undefined && (teller >= MINSTE_AANTAL || percentage === cel.waarde)),
  );
}

function paar({ cel, percentage }: Deel, noemer: string, magDossiers: boolean): Cijferpaar {
  return {
    gedrukt: gedrukt(cel, noemer),
    dossiers: magDossiers
      ? uitDossiers(percentage, noemer, `De dossiers kennen geen ${noemer}.`)
      : onderdrukt(noemer),
  };
}
