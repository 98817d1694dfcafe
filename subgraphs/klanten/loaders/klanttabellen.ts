import { z } from 'zod';
import type { Klantrij, Klanttabel } from '../../chassis/bereik/klantlijst-loader.ts';
import { dag } from '../../chassis/database/lees-rijen.ts';
import { DOSSIER, KERN } from './dossier.ts';

const BIJZONDER = 'klant.bijzonder';

const tabel = <Vorm extends z.ZodRawShape>(definitie: Klanttabel<Vorm>): Klanttabel<Vorm> =>
  Object.freeze(definitie);

const TIJDVAK = 't.geldig_van::text as "geldigVan", t.geldig_tot::text as "geldigTot"';
const tijdvak = { geldigVan: dag, geldigTot: dag.nullable() };

/** What the klant must do for an uitkering, and from what she is let off. */
export const VERPLICHTINGEN = tabel({
  tabel: 'verplichting',
  groep: KERN,
  kolommen: `t.soort, ${TIJDVAK}`,
  vorm: { soort: z.string(), ...tijdvak },
  volgorde: 't.geldig_van desc, t.soort',
});

/** What who meets the klant must know. */
export const VEILIGHEID = tabel({
  tabel: 'veiligheid',
  groep: 'klant.veiligheid',
  kolommen: `t.soort, t.bron, ${TIJDVAK}`,
  vorm: { soort: z.string(), bron: z.string().nullable(), ...tijdvak },
  volgorde: 't.geldig_van desc, t.soort',
  heeftBron: true,
});

export const BELEMMERINGEN = tabel({
  tabel: 'belemmering',
  groep: BIJZONDER,
  kolommen: `t.conclusie, ${TIJDVAK}`,
  vorm: { conclusie: z.string(), ...tijdvak },
  volgorde: 't.geldig_van desc, t.conclusie',
});

export const ZRM_SCORES = tabel({
  tabel: 'zrm_score',
  groep: BIJZONDER,
  kolommen: 't.datum::text as datum, t.leefgebied, t.score',
  vorm: { datum: dag, leefgebied: z.string(), score: z.int() },
  volgorde: 't.datum desc, t.leefgebied',
});

export const VERBLIJFSSTATUSSEN = tabel({
  tabel: 'verblijfsstatus',
  groep: BIJZONDER,
  kolommen: `t.code, t.bron, ${TIJDVAK}`,
  vorm: { code: z.string(), bron: z.string().nullable(), ...tijdvak },
  volgorde: 't.geldig_van desc',
  heeftBron: true,
});

/** The one stelsel that follows from what somebody is able to earn; the others are in the dossier. */
export const DOELGROEPEN = tabel({
  tabel: 'indeling',
  groep: BIJZONDER,
  kolommen: `t.waarde, ${TIJDVAK}`,
  vorm: { waarde: z.string(), ...tijdvak },
  volgorde: 't.geldig_van desc',
  waarbij: "t.stelsel = 'DOELGROEP'",
});

export const ONDERZOEKEN = tabel({
  tabel: 'onderzoek',
  groep: 'handhaving.toezicht',
  kolommen: `t.id, t.soort, t.begonnen_op::text as "begonnenOp", t.afgesloten_op::text as "afgeslotenOp",
    t.overgedragen_op::text as "overgedragenAanSocialeRecherche"`,
  vorm: {
    id: z.string(),
    soort: z.string(),
    begonnenOp: dag,
    afgeslotenOp: dag.nullable(),
    overgedragenAanSocialeRecherche: dag.nullable(),
  },
  volgorde: 't.begonnen_op desc, t.id',
});

/** Findings of toezicht, from the day on which they were handed over. */
export const BEVINDINGEN = tabel({
  tabel: 'bevinding',
  groep: DOSSIER,
  kolommen: 't.conclusie, t.aan_consulent_op::text as "overgedragenOp"',
  vorm: { conclusie: z.string(), overgedragenOp: dag },
  volgorde: 't.aan_consulent_op desc, t.onderzoek_id',
  waarbij: 't.aan_consulent_op <= $3::date',
});

/** All bezwaren and klachten of a klant, for whom the beschikking itself may not be seen. */
export const BEZWAREN = tabel({
  tabel: 'bezwaar',
  groep: 'bezwaar',
  kolommen: 't.soort, t.ingediend_op::text as "ingediendOp", t.uitkomst',
  vorm: { soort: z.string(), ingediendOp: dag, uitkomst: z.string().nullable() },
  volgorde: 't.ingediend_op desc, t.id',
});

/** A row of one of these tables. */
export type RijVan<Tabel> = Tabel extends Klanttabel<infer Vorm> ? Klantrij<Vorm> : never;
