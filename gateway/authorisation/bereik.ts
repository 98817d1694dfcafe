import { ALLE, type MatrixRegel } from '../../schema/beleid/matrix-regel.ts';
import { doetTaakVoor } from '../../schema/ketenpartners/doet-taak-voor.ts';
import { heeftMandaatGegeven } from '../../schema/ketenpartners/heeft-mandaat-gegeven.ts';
import { leesInstelling } from '../../schema/ketenpartners/lees-instelling.ts';
import type { Ketenpartners } from '../../schema/ketenpartners/ketenpartners.ts';
import { medeleden } from '../../schema/ketenpartners/medeleden.ts';
import type { Organisatie } from '../../schema/ketenpartners/organisatie.ts';
import { kvk } from '../../schema/scalars/kvk.ts';
import { pasBijScalar } from '../../schema/scalars/pas-bij-scalar.ts';
import type { Betrokkene } from '../identity/betrokkene.ts';

/** The row scope of one data group: rows with one of these bereiksleutels are in reach. */
export interface Bereik {
  readonly sleutels: readonly string[];
}

const isKvk = pasBijScalar(kvk);

/** The forms of samenwerking in which an organisation is a party in the case of a klant, in its own name. */
const MET_ZAKEN = ['OPDRACHT', 'GEZAMENLIJK'] as const;

/** The form of the key of a klant. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The rows an asker reaches by a line of the matrix that counts for the rights and the reason given (`teltVoor`), as
 * bereiksleutels. No sleutel holds a comma, and no two kinds of sleutel can be equal: codes of organisations are
 * capitals, and what comes from a token has no slash.
 *
 * - `organisatie`, `noodtoegang`: the code of the own organisation, and of the gemeenten acted for (`namens`) as far as a
 *   samenwerking for the task, carried out by the own organisation, counts now; where the line has a voorwaarde, only of
 *   those that have set it
 * - `caseload`, `team`, `vervanging`: the same codes, each with the asker or with his team: `GM1916/sub`,
 *   `GM1916/team/naam`, `GM1916/vervanging/sub`, so that it ends with the mandate and with the regie. A gemeente that has
 *   the task done by another has no regie of its own meanwhile: these names are those of the other's medewerkers and teams,
 *   and one of its own may be called the same
 * - `afgeschermd`: the same codes: `afgeschermd/GM1916`
 * - `partij`: the own organisation and the task, with each of the same codes and of those that charge it with cases:
 *   `partij/BAANBRUG/re_integratie/GM1916`, and the same with the asker, for a case that is one medewerker's
 * - `orgaan`: the code of the own organisation, and of those that sit with it in a body of such a samenwerking
 * - `werkgever`: `kvk/` and the number of the werkgever who asks, which is also in the code of the organisation
 * - `cv_online`: every gemeente that has set the setting of that name: `cv/GM0626`
 * - `inwoner`: `klant/` and the key of the klant who asks
 *
 * Without a claim of the right form, or without `rijen` in the line, nothing is in reach.
 * @param moment `JJJJ-MM-DDTuu:mm` in Europe/Amsterdam
 */
export function bereikVoor(
  regel: Pick<MatrixRegel, 'rol' | 'rijen' | 'taak' | 'voorwaarde'>,
  betrokkene: Betrokkene,
  organisatie: Organisatie,
  ketenpartners: Ketenpartners,
  moment: string,
): Bereik {
  return { sleutels: sleutelsVoor(regel, betrokkene, organisatie, ketenpartners, moment).toSorted() };
}

function sleutelsVoor(
  { rol, rijen, taak, voorwaarde }: Pick<MatrixRegel, 'rol' | 'rijen' | 'taak' | 'voorwaarde'>,
  betrokkene: Betrokkene,
  organisatie: Organisatie,
  ketenpartners: Ketenpartners,
  moment: string,
): readonly string[] {
  const { kvk: nummer, klant } = betrokkene;
  const [sub, team] = [deel(betrokkene.sub), deel(betrokkene.team)];
  const codes = (): readonly string[] =>
    codesVoor(taak, betrokkene, organisatie, ketenpartners, moment).filter(
      (code) => voorwaarde === undefined || leesInstelling(ketenpartners, code, voorwaarde, moment),
    );
  const metRegie = (): readonly string[] =>
    codes().filter(
      (code) =>
        code !== organisatie.code ||
        taak === undefined ||
        !heeftMandaatGegeven(ketenpartners, code, taak, moment),
    );
  switch (rijen) {
    case 'organisatie':
    case 'noodtoegang':
      return codes();
    case 'caseload':
      return sub === undefined ? [] : metRegie().map((code) => `${code}/${sub}`);
    case 'team':
      return team === undefined ? [] : metRegie().map((code) => `${code}/team/${team}`);
    case 'vervanging':
      return sub === undefined ? [] : metRegie().map((code) => `${code}/vervanging/${sub}`);
    case 'afgeschermd':
      return codes().map((code) => `afgeschermd/${code}`);
    case 'partij': {
      if (taak === undefined) return [];
      const opdracht = doetTaakVoor(ketenpartners, organisatie.code, taak, moment, MET_ZAKEN);
      return [...new Set([...codes(), ...opdracht])].flatMap((code) => {
        const partij = `partij/${organisatie.code}/${taak}/${code}`;
        return sub === undefined ? [partij] : [partij, `${partij}/${sub}`];
      });
    }
    case 'orgaan':
      return rol === ALLE || taak === undefined
        ? [organisatie.code]
        : [organisatie.code, ...medeleden(ketenpartners, organisatie.code, rol, taak, moment)];
    case 'werkgever':
      // The record names the organisation: the number must be its own.
      return nummer !== undefined && isKvk(nummer) && organisatie.code === `KVK${nummer}`
        ? [`kvk/${nummer}`]
        : [];
    case 'cv_online':
      return [...ketenpartners.organisaties.values()].flatMap(({ code, soort }) =>
        soort === 'GEMEENTE' && leesInstelling(ketenpartners, code, rijen, moment) ? [`cv/${code}`] : [],
      );
    case 'inwoner':
      return klant !== undefined && UUID.test(klant) ? [`klant/${klant}`] : [];
    case undefined:
      return [];
  }
}

/** The own organisation and whom it does the task for, sorted. */
function codesVoor(
  taak: MatrixRegel['taak'],
  { namens }: Betrokkene,
  organisatie: Organisatie,
  ketenpartners: Ketenpartners,
  moment: string,
): readonly string[] {
  const voor = taak === undefined ? undefined : doetTaakVoor(ketenpartners, organisatie.code, taak, moment);
  return [...new Set([organisatie.code, ...namens.filter((code) => voor?.has(code))])].toSorted();
}

/** A text from a token as a part of a sleutel; encodeURIComponent knows no half of a surrogate pair. */
function deel(tekst: string | undefined): string | undefined {
  return tekst?.isWellFormed() === true ? encodeURIComponent(tekst) : undefined;
}
