import { ALLE, type MatrixRegel } from '../../schema/beleid/matrix-regel.ts';
import { doetTaakVoor } from '../../schema/ketenpartners/doet-taak-voor.ts';
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

/** The form of the key of a klant. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether something with a first day and a day on which it has ended counts on a day (JJJJ-MM-DD). */
export function isGeldig(
  {
    geldigVan,
    geldigTot,
  }: { readonly geldigVan?: string | undefined; readonly geldigTot?: string | undefined },
  dag: string,
): boolean {
  return (geldigVan === undefined || geldigVan <= dag) && (geldigTot === undefined || dag < geldigTot);
}

/**
 * The rows an asker reaches by a line of the matrix, as bereiksleutels. No sleutel holds a comma, and no two kinds of
 * sleutel can be equal: codes of organisations are capitals.
 *
 * - `organisatie`: the code of the own organisation, and of the gemeenten acted for (`namens`) as far as a samenwerking
 *   for the task, carried out by the own organisation, counts now; where the line has a voorwaarde, only of those that
 *   have set it
 * - `caseload`: the same codes, each with the asker: `GM1916/sub`, so that it ends with the mandate and with the regie
 * - `orgaan`: the code of the own organisation, and of those that sit with it in a body of such a samenwerking
 * - `werkgever`: `kvk/` and the number of the werkgever who asks, which is also in the code of the organisation
 * - `inwoner`: `klant/` and the key of the klant who asks
 *
 * Without a claim of the right form, or without `rijen` in the line, nothing is in reach.
 * @param dag the calendar day in Europe/Amsterdam, JJJJ-MM-DD
 */
export function bereikVoor(
  { rol, rijen, taak, voorwaarde }: Pick<MatrixRegel, 'rol' | 'rijen' | 'taak' | 'voorwaarde'>,
  betrokkene: Betrokkene,
  organisatie: Organisatie,
  ketenpartners: Ketenpartners,
  dag: string,
): Bereik {
  const { sub, kvk: nummer, klant } = betrokkene;
  const codes = (): readonly string[] =>
    codesVoor(taak, betrokkene, organisatie, ketenpartners, dag).filter(
      (code) => voorwaarde === undefined || leesInstelling(ketenpartners, code, voorwaarde, dag),
    );
  switch (rijen) {
    case 'organisatie':
      return { sleutels: codes() };
    case 'caseload':
      // encodeURIComponent knows no half of a surrogate pair.
      return {
        sleutels: sub.isWellFormed() ? codes().map((code) => `${code}/${encodeURIComponent(sub)}`) : [],
      };
    case 'orgaan': {
      const leden =
        rol === ALLE || taak === undefined ? [] : medeleden(ketenpartners, organisatie.code, rol, taak, dag);
      return { sleutels: [organisatie.code, ...leden].toSorted() };
    }
    case 'werkgever':
      // The record names the organisation: the number must be its own.
      return {
        sleutels:
          nummer !== undefined && isKvk(nummer) && organisatie.code === `KVK${nummer}`
            ? [`kvk/${nummer}`]
            : [],
      };
    case 'inwoner':
      return { sleutels: klant !== undefined && UUID.test(klant) ? [`klant/${klant}`] : [] };
    // Nothing is in reach by these until their sleutels exist.
    case 'team':
    case 'vervanging':
    case 'noodtoegang':
    case 'afgeschermd':
    case 'partij':
    case undefined:
      return { sleutels: [] };
  }
}

/** The own organisation and whom it does the task for, sorted. */
function codesVoor(
  taak: MatrixRegel['taak'],
  { namens }: Betrokkene,
  organisatie: Organisatie,
  ketenpartners: Ketenpartners,
  dag: string,
): readonly string[] {
  const voor = taak === undefined ? undefined : doetTaakVoor(ketenpartners, organisatie.code, taak, dag);
  return [...new Set([organisatie.code, ...namens.filter((code) => voor?.has(code))])].toSorted();
}
