import type { MatrixRegel } from '../../schema/beleid/matrix-regel.ts';
import type { GivenArgument } from './argument-coverage.ts';
import type { Bereik } from './bereik.ts';
import type { Weigering } from './toegang.ts';

/** Bereiksleutels that name no organisation: which organisations they reach, only the rows tell. */
const ZONDER_ORGANISATIE = /^(klant|kvk)\//;

/** Where the other ones name organisations: first; after `afgeschermd/`; or the own one and the one whose task it is. */
const ORGANISATIES = /^(?:afgeschermd\/|partij\/([^/]+)\/[^/]+\/)?([^/]+)/;

/**
 * Refuses the arguments that an asker may not give: one that is not listed, a filter by a group that is not granted, and
 * an organisation for which the asker does not act, in a group that is asked there and whose rows are bounded.
 * @param verleend the lines of the matrix that grant each group
 */
export function refuseArguments(
  given: readonly GivenArgument[],
  verleend: ReadonlyMap<string, readonly MatrixRegel[]>,
  groepen: ReadonlyMap<string, Bereik>,
): readonly Weigering[] {
  return given.flatMap(({ naam, argument, value, groepen: gevraagd }): readonly Weigering[] => {
    if (argument === undefined) return [{ veld: naam, gegevensgroep: '', reden: 'GEEN_BELEID' }];
    const { soort, gegevensgroep = '' } = argument;
    if (soort === 'filter' && !verleend.has(gegevensgroep))
      return [{ veld: naam, gegevensgroep, reden: 'GEEN_RECHT' }];
    if (soort !== 'organisatie') return [];
    const buiten = [...gevraagd].find(
      (groep) =>
        verleend.get(groep)?.some(({ rijen }) => rijen !== undefined) === true &&
        !isInBereik(value, groepen.get(groep)),
    );
    return buiten === undefined ? [] : [{ veld: naam, gegevensgroep: buiten, reden: 'ARGUMENT' }];
  });
}

/** Whether a scope reaches rows of an organisation, or of whom only the rows tell. */
function isInBereik(code: unknown, bereik: Bereik | undefined): boolean {
  return (
    bereik?.sleutels.some(
      (sleutel) =>
        ZONDER_ORGANISATIE.test(sleutel) ||
        ORGANISATIES.exec(sleutel)
          ?.slice(1)
          .some((each) => each !== undefined && each === code) === true,
    ) ?? false
  );
}
