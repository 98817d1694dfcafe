import { laadVerwerkingsregister } from '../beleid/laad-verwerkingsregister.ts';
import type { Bouw } from './bouw.ts';
import { type Dag, laatsteVan, plusMaanden } from './dagen.ts';
import type { Gang } from './gang.ts';
import { CONSULENT } from './caseload.ts';
import { sleutel } from './ids.ts';
import { maakToeval } from './toeval.ts';
import type { Rij } from './tabellen.ts';

const LVW = new Set(['GM1916', 'GM0626', 'GM0629']);

/** One in so many klanten works for a gemeente or lives in a safe house. None of the caseload of consulent-lv. */
const AFGESCHERMD_PER = 400;

/** The first who is not made by hand. */
const EERSTE = sleutel('klant', 0x200);

/** The verwerkingsactiviteit whose bewaartermijn holds for a dossier as a whole. */
const DOSSIER = 'klantregie';

/**
 * Writes klantbereik of each gang from its regie: a row for each stretch of days on which regisseur and vervanger are the
 * same, joined end to end. What has ended may be kept for as long as the register says, counted from the end of the last
 * uitkering, or of the gang of who had none.
 */
export function schrijfBereik(bouw: Bouw, zaad: number, gangen: readonly Gang[]): void {
  const regie = Map.groupBy(bouw.rijen.regie, ({ klant_id, verantwoordelijke }) =>
    paar(klant_id, verantwoordelijke),
  );
  const eindes = laatsteEindes(bouw);
  const maanden = 12 * bewaarjaren();
  const toeval = maakToeval(zaad, 'LVW', 'afgeschermd');
  for (const { persoon, gemeente, tot, partner, afgeschermd, regisseurs } of gangen) {
    const eigen = regie.get(paar(persoon.id, gemeente)) ?? [];
    const isAfgeschermd =
      afgeschermd ||
      (LVW.has(gemeente) &&
        persoon.id >= EERSTE &&
        !regisseurs.some(({ medewerker }) => medewerker === CONSULENT) &&
        toeval.geheel(AFGESCHERMD_PER) === 0);
    const einde = eindes.get(paar(persoon.id, gemeente)) ?? tot;
    const bewarenTot = tot === null || einde === null ? null : laatsteVan(tot, plusMaanden(einde, maanden));
    const grenzen = [...new Set(eigen.flatMap(({ geldig_van, geldig_tot }) => [geldig_van, geldig_tot]))]
      .filter((dag) => dag !== null)
      .map(String)
      .toSorted();
    grenzen.forEach((van, at) => {
      const regisseur = wie(eigen, 'REGISSEUR', van);
      if (regisseur === undefined) return;
      bouw.voegToe('klantbereik', {
        klant_id: persoon.id,
        verantwoordelijke: gemeente,
        medewerker: encodeURIComponent(String(regisseur.medewerker)),
        team: encodeURIComponent(String(regisseur.team)),
        vervanger: wie(eigen, 'VERVANGER', van)?.medewerker ?? null,
        partner_id: partner,
        afgeschermd: isAfgeschermd,
        geldig_van: van,
        geldig_tot: grenzen[at + 1] ?? null,
        bewaren_tot: bewarenTot,
      });
    });
  }
}

function wie(regie: readonly Rij<'regie'>[], rol: string, dag: Dag): Rij<'regie'> | undefined {
  return regie.find(
    (rij) =>
      rij.rol === rol &&
      String(rij.geldig_van) <= dag &&
      (rij.geldig_tot === null || dag < String(rij.geldig_tot)),
  );
}

/** When the last uitkering of each klant at each gemeente ended; null while one runs. */
function laatsteEindes({ rijen }: Bouw): ReadonlyMap<string, Dag | null> {
  const uitkeringen = new Map(rijen.uitkering.map(({ id, einddatum }) => [id, einddatum]));
  const eindes = new Map<string, Dag | null>();
  for (const { klant_id, uitkering_id, verantwoordelijke } of rijen.rechthebbende) {
    const van = paar(klant_id, verantwoordelijke);
    const eerder = eindes.get(van);
    const einde = uitkeringen.get(uitkering_id) ?? null;
    eindes.set(van, einde === null || eerder === null ? null : laatsteVan(String(einde), eerder ?? ''));
  }
  return eindes;
}

function bewaarjaren(): number {
  const termijn = laadVerwerkingsregister().find(({ code }) => code === DOSSIER)?.bewaartermijn;
  if (termijn === undefined) throw new RangeError(`${DOSSIER} has no bewaartermijn`);
  return termijn.jaren;
}

function paar(klant: unknown, gemeente: unknown): string {
  return `${String(klant)} ${String(gemeente)}`;
}
