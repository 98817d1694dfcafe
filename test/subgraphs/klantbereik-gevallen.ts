/** The peildatum of the tests, and the days around it. */
const [GISTEREN, VANDAAG, MORGEN] = ['2013-04-01', '2013-04-02', '2013-04-03'];

/** A row of klantbereik. */
export interface Bereik {
  readonly klant_id: string;
  readonly verantwoordelijke: string;
  readonly medewerker: string | null;
  readonly team: string | null;
  readonly vervanger: string | null;
  readonly partner_id: string | null;
  readonly afgeschermd: boolean;
  readonly geldig_van: string;
  readonly geldig_tot: string | null;
  readonly bewaren_tot: string | null;
}

/** A row of klantpartij. */
export interface Partij {
  readonly klant_id: string;
  readonly verantwoordelijke: string;
  readonly organisatie: string;
  readonly taak: string;
  readonly medewerker: string | null;
  readonly geldig_van: string;
  readonly geldig_tot: string | null;
}

export const rij = (klant_id: string, anders: Partial<Bereik> = {}): Bereik => ({
  klant_id,
  verantwoordelijke: 'GM1916',
  medewerker: 'consulent-lv',
  team: null,
  vervanger: null,
  partner_id: null,
  afgeschermd: false,
  geldig_van: '2012-01-01',
  geldig_tot: null,
  bewaren_tot: null,
  ...anders,
});

const partij = (klant_id: string, anders: Partial<Partij> = {}): Partij => ({
  klant_id,
  verantwoordelijke: 'GM1916',
  organisatie: 'BAANBRUG',
  taak: 're_integratie',
  medewerker: null,
  geldig_van: '2012-06-01',
  geldig_tot: null,
  ...anders,
});

/** Klanten by what happened to them. */
export const GEVALLEN: readonly Bereik[] = [
  rij('in de caseload'),
  rij('van een collega', { medewerker: 'mw-l03' }),
  rij('zonder regisseur', { medewerker: null }),
  rij('van een ander in Wassenaar', { verantwoordelijke: 'GM0629', medewerker: 'mw-l03' }),
  rij('verhuisd', { verantwoordelijke: 'GM0629', geldig_tot: '2013-02-01' }),
  rij('verhuisd', { geldig_van: '2013-02-01' }),
  rij('naar mij gekomen', { medewerker: 'mw-l03', geldig_tot: '2013-03-15' }),
  rij('naar mij gekomen', { geldig_van: '2013-03-15' }),
  rij('van mij weg', { geldig_tot: '2013-03-15' }),
  rij('van mij weg', { medewerker: 'mw-l03', geldig_van: '2013-03-15' }),
  rij('gesloten', { geldig_tot: '2013-03-31' }),
  rij('vandaag gesloten', { geldig_tot: VANDAAG }),
  rij('morgen gesloten', { geldig_tot: MORGEN }),
  rij('vandaag gekomen', { geldig_van: VANDAAG }),
  rij('morgen gekomen', { geldig_van: MORGEN }),
  rij('afgeschermd', { afgeschermd: true }),
  rij('weer zichtbaar', { afgeschermd: true, geldig_tot: GISTEREN }),
  rij('weer zichtbaar', { geldig_van: GISTEREN }),
  // First with an uitkering of her own, then as the partner of somebody; each time another regisseur.
  rij('partner', { medewerker: 'mw-l03', geldig_van: '2009-03-02', geldig_tot: '2011-05-16' }),
  rij('partner', { medewerker: 'mw-l03', partner_id: 'in de caseload', geldig_van: '2011-05-16' }),
  rij('in het team', { medewerker: 'mw-l03', team: 'team%201' }),
  rij('uit het team', { medewerker: 'mw-l03', team: 'team%201', geldig_tot: GISTEREN }),
  rij('uit het team', { medewerker: 'mw-l03', team: 'team%202', geldig_van: GISTEREN }),
  rij('vervangen', { medewerker: 'mw-l03', geldig_tot: VANDAAG }),
  rij('vervangen', { medewerker: 'mw-l03', vervanger: 'mw-v', geldig_van: VANDAAG, geldig_tot: MORGEN }),
  rij('vervangen', { medewerker: 'mw-l03', geldig_van: MORGEN }),
  rij('niet meer vervangen', { medewerker: 'mw-l03', vervanger: 'mw-v', geldig_tot: VANDAAG }),
  rij('niet meer vervangen', { medewerker: 'mw-l03', geldig_van: VANDAAG }),
  rij('afgeschermd in Wassenaar', {
    verantwoordelijke: 'GM0629',
    team: 'team%201',
    vervanger: 'mw-v',
    afgeschermd: true,
  }),
  rij('bewaard', { geldig_tot: '2003-01-01', geldig_van: '2002-01-01', bewaren_tot: MORGEN }),
  rij('niet meer bewaard', { geldig_tot: '2003-01-01', geldig_van: '2002-01-01', bewaren_tot: VANDAAG }),
  rij('teruggekomen', { geldig_tot: '2003-01-01', geldig_van: '2002-01-01', bewaren_tot: '2013-01-01' }),
  rij('teruggekomen', { geldig_van: '2013-03-01' }),
];

