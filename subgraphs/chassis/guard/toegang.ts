import type { KetentokenClaims } from '../../../schema/keten/ketentoken.ts';
import { isBegrensd, personenGroepen } from './gegevensgroepen.ts';

/** Who asks and for what; part of what a cursor is bound to. */
export interface Vrager {
  readonly sub: string;
  readonly organisatie: string;
  readonly verwerkingsactiviteit: string | null;
}

/** What the verified ketentoken lets one request read. */
export interface Toegang {
  readonly vrager: Vrager;
  /** For whom pseudonyms are made. */
  readonly afnemer: string;
  /** Whether the group was granted; `structuur` and `publiek` always are. */
  readonly isVerleend: (groep: string) => boolean;
  /** The bereiksleutels of the rows of the group that are in reach; none when the group was not granted. */
  readonly bereik: (groep: string) => readonly string[];
  /** The bereiksleutels of all granted groups about persons together. */
  readonly bereikPersonen: readonly string[];
}

/** The toegang that a ketentoken carries. */
export function toegangVan(claims: KetentokenClaims): Toegang {
  const bereiken = new Map(
    Object.entries(claims.groepen).map(([groep, { sleutels }]) => [groep, inVolgorde(sleutels)]),
  );
  const personen = [...bereiken]
    .filter(([groep]) => personenGroepen.has(groep))
    .flatMap(([, bereik]) => bereik);
  return Object.freeze({
    vrager: Object.freeze({
      sub: claims.sub,
      organisatie: claims.organisatie,
      verwerkingsactiviteit: claims.verwerkingsactiviteit ?? null,
    }),
    afnemer: claims.afnemer,
    isVerleend: (groep: string) => !isBegrensd(groep) || bereiken.has(groep),
    bereik: (groep: string) => bereiken.get(groep) ?? [],
    bereikPersonen: inVolgorde(personen),
  });
}

/** Sorted, so that equal scopes give equal parameters and equal cursors. */
function inVolgorde(sleutels: readonly string[]): readonly string[] {
  return Object.freeze([...new Set(sleutels)].toSorted());
}
