import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { vrijeBsn } from '../../../schema/dossiers/bsn.ts';
import { alsCsv } from '../../../schema/dossiers/csv.ts';
import { dagenTussen } from '../../../schema/dossiers/dagen.ts';
import { maakDossiers } from '../../../schema/dossiers/maak-dossiers.ts';
import { PEILDATUM, ZAAD } from '../../../schema/dossiers/peildatum.ts';
import { bestandsnaam, type Rijen, TABELLEN, type Tabelnaam } from '../../../schema/dossiers/tabellen.ts';
import { maakToeval } from '../../../schema/dossiers/toeval.ts';
import { leesVasteRijen } from '../../../schema/dossiers/vaste-personen.ts';
import { verdeel } from '../../../schema/dossiers/verdeel.ts';
import { bsn } from '../../../schema/scalars/bsn.ts';

const vast = leesVasteRijen();
const rijen = maakDossiers(ZAAD, vast);
const namen = Object.keys(TABELLEN) as Tabelnaam[];
const CONSULENT = 'consulent-lv';

/** What is planned, and so may be of a day after PEILDATUM. */
const GEPLAND = new Set([
  'klantbereik.geldig_van',
  'klantbereik.geldig_tot',
  'klantbereik.bewaren_tot',
  'klantpartij.geldig_tot',
  'verplichting.geldig_tot',
  'regie.geldig_tot',
  'aanvraag.uiterlijk',
  'aanvraag.hersteltermijn',
  'taak.uiterlijk',
  'traject.verwacht_einde',
  'vacature.sluitingsdatum',
  'plaatsing.einde',
  'voorziening.datum_einde',
  'loonkostensubsidie.einde',
]);

describe('the files of the dossiers', () => {
  it('are the same bytes from the same seed, and those that are committed', () => {
    const nogmaals = maakDossiers(ZAAD, vast);
    for (const tabel of namen) {
      const tekst = alsCsv(tabel, rijen);
      expect(alsCsv(tabel, nogmaals) === tekst, tabel).toBe(true);
      for (const subgraph of TABELLEN[tabel].subgraphs) {
        const pad = `subgraphs/${subgraph}/bronnen/${bestandsnaam(tabel)}`;
        expect(readFileSync(pad, 'utf8') === tekst, pad).toBe(true);
      }
    }
  });

  it('are about other people with another seed', () => {
    const ander = maakDossiers(ZAAD + 1, vast);
    const zelfde = ander.klant.filter(({ naam }, at) => naam === rijen.klant[at]?.naam);
    expect(zelfde.length).toBeLessThan(rijen.klant.length / 10);
  });

  it('keep the hand-written persons letter for letter', () => {
    const klanten = new Map(rijen.klant.map((rij) => [rij.id, rij]));
    const uitkeringen = new Map(rijen.uitkering.map((rij) => [rij.id, rij]));
    for (const rij of vast.klanten) expect(klanten.get(rij.id)).toEqual(rij);
    for (const rij of vast.uitkeringen) expect(uitkeringen.get(rij.id)).toMatchObject({ ...rij });
    expect(rijen.vordering.slice(0, vast.vorderingen.length)).toEqual(vast.vorderingen);
  });

  it('hold back the payment of a few uitkeringen that run, each with why and since when', () => {
    const geblokkeerd = rijen.uitkering.filter(
      ({ blokkade_reden, blokkade_sinds }) => blokkade_reden !== null || blokkade_sinds !== null,
    );
    expect(geblokkeerd.map(({ verantwoordelijke }) => verantwoordelijke)).toEqual([
      'GM0394',
      'GM0394',
      'GM1916',
    ]);
    for (const { ingangsdatum, einddatum, blokkade_reden, blokkade_sinds } of geblokkeerd) {
      expect(blokkade_reden).toMatch(/^[A-Z_]+$/);
      expect(String(blokkade_sinds) > String(ingangsdatum)).toBe(true);
      expect(einddatum).toBeNull();
    }
  });

  it('have no day after PEILDATUM but what is planned', () => {
    const later = namen.flatMap((tabel) =>
      rijen[tabel].flatMap((rij: Readonly<Record<string, unknown>>) =>
        Object.entries(rij).filter(
          ([kolom, waarde]) =>
            typeof waarde === 'string' &&
            /^\d{4}-\d{2}-\d{2}$/.test(waarde) &&
            waarde > PEILDATUM &&
            !GEPLAND.has(`${tabel}.${kolom}`),
        ),
      ),
    );
    expect(later).toEqual([]);
  });
});

