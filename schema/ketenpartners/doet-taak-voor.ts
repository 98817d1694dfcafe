import type { Taak } from '../codelijsten/taken.ts';
import { dagenLater, type Geldigheid, isGeldig } from './geldigheid.ts';
import { leesInstelling } from './lees-instelling.ts';
import type { Ketenpartners } from './ketenpartners.ts';
import type { Samenwerkingsvorm } from './samenwerking.ts';

/** The forms in which an organisation does a task for another as a whole; `OPDRACHT` is for cases only. */
const ALS_GEHEEL: readonly Samenwerkingsvorm[] = ['MANDAAT', 'GEZAMENLIJK'];

/**
 * For whom an organisation may do a task now, beside for itself: the codes of the organisations that gave it a mandate,
 * and of those it does the task with. Each is free to leave the other a respijt after the end.
 * @param organisatie code of a ketenpartner
 * @param moment `JJJJ-MM-DDTuu:mm` in Europe/Amsterdam
 * @param vormen the forms of samenwerking that count: by default those for the task as a whole
 */
export function doetTaakVoor(
  ketenpartners: Ketenpartners,
  organisatie: string,
  taak: Taak,
  moment: string,
  vormen: readonly Samenwerkingsvorm[] = ALS_GEHEEL,
): ReadonlySet<string> {
  const voor = ketenpartners.samenwerkingen
    .filter((each) => each.taak === taak && vormen.includes(each.vorm))
    .flatMap(({ vorm, uitvoerder, deelnemers, geldigVan, geldigTot }) => {
      const doetHet = vorm === 'GEZAMENLIJK' ? deelnemers.includes(organisatie) : uitvoerder === organisatie;
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
