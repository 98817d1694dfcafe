import type { Bouw, Persoon } from './bouw.ts';
import { CONSULENT, isVan } from './caseload.ts';
import type { Dag } from './dagen.ts';
import type { Gang } from './gang.ts';
import { sleutel } from './ids.ts';
import { maakToeval } from './toeval.ts';

const GRONDSLAG = {
  BESLISTERMIJN: 'Awb art. 4:13',
  HERSTELTERMIJN: 'Awb art. 4:5',
  VOORSCHOT: 'WWB art. 52',
  HERONDERZOEK: 'WWB art. 53a',
  TREDEMETING: 'Participatieladder: ten minste tweemaal per jaar',
} as const;

type Taaksoort = keyof typeof GRONDSLAG;

/** Of consulent-lv: two tasks that are late, and nine of the week of PEILDATUM (WP-002). The number is of the klant. */
const DEZE_WEEK: readonly (readonly [number, Taaksoort, Dag])[] = [
  [0x10f, 'HERONDERZOEK', '2013-03-22'],
  [0x111, 'BESLISTERMIJN', '2013-03-28'],
  [0x115, 'VOORSCHOT', '2013-04-03'],
  [0x105, 'HERONDERZOEK', '2013-04-03'],
  [0x113, 'BESLISTERMIJN', '2013-04-04'],
  [0x112, 'HERSTELTERMIJN', '2013-04-04'],
  [0x101, 'TREDEMETING', '2013-04-04'],
  [0x110, 'BESLISTERMIJN', '2013-04-05'],
  [0x109, 'HERONDERZOEK', '2013-04-05'],
  [0x10e, 'HERONDERZOEK', '2013-04-05'],
  [0x10d, 'TREDEMETING', '2013-04-05'],
];

/** How many more consulent-lv has for later. */
const LATER = 30;

/** Of a hundred klanten of the others so many have an open task, and so many one that is done. */
const OPEN_PROCENT = 30;
const KLAAR_PROCENT = 20;

/** Writes the tasks: of consulent-lv exactly those of WP-002, of the others by chance. */
export function schrijfTaken(bouw: Bouw, zaad: number, gangen: readonly Gang[]): void {
  const toeval = maakToeval(zaad, 'taken');
  const haar = gangen.filter((gang) => isVan(gang, CONSULENT));
  const perId = new Map(haar.map(({ persoon }) => [persoon.id, persoon]));
  for (const [nummer, soort, uiterlijk] of DEZE_WEEK) {
    const persoon = perId.get(sleutel('klant', nummer));
    if (persoon !== undefined) schrijf(bouw, persoon, soort, uiterlijk);
  }
  const grens = sleutel('klant', 0x200);
  for (const { persoon } of toeval.schud(haar.filter((gang) => gang.persoon.id >= grens)).slice(0, LATER))
    schrijf(
      bouw,
      persoon,
      toeval.kies(['HERONDERZOEK', 'TREDEMETING']),
      toeval.dag('2013-04-08', '2013-09-30'),
    );
  for (const gang of gangen) {
    const { persoon, tot } = gang;
    if (tot !== null || persoon.id < grens || isVan(gang, CONSULENT)) continue;
    const soort = toeval.kies(['HERONDERZOEK', 'TREDEMETING'] as const);
    if (toeval.kans(OPEN_PROCENT)) schrijf(bouw, persoon, soort, toeval.dag('2013-03-25', '2013-09-30'));
    if (toeval.kans(KLAAR_PROCENT)) {
      const uiterlijk = toeval.dag('2012-07-01', '2013-03-28');
      if (uiterlijk > gang.van) schrijf(bouw, persoon, soort, uiterlijk, toeval.dag(gang.van, uiterlijk));
    }
  }
}

function schrijf(
  bouw: Bouw,
  { id, gemeente }: Persoon,
  soort: Taaksoort,
  uiterlijk: Dag,
  klaarOp: Dag | null = null,
): void {
  bouw.voegToe('taak', {
    id: bouw.nieuweSleutel('taak'),
    klant_id: id,
    soort,
    uiterlijk,
    grondslag: GRONDSLAG[soort],
    klaar_op: klaarOp,
    verantwoordelijke: gemeente,
  });
}
