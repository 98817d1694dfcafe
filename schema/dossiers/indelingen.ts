import type { Bouw } from './bouw.ts';
import { type Dag, eersteVan, laatsteDag, laatsteVan, maandVan, plusDagen } from './dagen.ts';
import { sleutel } from './ids.ts';
import { PEILDATUM } from './peildatum.ts';
import { maakToeval, type Toeval } from './toeval.ts';
import type { Zaak } from './zaak.ts';

/**
 * How many uitkeringen of Haarlemmermeer were not on a trede at the close of each month, of the stand known then: that
 * gives the printed 98, 97,0, 95,2, 95,2 and 98,3 percent (000:363).
 */
const NIET_OP_TREDE = [
  { maand: '2012-11', aantal: 26 },
  { maand: '2012-12', aantal: 40 },
  { maand: '2013-01', aantal: 64 },
  { maand: '2013-02', aantal: 64 },
  { maand: '2013-03', aantal: 23 },
] as const;

/** Trede 1 to 5, each as often as it stands here: who has an uitkering is never on trede 6. */
const TREDEN = ['1', '1', '2', '2', '2', '3', '3', '3', '4', '4', '5'] as const;

/** In so many of a hundred an earlier measurement is kept too. */
const EERDER_PROCENT = 30;

/** An indeling that begins in the first month of which the uitkering no longer belongs to the newest. */
export function deelHaarlemmermeerIn(bouw: Bouw, zaad: number, zaken: readonly Zaak[]): void {
  const toeval = maakToeval(zaad, 'GM0394', 'indelingen');
  const eersteMaand = new Map<Zaak, string>();
  for (const { maand, aantal } of NIET_OP_TREDE) {
    const bekend = zaken
      .filter((zaak) => bekendEind(zaak, laatsteDag(maand)))
      .toSorted((een, ander) => (nieuwheid(een) < nieuwheid(ander) ? 1 : -1));
    for (const zaak of bekend.slice(aantal)) if (!eersteMaand.has(zaak)) eersteMaand.set(zaak, maand);
  }
  for (const zaak of zaken) {
    const maand = eersteMaand.get(zaak);
    if (maand !== undefined) schrijf(bouw, toeval, zaak, eersteDag(toeval, zaak, maand));
    else if (zaak.einde !== null && zaak.einde.geldigOp < '2012-11-01')
      schrijf(bouw, toeval, zaak, laatsteVan(zaak.begin.geldigOp, plusDagen(zaak.einde.geldigOp, -60)));
  }
}

/** The klant of WP-001 rose from trede 3 to trede 4 on this day. */
const KLANTBEELD = { klant: sleutel('klant', 0x101), van: '2011-06-27', stijgtOp: '2012-11-05' } as const;

/** An indeling for everybody of the three gemeenten whose uitkering began more than a month and a half ago. */
export function deelLvwIn(bouw: Bouw, zaad: number, zaken: readonly Zaak[]): void {
  const toeval = maakToeval(zaad, 'LVW', 'indelingen');
  for (const zaak of zaken) {
    if (zaak.hoofd.id === KLANTBEELD.klant) {
      schrijfRij(bouw, zaak, '3', KLANTBEELD.van, KLANTBEELD.stijgtOp);
      schrijfRij(bouw, zaak, '4', KLANTBEELD.stijgtOp, null);
      continue;
    }
    const van = plusDagen(zaak.begin.geldigOp, 20 + toeval.geheel(25));
    const laatste = zaak.einde?.geldigOp ?? PEILDATUM;
    if (van < laatste) schrijf(bouw, toeval, zaak, van);
  }
}

function schrijf(bouw: Bouw, toeval: Toeval, zaak: Zaak, dag: Dag): void {
  const { begin, einde } = zaak;
  const trede = toeval.geheel(TREDEN.length);
  if (toeval.kans(EERDER_PROCENT) && plusDagen(begin.geldigOp, 300) < dag)
    schrijfRij(bouw, zaak, TREDEN[Math.max(trede - 2, 0)] ?? '1', plusDagen(begin.geldigOp, 40), dag);
  schrijfRij(bouw, zaak, TREDEN[trede] ?? '1', dag, einde?.geldigOp ?? null);
}

function schrijfRij(bouw: Bouw, { hoofd, gemeente }: Zaak, waarde: string, van: Dag, tot: Dag | null): void {
  bouw.voegToe('indeling', {
    klant_id: hoofd.id,
    stelsel: 'TREDE',
    waarde,
    geldig_van: van,
    geldig_tot: tot,
    verwerkt_op: van,
    hoofdontvanger: true,
    verantwoordelijke: gemeente,
  });
}

/** A day in the month, not before the uitkering was known; for who was there long before it, soon after the beginning. */
function eersteDag(toeval: Toeval, { begin, einde }: Zaak, maand: string): Dag {
  if (begin.geldigOp < '2012-11-01') {
    const dag = eersteVan(plusDagen(begin.geldigOp, 10 + toeval.geheel(30)), '2012-11-15');
    return einde === null ? dag : laatsteVan(begin.geldigOp, eersteVan(dag, plusDagen(einde.geldigOp, -1)));
  }
  return toeval.dag(laatsteVan(begin.verwerktOp, `${maand}-01`), laatsteDag(maand));
}

/** Whether an uitkering counts in the stand at the end of a day, as it was known then. */
function bekendEind({ begin, einde }: Zaak, dag: Dag): boolean {
  const isBekend = (mutatie: { readonly geldigOp: Dag; readonly verwerktOp: Dag }): boolean =>
    mutatie.geldigOp <= dag && mutatie.verwerktOp <= dag;
  return isBekend(begin) && !(einde !== null && isBekend(einde));
}

/** Later known is newer; then the later key. */
function nieuwheid({ begin, id }: Zaak): string {
  return `${maandVan(begin.verwerktOp)} ${begin.verwerktOp} ${id}`;
}