describe('the persons of the dossiers', () => {
  it('are fewer than 8000, each with a bsn of its own in 9999 that passes the 11-test', () => {
    const nummers = rijen.klant.map(({ bsn }) => String(bsn));
    expect(nummers.length).toBeLessThan(8_000);
    expect(new Set(nummers).size).toBe(nummers.length);
    expect(
      nummers.filter((nummer) => !nummer.startsWith('9999') || bsn.parseValue(nummer) !== nummer),
    ).toEqual([]);
  });

  it('are, but for some hand-written ones, eighteen or older when they get an uitkering', () => {
    const metDeHand = new Set(vast.klanten.map(({ id }) => id));
    const geboren = new Map(
      rijen.klant.map(({ id, geboortedatum }) => [id, Number(String(geboortedatum).slice(0, 4))]),
    );
    const begonnen = new Map(
      rijen.uitkering.map(({ id, ingangsdatum }) => [id, Number(String(ingangsdatum).slice(0, 4))]),
    );
    const jong = rijen.rechthebbende.filter(
      ({ klant_id, uitkering_id }) =>
        !metDeHand.has(klant_id) && (begonnen.get(uitkering_id) ?? 0) - (geboren.get(klant_id) ?? 0) < 18,
    );
    expect(jong).toEqual([]);
  });

  it('have one regisseur at a time, without a gap, for as long as they are in reach', () => {
    for (const tabel of ['regie', 'klantbereik'] as const) {
      for (const tijdvakken of perKlant(tabel)) {
        const van = tijdvakken.map(({ geldig_van }) => String(geldig_van));
        const tot = tijdvakken.map(({ geldig_tot }) => geldig_tot);
        expect(tot.slice(0, -1), tabel).toEqual(van.slice(1));
        expect(
          tot.filter((dag, at) => dag !== null && String(dag) <= (van[at] ?? '')),
          tabel,
        ).toEqual([]);
      }
    }
  });

  it('are each in klantbereik on some day, and every other row of theirs names a gemeente that had them', () => {
    const bereik = new Set(
      rijen.klantbereik.map(
        ({ klant_id, verantwoordelijke }) => `${String(klant_id)} ${String(verantwoordelijke)}`,
      ),
    );
    const buiten = namen.flatMap((tabel) =>
      rijen[tabel].flatMap((rij: Readonly<Record<string, unknown>>) =>
        'klant_id' in rij && !bereik.has(`${String(rij['klant_id'])} ${String(rij['verantwoordelijke'])}`)
          ? [`${tabel} ${String(rij['klant_id'])}`]
          : [],
      ),
    );
    // The uitkering that 0103 had by himself is of before the gang in which he is a partner.
    expect(buiten.filter((regel) => !regel.endsWith('0103'))).toEqual([]);
    expect(
      rijen.klant.filter(
        ({ id, verantwoordelijke }) => !bereik.has(`${String(id)} ${String(verantwoordelijke)}`),
      ),
    ).toEqual([]);
  });
});

