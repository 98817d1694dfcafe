import type { Taak } from '../codelijsten/taken.ts';
import { dagenLater, type Geldigheid, isGeldig } from './geldigheid.ts';
import { leesInstelling } from './lees-instelling.ts';
import type { Ketenpartners } from './ketenpartners.ts';

/**
 * For whom an organisation may do a task now, beside for itself: the codes of the organisations that gave it a mandate,
 * and of those it does the task with. Each is free to leave the other a respijt after the end. Who was charged with
 * cases only (`OPDRACHT`) does it for nobody as a whole.
 * @param organisatie code of a ketenpartner
 * @param moment `JJJJ-MM-DDTuu:mm` in Europe/Amsterdam
 */
export function doetTaakVoor(
  ketenpartners: Ketenpartners,
  organisatie: string,
  taak: Taak,
  moment: string,
): ReadonlySet<string> {
  const voor = ketenpartners.samenwerkingen
    .filter((each) => each.taak === taak)
    .flatMap(({ vorm, uitvoerder, deelnemers, geldigVan, geldigTot }) => {
      const doetHet =
        vorm === 'MANDAAT'
          ? uitvoerder === organisatie
          : vorm === 'GEZAMENLIJK' && deelnemers.includes(organisatie);
      return doetHet
        ? deelnemers.filter((code) =>
            isGeldig(metRespijt({ geldigVan, geldigTot }, ketenpartners, code, moment), moment),
          )
        : [];
    });
  return new Set(voor.filter((code) => code !== organisatie));
}

/** The validity with the respijt that the one who gave the mandate leaves after its end. */
function metRespijt(
  { geldigVan, geldigTot }: Geldigheid,
  ketenpartners: Ketenpartners,
  deelnemer: string,
  moment: string,
): Geldigheid {
  if (geldigTot === undefined) return { geldigVan };
  const dagen = leesInstelling(ketenpartners, deelnemer, 'respijt_mandaat', moment);
  return { geldigVan, geldigTot: dagenLater(geldigTot, dagen) };
}