/** Whose case somebody else has too, by what became of it. */
export const PARTIJEN: readonly Partij[] = [
  partij('in de caseload'),
  // The same party twice at the same time.
  partij('in de caseload', { geldig_van: '2013-01-01', geldig_tot: '2013-12-31' }),
  partij('van een collega', { geldig_tot: MORGEN }),
  partij('in het team', { geldig_tot: VANDAAG }),
  partij('uit het team', { geldig_van: MORGEN }),
  partij('vervangen', { organisatie: 'STAP_VOORUIT' }),
  partij('verhuisd', { verantwoordelijke: 'GM0629' }),
  partij('gesloten'),
  partij('afgeschermd'),
  partij('weer zichtbaar'),
  partij('zonder rij'),
  partij('van een ander in Wassenaar', { verantwoordelijke: 'GM0629' }),
  partij('van een collega', { organisatie: 'GM1916', taak: 'sociale_recherche', medewerker: 'mw-h' }),
  partij('van een ander in Wassenaar', {
    verantwoordelijke: 'GM0629',
    organisatie: 'GM1916',
    taak: 'sociale_recherche',
    medewerker: 'mw-h',
  }),
  partij('in de caseload', { organisatie: 'GM1916', taak: 'sociale_recherche', medewerker: 'mw-ander' }),
];

export const KLANTEN = [...new Set(GEVALLEN.map(({ klant_id }) => klant_id)), 'zonder rij'];
export const GEMEENTEN = ['GM0629', 'GM1916'];

/** Everything that a subgraph keeps of a klant is here one row for each gemeente: `klant gemeente`. */
export const RIJEN = KLANTEN.flatMap((klant) => GEMEENTEN.map((gemeente) => ({ klant, gemeente })));

export const CASELOAD = ['GM0629/consulent-lv', 'GM1916/consulent-lv'];
export const SCOPES: Readonly<Record<string, readonly string[]>> = {
  'a regisseur with a mandate for a second gemeente': CASELOAD,
  'a regisseur without that mandate': ['GM1916/consulent-lv'],
  'the regisseur of whom klanten came and to whom they went': ['GM1916/mw-l03'],
  'a whole gemeente': ['GM1916'],
  'another gemeente': ['GM0629'],
  'the klant who moved': ['klant/verhuisd'],
  'the klant who is afgeschermd': ['klant/afgeschermd'],
  'the klant who is closed': ['klant/gesloten'],
  'the klant whose dossier may still be kept': ['klant/bewaard'],
  'the klant whose dossier may be kept no longer': ['klant/niet meer bewaard'],
  'the klant who came back after that': ['klant/teruggekomen'],
  'a team with a mandate for a second gemeente': ['GM0629/team/team%201', 'GM1916/team/team%201'],
  'who stands in for a regisseur': ['GM0629/vervanging/mw-v', 'GM1916/vervanging/mw-v'],
  'who may see those who are afgeschermd': ['afgeschermd/GM1916'],
  'the escape, of two gemeenten': ['GM0629', 'GM1916'],
  'the uitvoerder of trajecten for two gemeenten': [
    'partij/BAANBRUG/re_integratie/GM0629',
    'partij/BAANBRUG/re_integratie/GM1916',
  ],
  'that uitvoerder without the order of a second gemeente': ['partij/BAANBRUG/re_integratie/GM1916'],
  'that uitvoerder for another task': ['partij/BAANBRUG/wsw/GM1916'],
  'a handhaver with cases of his own': [
    'partij/GM1916/sociale_recherche/GM0629/mw-h',
    'partij/GM1916/sociale_recherche/GM1916/mw-h',
    'partij/GM1916/sociale_recherche/GM1916',
  ],
  'the klant of whom nothing is known': ['klant/zonder rij'],
  'a werkgever': ['kvk/90001354'],
  nobody: [],
};

const opDag = (
  { geldig_van, geldig_tot }: Pick<Bereik, 'geldig_van' | 'geldig_tot'>,
  dag = VANDAAG,
): boolean => geldig_van <= dag && (geldig_tot === null || dag < geldig_tot);

/** The rule in words of its own: whether a row about a klant, of a gemeente, is in reach of a scope today. */
function isInBereik(klant: string, gemeente: string, scope: readonly string[]): boolean {
  const eigen = GEVALLEN.filter((rij) => rij.klant_id === klant && rij.verantwoordelijke === gemeente);
  const magBewaard = eigen.some(({ bewaren_tot }) => bewaren_tot === null || VANDAAG < bewaren_tot);
  if (magBewaard && scope.includes(`klant/${klant}`)) return true;
  const nu = eigen.find((rij) => opDag(rij));
  if (nu === undefined) return false;
  if (nu.afgeschermd) return scope.includes(`afgeschermd/${gemeente}`);
  const { medewerker, team, vervanger } = nu;
  return (
    scope.includes(gemeente) ||
    (medewerker !== null && scope.includes(`${gemeente}/${medewerker}`)) ||
    (team !== null && scope.includes(`${gemeente}/team/${team}`)) ||
    (vervanger !== null && scope.includes(`${gemeente}/vervanging/${vervanger}`)) ||
    PARTIJEN.some((each) => {
      if (each.klant_id !== klant || each.verantwoordelijke !== gemeente || !opDag(each)) return false;
      const zaak = `partij/${each.organisatie}/${each.taak}/${gemeente}`;
      return scope.includes(each.medewerker === null ? zaak : `${zaak}/${each.medewerker}`);
    })
  );
}

/** The rows in reach of a scope by that rule, as `klant gemeente`. */
export const verwacht = (scope: readonly string[]): readonly string[] =>
  RIJEN.filter(({ klant, gemeente }) => isInBereik(klant, gemeente, scope)).map(
    ({ klant, gemeente }) => `${klant} ${gemeente}`,
  );