describe('the caseload of consulent-lv', () => {
  const nu = rijen.klantbereik.filter(
    ({ medewerker, afgeschermd, geldig_van, geldig_tot }) =>
      medewerker === CONSULENT &&
      afgeschermd === false &&
      String(geldig_van) <= PEILDATUM &&
      (geldig_tot === null || PEILDATUM < String(geldig_tot)),
  );
  const van = (gemeente: string): number => nu.filter((rij) => rij.verantwoordelijke === gemeente).length;

  it('is 160 klanten, of the three gemeenten', () => {
    expect(['GM1916', 'GM0626', 'GM0629'].map(van)).toEqual([100, 30, 30]);
  });

  it('has 24 klanten for whom and for whose partner nothing runs', () => {
    const loopt = new Set([
      ...rijen.traject.filter(({ status }) => status === 'LOPEND').map(({ klant_id }) => klant_id),
      ...rijen.voorziening
        .filter(({ soort }) => soort === 'LOONKOSTENSUBSIDIE' || soort === 'DEELTIJDWERK')
        .map(({ klant_id }) => klant_id),
    ]);
    expect(
      nu.filter(({ klant_id, partner_id }) => !loopt.has(klant_id) && !loopt.has(partner_id)).length,
    ).toBe(24);
  });

  it('has nine tasks for the week of PEILDATUM, two that are late and thirty for later', () => {
    const haar = new Set(nu.map(({ klant_id }) => klant_id));
    const open = rijen.taak.filter(({ klant_id, klaar_op }) => klaar_op === null && haar.has(klant_id));
    const dagen = open.map(({ uiterlijk }) => String(uiterlijk));
    expect(dagen.filter((dag) => dag < PEILDATUM).length).toBe(2);
    expect(dagen.filter((dag) => dag >= PEILDATUM && dag <= '2013-04-07').length).toBe(9);
    expect(dagen.filter((dag) => dag > '2013-04-07').length).toBe(30);
  });
});

describe('the terms of an aanvraag', () => {
  it('are eight weeks, what stood still, and four weeks when extended (Awb 4:13, 4:14 and 4:15)', () => {
    for (const { ingediend_op, uiterlijk, dagen_opgeschort, is_verlengd } of rijen.aanvraag) {
      const dagen = 56 + Number(dagen_opgeschort) + (is_verlengd === true ? 28 : 0);
      expect(dagenTussen(String(ingediend_op), String(uiterlijk))).toBe(dagen);
    }
  });
});

describe('what the dossiers are made with', () => {
  it('divides a number so that the parts add up, each within one of its share', () => {
    fc.assert(
      fc.property(
        fc.nat(5_000),
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1 }),
        (aantal, gewichten) => {
          const som = gewichten.reduce((een, ander) => een + ander, 0);
          const delen = verdeel(aantal, gewichten);
          expect(delen.reduce((een, ander) => een + ander, 0)).toBe(aantal);
          delen.forEach((deel, at) =>
            expect(Math.abs(deel - (aantal * (gewichten[at] ?? 0)) / som)).toBeLessThan(1),
          );
        },
      ),
    );
  });

  it('gives each subject a stream of its own, and a day within its bounds', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string(), (zaad, onderwerp) => {
        const [een, zelfde, ander] = [
          maakToeval(zaad, onderwerp),
          maakToeval(zaad, onderwerp),
          maakToeval(zaad, onderwerp, 'ander'),
        ];
        const reeks = (toeval: typeof een): string =>
          Array.from({ length: 8 }, () => toeval.geheel(1_000_000)).join();
        expect(reeks(een)).toBe(reeks(zelfde));
        expect(reeks(een)).not.toBe(reeks(ander));
        const dag = een.dag('2012-02-27', '2012-03-02');
        expect(dag >= '2012-02-27' && dag <= '2012-03-02').toBe(true);
      }),
    );
  });

  it('leaves out a bsn that somebody has', () => {
    const [eerste, tweede] = vrijeBsn(new Set());
    expect(vrijeBsn(new Set([String(eerste)])).next().value).toBe(tweede);
  });
});

/** The periods of each klant at each gemeente, in their order. */
function perKlant(
  tabel: 'regie' | 'klantbereik',
): Iterable<readonly Rijen['regie' | 'klantbereik'][number][]> {
  const perSleutel = new Map<string, Rijen['regie' | 'klantbereik'][number][]>();
  for (const rij of rijen[tabel]) {
    if ('rol' in rij && rij.rol !== 'REGISSEUR') continue;
    const sleutel = `${String(rij.klant_id)} ${String(rij.verantwoordelijke)}`;
    perSleutel.set(sleutel, [...(perSleutel.get(sleutel) ?? []), rij]);
  }
  return [...perSleutel.values()].map((tijdvakken) =>
    tijdvakken.toSorted((een, ander) => (String(een.geldig_van) < String(ander.geldig_van) ? -1 : 1)),
  );
}
