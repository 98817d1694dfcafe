/** The peildatum of the tests, and the days around it. */
const [GISTEREN, VANDAAG, MORGEN] = ['2013-04-01', '2013-04-02', '2013-04-03'];

/** A row of klantbereik. */
export interface Bereik {
  readonly klant_id: string;
  readonly verantwoordelijke: string;
  readonly medewerker: string | null;
  readonly partner_id: string | null;
  readonly afgeschermd: boolean;
  readonly geldig_van: string;
  readonly geldig_tot: string | null;
}

export const rij = (klant_id: string, anders: Partial<Bereik> = {}): Bereik => ({
  klant_id,
  verantwoordelijke: 'GM1916',
  medewerker: 'consulent-lv',
  partner_id: null,
  afgeschermd: false,
  geldig_van: '2012-01-01',
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
  'the klant of whom nothing is known': ['klant/zonder rij'],
  'a werkgever': ['kvk/90001354'],
  nobody: [],
};

/** The rule in words of its own: whether a row about a klant, of a gemeente, is in reach of a scope today. */
function isInBereik(klant: string, gemeente: string, scope: readonly string[]): boolean {
  return GEVALLEN.filter((bereik) => bereik.klant_id === klant && bereik.verantwoordelijke === gemeente).some(
    ({ medewerker, afgeschermd, geldig_van, geldig_tot }) => {
      if (scope.includes(`klant/${klant}`)) return true;
      if (afgeschermd || VANDAAG < geldig_van || (geldig_tot !== null && VANDAAG >= geldig_tot)) return false;
      return scope.includes(gemeente) || (medewerker !== null && scope.includes(`${gemeente}/${medewerker}`));
    },
  );
}

/** The rows in reach of a scope by that rule, as `klant gemeente`. */
export const verwacht = (scope: readonly string[]): readonly string[] =>
  RIJEN.filter(({ klant, gemeente }) => isInBereik(klant, gemeente, scope)).map(
    ({ klant, gemeente }) => `${klant} ${gemeente}`,
  );
