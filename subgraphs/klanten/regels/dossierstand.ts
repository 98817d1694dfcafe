import {
  type Cijfer,
  MINSTE_AANTAL,
  nietVanToepassing,
  onderdrukt,
  percentageVan,
  uitDossiers,
} from '../../chassis/waarden/cijfer.ts';
import { UITKERINGEN } from './kengetallen-wwb.ts';
import { maandErbij } from './maanden.ts';

/** The sum of mutations that took effect in one month and became known in one month; `aantal` has the sign of the stand. */
export interface Maandmutatie {
  readonly geldigMaand: string;
  readonly verwerktMaand: string;
  /** INSTROOM, UITSTROOM or ADMINISTRATIEF; OP_TREDE_BEGIN or OP_TREDE_EIND for hoofdontvangers on a trede. */
  readonly soort: string;
  readonly aantal: number;
}

/** Stand and stroom of one month at one moment of knowledge: beginstand + instroom − uitstroom + administratief = eindstand. */
export interface Maandstand {
  readonly beginstand: number;
  readonly instroom: number;
  readonly uitstroom: number;
  readonly administratief: number;
  readonly eindstand: number;
}

/** A Maandstand in figures; the form of `Dossierstand` in the graph. */
export type Dossierstand = Readonly<Record<keyof Maandstand | 'correctie', Cijfer>>;

const STROOM: ReadonlySet<string> = new Set(['INSTROOM', 'UITSTROOM', 'ADMINISTRATIEF']);
const OP_TREDE: ReadonlySet<string> = new Set(['OP_TREDE_BEGIN', 'OP_TREDE_EIND']);

/** The stand of `maand` by what was known at the end of the month `bekendTot`. */
export function maandstand(mutaties: readonly Maandmutatie[], maand: string, bekendTot: string): Maandstand {
  const bekend = mutaties.filter(({ verwerktMaand }) => verwerktMaand <= bekendTot);
  const eindstand = som(bekend, ({ soort, geldigMaand }) => STROOM.has(soort) && geldigMaand <= maand);
  const inMaand = (gezocht: string): number =>
    som(bekend, ({ soort, geldigMaand }) => soort === gezocht && geldigMaand === maand);
  return {
    beginstand: som(bekend, ({ soort, geldigMaand }) => STROOM.has(soort) && geldigMaand < maand),
    instroom: inMaand('INSTROOM'),
    uitstroom: 0 - inMaand('UITSTROOM'),
    administratief: inMaand('ADMINISTRATIEF'),
    eindstand,
  };
}

/**
 * The stand of a month as it was known when the month ended. Its correctie is its beginstand minus the eindstand
 * of the month before as that was known when that month ended (000, line 449).
 */
export function standToen(mutaties: readonly Maandmutatie[], maand: string): Dossierstand {
  const stand = maandstand(mutaties, maand, maand);
  const vorige = maandErbij(maand, -1);
  const correctie = stand.beginstand - maandstand(mutaties, vorige, vorige).eindstand;
  return { ...inCijfers(stand), correctie: uitDossiers(correctie, UITKERINGEN, '') };
}

/** The stand of a month as it is known on `vandaag` (`JJJJ-MM-DD`); later mutations cannot have been processed yet. */
export function standNu(mutaties: readonly Maandmutatie[], maand: string, vandaag: string): Dossierstand {
  return {
    ...inCijfers(maandstand(mutaties, maand, vandaag.slice(0, 7))),
    correctie: nietVanToepassing(
      'SYNTHETISCH',
      UITKERINGEN,
      'Wat nu bekend is, sluit aan: een correctie is het verschil met wat eerder bekend was.',
    ),
  };
}

/** The Dossierstand that cannot be given, with the reason. */
export function standAfwezig(waarom: string): Dossierstand {
  const cijfer = uitDossiers(null, UITKERINGEN, waarom);
  return {
    beginstand: cijfer,
    correctie: cijfer,
    instroom: cijfer,
    uitstroom: cijfer,
    administratief: cijfer,
    eindstand: cijfer,
  };
}

/**
 * The part of the uitkeringen at the end of a month of which the hoofdontvanger was on a trede, as both were known
 * then; absent without uitkeringen. Not told when less than ten are on a trede, or less than ten are not.
 */
export function opTredeToen(mutaties: readonly Maandmutatie[], maand: string): Cijfer {
  const opTrede = som(
    mutaties,
    ({ soort, geldigMaand, verwerktMaand }) =>
      OP_TREDE.has(soort) && geldigMaand <= maand && verwerktMaand <= maand,
  );
  const { eindstand } = maandstand(mutaties, maand, maand);
  if (eindstand > 0 && Math.min(opTrede, eindstand - opTrede) < MINSTE_AANTAL) return onderdrukt(UITKERINGEN);
  return uitDossiers(percentageVan(opTrede, eindstand), UITKERINGEN, 'Er waren geen uitkeringen.');
}

function inCijfers(stand: Maandstand): Omit<Dossierstand, 'correctie'> {
  const cijfer = (waarde: number): Cijfer => uitDossiers(waarde, UITKERINGEN, '');
  return {
    beginstand: cijfer(stand.beginstand),
    instroom: cijfer(stand.instroom),
    uitstroom: cijfer(stand.uitstroom),
    administratief: cijfer(stand.administratief),
    eindstand: cijfer(stand.eindstand),
  };
}

function som(mutaties: readonly Maandmutatie[], telt: (mutatie: Maandmutatie) => boolean): number {
  return mutaties.reduce((totaal, mutatie) => (telt(mutatie) ? totaal + mutatie.aantal : totaal), 0);
}
