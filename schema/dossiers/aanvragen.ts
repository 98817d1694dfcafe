import type { Bouw, Persoon } from './bouw.ts';
import { type Dag, plusDagen } from './dagen.ts';

/** Awb 4:13, second paragraph: eight weeks. */
const BESLISTERMIJN_DAGEN = 56;
/** Awb 4:14: who extends names a term as short as possible; four weeks here, ours. */
const VERLENGING_DAGEN = 28;
/** WWB 52: after four weeks a voorschot. */
export const VOORSCHOT_NA_DAGEN = 28;

/** A decision on an aanvraag. */
interface Besluit {
  readonly datum: Dag;
  readonly besluit: 'TOEGEKEND' | 'AFGEWEZEN' | 'BUITEN_BEHANDELING';
  /** Whether the aanvraag is finished with it; not as long as there is a bezwaar. */
  readonly afgehandeld: boolean;
}

/** The course of an aanvraag: a melding, a gesprek, the aanvraag itself and what came of it. */
export interface Aanvraagplan {
  readonly melding: Dag;
  readonly kanaal: 'BALIE' | 'DIGITAAL' | 'TELEFOON';
  readonly poortgesprek: Dag;
  readonly ingediendOp: Dag;
  readonly hersteltermijn?: Dag;
  readonly dagenOpgeschort?: number;
  readonly isVerlengd?: boolean;
  readonly voorschot?: { readonly cent: number; readonly op: Dag };
  readonly besluit?: Besluit;
}

/** The last day on which an aanvraag is decided in time (Awb 4:13, 4:14 and 4:15). */
export function uiterlijkVan({ ingediendOp, dagenOpgeschort = 0, isVerlengd = false }: Aanvraagplan): Dag {
  return plusDagen(ingediendOp, BESLISTERMIJN_DAGEN + dagenOpgeschort + (isVerlengd ? VERLENGING_DAGEN : 0));
}

/** Writes a melding with its gesprek, and gives its key. */
export function schrijfMelding(
  bouw: Bouw,
  { id: klant_id, gemeente: verantwoordelijke }: Persoon,
  melding: Pick<Aanvraagplan, 'melding' | 'kanaal' | 'poortgesprek'>,
  uitkomst: 'AANVRAAG' | 'GEEN_AANVRAAG' | 'TERUG_WEGENS_ONVOLLEDIG' = 'AANVRAAG',
): string {
  const id = bouw.nieuweSleutel('melding');
  bouw.voegToe('melding', {
    id,
    klant_id,
    datum: melding.melding,
    kanaal: melding.kanaal,
    verantwoordelijke,
  });
  bouw.voegToe('poortgesprek', {
    melding_id: id,
    klant_id,
    datum: melding.poortgesprek,
    uitkomst,
    verantwoordelijke,
  });
  return id;
}

/** Writes an aanvraag with all that belongs to it, and gives its key. */
export function schrijfAanvraag(bouw: Bouw, persoon: Persoon, plan: Aanvraagplan): string {
  const id = bouw.nieuweSleutel('aanvraag');
  const { besluit } = plan;
  bouw.voegToe('aanvraag', {
    id,
    klant_id: persoon.id,
    melding_id: schrijfMelding(bouw, persoon, plan),
    ingediend_op: plan.ingediendOp,
    hersteltermijn: plan.hersteltermijn ?? null,
    dagen_opgeschort: plan.dagenOpgeschort ?? 0,
    is_verlengd: plan.isVerlengd ?? false,
    uiterlijk: uiterlijkVan(plan),
    voorschot_cent: plan.voorschot?.cent ?? null,
    voorschot_op: plan.voorschot?.op ?? null,
    afgehandeld_op: besluit?.afgehandeld === true ? besluit.datum : null,
    verantwoordelijke: persoon.gemeente,
  });
  if (besluit !== undefined) {
    bouw.voegToe('beschikking', {
      aanvraag_id: id,
      klant_id: persoon.id,
      datum: besluit.datum,
      besluit: besluit.besluit,
      verantwoordelijke: persoon.gemeente,
    });
  }
  return id;
}
