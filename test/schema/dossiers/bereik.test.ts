import { describe, expect, it } from 'vitest';
import type { Taak } from '../../../schema/codelijsten/taken.ts';
import { plusMaanden } from '../../../schema/dossiers/dagen.ts';
import { maakDossiers } from '../../../schema/dossiers/maak-dossiers.ts';
import { PEILDATUM, ZAAD } from '../../../schema/dossiers/peildatum.ts';
import { leesVasteRijen } from '../../../schema/dossiers/vaste-personen.ts';
import { doetTaakVoor } from '../../../schema/ketenpartners/doet-taak-voor.ts';
import { laadKetenpartners } from '../../../schema/ketenpartners/laad-ketenpartners.ts';
import { SAMENWERKINGSVORMEN } from '../../../schema/ketenpartners/samenwerking.ts';

const rijen = maakDossiers(ZAAD, leesVasteRijen());
const bereik = Map.groupBy(
  rijen.klantbereik,
  ({ klant_id, verantwoordelijke }) => `${klant_id} ${verantwoordelijke}`,
);

describe('klantbereik', () => {
  it('names who stands in on the days on which regie does, beside the regisseur of those days', () => {
    const vervangen = rijen.klantbereik.filter(({ vervanger }) => vervanger !== null);
    expect(vervangen.length).toBeGreaterThan(100);
    for (const { klant_id, medewerker, vervanger, geldig_van } of vervangen) {
      const nu = rijen.regie.filter(
        (rij) =>
          rij.klant_id === klant_id &&
          String(rij.geldig_van) <= String(geldig_van) &&
          (rij.geldig_tot === null || String(geldig_van) < String(rij.geldig_tot)),
      );
      expect(Object.fromEntries(nu.map((rij) => [rij.rol, rij.medewerker]))).toEqual({
        REGISSEUR: medewerker,
        VERVANGER: vervanger,
      });
    }
  });

  it('has some who are afgeschermd, and of the caseload of consulent-lv only the one made by hand', () => {
    const afgeschermd = rijen.klantbereik.filter((rij) => rij.afgeschermd === true);
    expect(new Set(afgeschermd.map(({ klant_id }) => klant_id)).size).toBeGreaterThan(3);
    const haar = afgeschermd.filter(({ medewerker }) => medewerker === 'consulent-lv');
    expect(haar.map(({ klant_id }) => String(klant_id).slice(-4))).toEqual(['0108']);
  });
});

describe('the parties of the cases', () => {
  it('are organisations that may do the task for the gemeente, each once from one day on', () => {
    const ketenpartners = laadKetenpartners();
    const gezien = new Set<string>();
    for (const { geldig_tot, ...rij } of rijen.klantpartij) {
      const [gemeente, organisatie, taak] = [rij.verantwoordelijke, rij.organisatie, rij.taak].map(String);
      const voor = doetTaakVoor(ketenpartners, organisatie ?? '', taak as Taak, `${PEILDATUM}T12:00`, [
        ...SAMENWERKINGSVORMEN,
      ]);
      expect(organisatie === gemeente || voor.has(gemeente ?? ''), JSON.stringify(rij)).toBe(true);
      expect(geldig_tot === null || String(rij.geldig_van) < String(geldig_tot)).toBe(true);
      gezien.add(JSON.stringify(rij));
    }
    expect(gezien.size).toBe(rijen.klantpartij.length);
    expect(new Set(rijen.klantpartij.map(({ taak }) => taak)).size).toBeGreaterThan(6);
  });

  it('have a klant whom the gemeente has on some day of the case', () => {
    const buiten = rijen.klantpartij.filter(
      ({ klant_id, verantwoordelijke, geldig_van, geldig_tot }) =>
        !(bereik.get(`${klant_id} ${verantwoordelijke}`) ?? []).some(
          (rij) =>
            (geldig_tot === null || String(rij.geldig_van) < String(geldig_tot)) &&
            (rij.geldig_tot === null || String(geldig_van) < String(rij.geldig_tot)),
        ),
    );
    // 0102 was looked into before he had an uitkering.
    expect(buiten.map(({ klant_id }) => String(klant_id).slice(-4))).toEqual(['0102']);
  });
});

describe('a dossier that has ended', () => {
  it('is kept ten years after the uitkering, as the register says, and one that runs without an end', () => {
    const einde = new Map(
      [...bereik].map(([wie, rij]) => [
        wie,
        rij.toSorted((een, ander) => (String(een.geldig_van) < String(ander.geldig_van) ? -1 : 1)).at(-1)
          ?.geldig_tot ?? null,
      ]),
    );
    for (const { klant_id, verantwoordelijke, bewaren_tot } of rijen.klantbereik) {
      const tot = einde.get(`${klant_id} ${verantwoordelijke}`) ?? null;
      if (tot === null) expect(bewaren_tot).toBeNull();
      else
        expect(
          String(bewaren_tot) <= plusMaanden(String(tot), 120) &&
            String(bewaren_tot) >= plusMaanden(String(tot), 116),
        ).toBe(true);
    }
  });
});
