import type { MatrixRegel } from '../../../schema/beleid/matrix-regel.ts';
import type { Rijen } from '../../../schema/codelijsten/rijen.ts';

/** Who asks as a line of the matrix says: claims of a token, and a reason where the line needs one. */
export interface Proefvrager {
  readonly claims: Readonly<Record<string, unknown>> & { readonly organisatie: string };
  /** The gemeente whose rows are asked for. */
  readonly gemeente: string;
  readonly reden?: string;
}

/** A gemeente, or another organisation that works for one, of each kind that the matrix names. */
const ORGANISATIES: Readonly<Record<string, readonly [organisatie: string, namens?: string]>> = {
  GEMEENTE: ['GM1916'],
  WERKORGANISATIE: ['DUIVENVOORDE', 'GM0629'],
  UWV: ['UWV', 'GM1916'],
  REINTEGRATIEBEDRIJF: ['BAANBRUG'],
  SW_BEDRIJF: ['DSW'],
  SCHULDHULPVERLENER: ['PLANGROEP'],
  BEZWAARCOMMISSIE: ['BEZWAARCOMMISSIE_LV'],
  ACCOUNTANT: ['ACCOUNTANT_LV'],
  WERKGEVER: ['KVK69599084'],
  INWONER: ['INWONERS'],
  VERTEGENWOORDIGER: ['VERTEGENWOORDIGERS'],
  UITZENDBUREAU: ['TEMPO_TEAM'],
  REKENKAMER: ['REKENKAMER_WVOLV'],
  RAAD: ['RAAD_GM1916'],
  ONDERWIJS_RMC: ['RMC_LV'],
};

/** The kinds of organisations that exist now. */
export const SOORTEN = Object.keys(ORGANISATIES);

/** The gemeente without regie, where the lines count that need that setting. */
const ZONDER_REGIE = 'GM0394';

/** A gemeente that lets werkgevers see what work people look for. */
const CV_ONLINE = 'GM0626';

const REDENEN: Readonly<Partial<Record<Rijen, string>>> = {
  team: 'TEAM_CASUSOVERLEG',
  vervanging: 'VERVANGING_AFWEZIG',
  noodtoegang: 'NOODTOEGANG_CRISIS',
};

/** Somebody with this role at an organisation of this kind. */
export function vragerVan(
  { rol, organisatiesoort, rijen, voorwaarde }: MatrixRegel,
  klant: string,
): Proefvrager {
  const soort = organisatiesoort === '*' ? 'GEMEENTE' : organisatiesoort;
  const [organisatie, namens] =
    voorwaarde === undefined ? (ORGANISATIES[soort] ?? ['']) : [ZONDER_REGIE, undefined];
  const reden = rijen === undefined ? undefined : REDENEN[rijen];
  return {
    claims: {
      sub: 'proef',
      organisatie,
      rollen: rol === '*' ? [] : [rol],
      namens: namens === undefined ? [] : [namens],
      team: 'proefteam',
      rechten: rijen === 'noodtoegang' || rijen === 'afgeschermd' ? [rijen] : [],
      ...(soort === 'WERKGEVER' ? { kvk: organisatie.replace('KVK', '') } : {}),
      ...(rijen === 'inwoner' ? { klant } : {}),
    },
    gemeente:
      rijen === 'cv_online' ? CV_ONLINE : (namens ?? (organisatie.startsWith('GM') ? organisatie : 'GM1916')),
    ...(reden === undefined ? {} : { reden }),
  };
}
