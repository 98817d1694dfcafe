/** A table with rows about klanten or werkgevers, and the groups whose fields are read from it. */
export interface Tabel {
  readonly subgraph: string;
  readonly naam: string;
  readonly groepen: readonly string[];
  /** The column with the key of the klant. */
  readonly klant: string | undefined;
  /** Whether a row is also that of a werkgever, by `kvk`. */
  readonly kvk: boolean;
}

const tabel = (
  subgraph: string,
  naam: string,
  groepen: readonly string[],
  anders: Partial<Pick<Tabel, 'klant' | 'kvk'>> = {},
): Tabel => ({ subgraph, naam, groepen, klant: 'klant_id', kvk: false, ...anders });

const DOSSIER = ['klant.dossier'];
const KERN = ['klant.dossier.kern', ...DOSSIER];
const BIJZONDER = ['klant.bijzonder'];
const PROFIEL = ['klant.profiel'];
const ZOEKPROFIEL = ['klant.zoekprofiel'];
const BEHEER = ['vacature.beheer'];

/** Every table whose rows some askers may see and others not. */
export const TABELLEN: readonly Tabel[] = [
  tabel('klanten', 'klant', ['klant.identificerend', 'klant.bsn'], { klant: 'id' }),
  tabel('klanten', 'aanvraag', [...DOSSIER, 'bezwaar']),
  tabel('klanten', 'belemmering', BIJZONDER),
  tabel('klanten', 'beschikking', [...DOSSIER, 'bezwaar']),
  tabel('klanten', 'bevinding', DOSSIER),
  tabel('klanten', 'bezwaar', ['bezwaar']),
  tabel('klanten', 'indeling', [...DOSSIER, ...BIJZONDER]),
  tabel('klanten', 'melding', DOSSIER),
  tabel('klanten', 'onderzoek', ['handhaving.toezicht']),
  tabel('klanten', 'poortgesprek', DOSSIER),
  tabel('klanten', 'rechthebbende', KERN),
  tabel('klanten', 'reden_einde', ['klant.redenEinde']),
  tabel('klanten', 'regie', DOSSIER),
  tabel('klanten', 'taak', DOSSIER),
  tabel('klanten', 'veiligheid', ['klant.veiligheid']),
  tabel('klanten', 'verblijfsstatus', BIJZONDER),
  tabel('klanten', 'verplichting', KERN),
  tabel('klanten', 'zrm_score', BIJZONDER),
  tabel('trajecten', 'loonkostensubsidie', ['werkgever.subsidie'], { kvk: true }),
  tabel('trajecten', 'loonwaardemeting', BIJZONDER),
  tabel('trajecten', 'schuld', ['shv']),
  tabel('trajecten', 'schuldhulptraject', ['shv', 'shv.loopt']),
  tabel('trajecten', 'traject', ['traject']),
  tabel('trajecten', 'voorziening', ['traject']),
  tabel('vacatures', 'bezetting', BEHEER, { klant: undefined, kvk: true }),
  tabel('vacatures', 'kandidaat_naam', ['klant.contact'], { kvk: true }),
  tabel('vacatures', 'ldr_registratie', BIJZONDER),
  tabel('vacatures', 'plaatsing', [...PROFIEL, 'klant.contact'], { kvk: true }),
  tabel('vacatures', 'profiel', [...PROFIEL, ...ZOEKPROFIEL, ...BIJZONDER]),
  tabel('vacatures', 'profiel_beroep', [...PROFIEL, ...ZOEKPROFIEL]),
  tabel('vacatures', 'profiel_bijzonder', BIJZONDER),
  tabel('vacatures', 'vacature', BEHEER, { klant: undefined, kvk: true }),
  tabel('vacatures', 'vestiging', BEHEER, { klant: undefined, kvk: true }),
  tabel('vacatures', 'voordracht', PROFIEL, { kvk: true }),
  tabel('vacatures', 'voordrachtstap', PROFIEL, { kvk: true }),
  tabel('vacatures', 'werkgever', BEHEER, { klant: undefined, kvk: true }),
  tabel('financien', 'beslag', ['financien.klant.detail']),
  tabel('financien', 'betaalregel', ['financien.klant.detail']),
  tabel('financien', 'rekening', ['financien.klant.detail']),
  tabel('financien', 'subsidiebetaling', ['werkgever.subsidie'], { kvk: true }),
  tabel('financien', 'vordering', ['financien.klant.stand']),
];

/** Tables bounded by row-level security that are not among them, each with the reason. */
export const ANDERE: Readonly<Record<string, string>> = {
  klantbereik: 'says who has a klant: changed apart',
  klantpartij: 'says who is a party: read by nobody who serves',
  klantsleutel: 'says who reaches a klant: changed apart',
  ongezien: 'says who reaches somebody unseen: changed apart',
  klantlijst: 'is a list of who is in reach: changed apart',
  werklijst: 'is a list of work in reach: changed apart',
  huishouden: 'holds a key alone',
  noodtoegang:
    'is about who asked, and bounded by his organisation: test/subgraphs/klanten/noodtoegang.test.ts',
  noodtoegangoordeel: 'as noodtoegang',
  uitkering: 'is reached by its rechthebbenden: changed apart',
  plaatsing_naam: 'follows from the plaatsing, and changes with it',
  mutatie: 'is read by nobody who serves',
  benadering: 'is counted only',
  begrotingsregel: 'figures of a gemeente',
  indicator_gedrukt: 'figures of a gemeente',
  kengetal_wwb: 'figures of a gemeente',
  maandmutatie: 'figures of a gemeente, a declared aggregate',
  programmauitkomst: 'figures of a gemeente, a declared aggregate',
  uitkomst_gedrukt: 'figures of a gemeente',
  wsp_gedrukt: 'figures of a gemeente',
  wspmaand: 'figures of a gemeente, a declared aggregate',
};
