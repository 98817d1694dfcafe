import type { Taak } from '../codelijsten/taken.ts';
import { laadKetenpartners } from '../ketenpartners/laad-ketenpartners.ts';
import { leesInstelling } from '../ketenpartners/lees-instelling.ts';
import type { Bouw, Persoon } from './bouw.ts';
import { plusDagen } from './dagen.ts';
import { PEILDATUM } from './peildatum.ts';
import { maakToeval } from './toeval.ts';

const LV = 'GM1916';
const LVW = new Set([LV, 'GM0626', 'GM0629']);

/** The demo user who has the cases of handhaving and of the sociale recherche. */
const HANDHAVER = 'sociale-recherche';

/** Who has, beside the bijstand, a WW-uitkering of UWV. */
const SAMENLOOP = [0x101, 0x106];

/** So many klanten of a hundred were drawn for the controls of the year. */
const STEEKPROEF_PROCENT = 1;
const CONTROLE = { van: '2013-01-07', tot: '2013-05-01' } as const;

/** Of whom a party has the case, from which day, and the last day of it. */
interface Zaakdagen {
  readonly klant_id: unknown;
  readonly verantwoordelijke: unknown;
  readonly van: unknown;
  readonly totEnMet: unknown;
}

/**
 * Writes the parties of the cases that the dossiers have: who carries out a traject, a schuldhulptraject or an onderzoek,
 * who advises on a bezwaar, who has the same klant for a WW-uitkering, and who controls. A party stays one for as long
 * after the end as its gemeente has set (`respijt_traject`).
 */
export function schrijfPartijen(bouw: Bouw, zaad: number, personen: ReadonlyMap<number, Persoon>): void {
  const ketenpartners = laadKetenpartners();
  const gezien = new Set<string>();
  const schrijf = (
    zaak: Zaakdagen,
    organisatie: string,
    taak: Taak,
    medewerker: string | null = null,
  ): void => {
    const gemeente = String(zaak.verantwoordelijke);
    const einde = zaak.totEnMet === null ? null : String(zaak.totEnMet);
    const respijt =
      einde === null ? 0 : leesInstelling(ketenpartners, gemeente, 'respijt_traject', `${einde}T00:00`);
    const rij = {
      klant_id: String(zaak.klant_id),
      verantwoordelijke: gemeente,
      organisatie,
      taak,
      medewerker,
      geldig_van: String(zaak.van),
      geldig_tot: einde === null ? null : plusDagen(einde, 1 + respijt),
    };
    const { geldig_tot: _, ...sleutel } = rij;
    if (gezien.has(JSON.stringify(sleutel))) return;
    gezien.add(JSON.stringify(sleutel));
    bouw.voegToe('klantpartij', rij);
  };

  schrijfTrajecten(bouw, schrijf);
  for (const { klant_id, verantwoordelijke, ingediend_op, uitkomst } of bouw.rijen.bezwaar) {
    const zaak = {
      klant_id,
      verantwoordelijke,
      van: ingediend_op,
      totEnMet: uitkomst === null ? null : PEILDATUM,
    };
    const isLvw = LVW.has(String(verantwoordelijke));
    schrijf(zaak, isLvw ? LV : String(verantwoordelijke), 'bezwaar');
    if (isLvw) schrijf(zaak, 'BEZWAARCOMMISSIE_LV', 'bezwaar');
  }
  for (const { klant_id, verantwoordelijke, soort, begonnen_op, afgesloten_op } of bouw.rijen.onderzoek) {
    const zaak = { klant_id, verantwoordelijke, van: begonnen_op, totEnMet: afgesloten_op };
    schrijf(zaak, LV, soort === 'ONDERZOEK' ? 'sociale_recherche' : 'handhaving', HANDHAVER);
  }
  for (const { klant_id, verantwoordelijke, begin, einde } of bouw.rijen.schuldhulptraject) {
    const zaak = { klant_id, verantwoordelijke, van: begin, totEnMet: einde };
    schrijf(zaak, 'PLANGROEP', 'curatieve_schuldhulp');
    schrijf(zaak, LV, 'schuldhulpverlening');
  }
  for (const nummer of SAMENLOOP) {
    const { id, gemeente } = personen.get(nummer) ?? onbekend(nummer);
    const zaak = { klant_id: id, verantwoordelijke: gemeente, van: '2012-10-01', totEnMet: null };
    schrijf(zaak, 'UWV', 'samenloop');
    schrijf(zaak, LV, 'samenloop');
  }
  const toeval = maakToeval(zaad, 'LVW', 'controle');
  for (const { klant_id, verantwoordelijke, geldig_van, geldig_tot } of bouw.rijen.klantbereik) {
    const isNu =
      String(geldig_van) <= CONTROLE.van && (geldig_tot === null || CONTROLE.van < String(geldig_tot));
    if (!isNu || !LVW.has(String(verantwoordelijke)) || !toeval.kans(STEEKPROEF_PROCENT)) continue;
    const zaak = { klant_id, verantwoordelijke, van: CONTROLE.van, totEnMet: plusDagen(CONTROLE.tot, -1) };
    schrijf(zaak, LV, 'kwaliteitscontrole');
    schrijf(zaak, 'ACCOUNTANT_LV', 'accountantscontrole');
  }
}

/** The aanbieder that is an organisation of the keten has the klant from the aanmelding to the end of the traject. */
function schrijfTrajecten(
  { rijen }: Bouw,
  schrijf: (zaak: Zaakdagen, organisatie: string, taak: Taak) => void,
): void {
  const aanbieders = new Map(rijen.aanbieder.map(({ id, organisatie }) => [id, organisatie]));
  for (const { klant_id, verantwoordelijke, aanbieder_id, aangemeld_op, einde } of rijen.traject) {
    const organisatie = aanbieders.get(aanbieder_id) ?? null;
    if (organisatie === null || !LVW.has(String(verantwoordelijke))) continue;
    const zaak: Zaakdagen = { klant_id, verantwoordelijke, van: aangemeld_op, totEnMet: einde };
    schrijf(zaak, String(organisatie), 're_integratie');
  }
}

function onbekend(nummer: number): never {
  throw new RangeError(`nobody was made by hand with number ${nummer}`);
}
