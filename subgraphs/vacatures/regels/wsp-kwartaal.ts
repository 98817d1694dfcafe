import {
  type Cel,
  type Cijfer,
  type Cijferpaar,
  gedrukt,
  MINSTE_AANTAL,
  onderdrukt,
  uitDossiers,
} from '../../chassis/waarden/cijfer.ts';

/** What the document prints about the werkgeversservicepunt in a quarter. */
export const GEDRUKTE_SOORTEN = ['BENADERD', 'VACATURES', 'GEPLAATST', 'PROEF'] as const;

/** What is counted of the dossiers per month. */
export const GETELDE_SOORTEN = ['BENADERD', 'GEOPEND', 'GESLOTEN', 'GEPLAATST', 'PROEF'] as const;

/** The printed cells of a quarter. */
export type WspCellen = ReadonlyMap<(typeof GEDRUKTE_SOORTEN)[number], Cel>;

/** Sums of the counts per month: in the months of a quarter, and in all months before it. */
export interface WspTelling {
  readonly inKwartaal: number;
  readonly ervoor: number;
}

/** The sums of each soort that was counted up to the end of a quarter; one that was not is not known then. */
export type WspTellingen = ReadonlyMap<(typeof GETELDE_SOORTEN)[number], WspTelling>;

/** What the werkgeversservicepunt did in a quarter; the form of `WspKwartaal` in the graph. */
export interface WspKwartaal {
  readonly bedrijvenBenaderd: Cijferpaar;
  readonly vacatures: Cijferpaar;
  readonly plaatsingen: Cijferpaar;
  readonly proefplaatsingen: Cijferpaar;
}

/**
 * The figures of a quarter, printed (000, lines 129–130) and counted. A vacature is managed in a quarter when it was
 * opened before the end of it and not closed before its begin. Proefplaatsingen stand apart: the document does not say
 * whether its 47 are among its 120, so they are never added.
 *
 * Nothing is known (`null`) when nothing was printed, and nothing was counted or the quarter has not ended.
 */
export function wspKwartaal(
  cellen: WspCellen,
  tellingen: WspTellingen,
  isVoorbij: boolean,
): WspKwartaal | null {
  if (cellen.size === 0 && (tellingen.size === 0 || !isVoorbij)) return null;
  const geteld = (waarde: number | undefined, noemer: string): Cijfer =>
    isVoorbij
      ? uitDossiers(waarde ?? null, noemer, 'In de dossiers is dit tot en met dit kwartaal niet geteld.')
      : uitDossiers(null, noemer, 'Het kwartaal is nog niet voorbij.');
  const personen = (soort: 'GEPLAATST' | 'PROEF', noemer: string): Cijfer => {
    const aantal = tellingen.get(soort)?.inKwartaal;
    const isWeinig = aantal !== undefined && aantal > 0 && aantal < MINSTE_AANTAL;
    return isVoorbij && isWeinig && aantal !== cellen.get(soort)?.waarde
      ? onderdrukt(noemer)
      : geteld(aantal, noemer);
  };
  return {
    bedrijvenBenaderd: {
      gedrukt: gedrukt(cellen.get('BENADERD'), 'bedrijven'),
      dossiers: geteld(tellingen.get('BENADERD')?.inKwartaal, 'bedrijven'),
    },
    vacatures: {
      gedrukt: gedrukt(cellen.get('VACATURES'), 'vacatures'),
      dossiers: geteld(beheerd(tellingen), 'vacatures'),
    },
    plaatsingen: {
      gedrukt: gedrukt(cellen.get('GEPLAATST'), 'personen'),
      dossiers: personen('GEPLAATST', 'plaatsingen'),
    },
    proefplaatsingen: {
      gedrukt: gedrukt(cellen.get('PROEF'), 'proefplaatsingen'),
      dossiers: personen('PROEF', 'proefplaatsingen'),
    },
  };
}

/** Vacatures opened up to the end of the quarter, less those closed before it; `undefined` when none was ever opened. */
function beheerd(tellingen: WspTellingen): number | undefined {
  const geopend = tellingen.get('GEOPEND');
  return geopend && geopend.ervoor + geopend.inKwartaal - (tellingen.get('GESLOTEN')?.ervoor ?? 0);
}
