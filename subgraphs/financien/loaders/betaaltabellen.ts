import { z } from 'zod';
import type { Klantrij, Klanttabel } from '../../chassis/bereik/klantlijst-loader.ts';
import { dag, geheelGetal } from '../../chassis/database/lees-rijen.ts';

const DETAIL = 'financien.klant.detail';

const tijdvak = { geldigVan: dag, geldigTot: dag.nullable() };
const TIJDVAK = 't.geldig_van::text as "geldigVan", t.geldig_tot::text as "geldigTot"';

const rekeningvorm = { iban: z.string(), ...tijdvak };
const betaalregelvorm = { maand: z.string(), soort: z.string(), bedrag: geheelGetal, betaaldOp: dag };
const beslagvorm = { beslaglegger: z.string(), bedragPerMaand: geheelGetal, ...tijdvak };

/** One rekening, betaalregel or beslag as read; amounts in whole cents. */
export type RekeningRij = Klantrij<typeof rekeningvorm>;
export type BetaalregelRij = Klantrij<typeof betaalregelvorm>;
export type BeslagRij = Klantrij<typeof beslagvorm>;

export const REKENINGEN: Klanttabel<typeof rekeningvorm> = {
  tabel: 'rekening',
  groep: DETAIL,
  kolommen: `t.iban, ${TIJDVAK}`,
  vorm: rekeningvorm,
  volgorde: 't.geldig_van desc',
};

/** Those of the last twelve months and this one: a list that does not grow. */
export const BETAALREGELS: Klanttabel<typeof betaalregelvorm> = {
  tabel: 'betaalregel',
  groep: DETAIL,
  kolommen: 't.maand, t.soort, t.bedrag_cent as bedrag, t.betaald_op::text as "betaaldOp"',
  vorm: betaalregelvorm,
  volgorde: 't.maand desc, t.soort',
  waarbij: "t.maand >= to_char($3::date - interval '12 months', 'YYYY-MM')",
};

export const BESLAGEN: Klanttabel<typeof beslagvorm> = {
  tabel: 'beslag',
  groep: DETAIL,
  kolommen: `t.beslaglegger, t.bedrag_cent as "bedragPerMaand", ${TIJDVAK}`,
  vorm: beslagvorm,
  volgorde: 't.geldig_van desc, t.beslaglegger',
};
