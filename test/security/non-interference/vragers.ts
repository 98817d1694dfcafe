import { laadMatrix } from '../../../schema/beleid/laad-matrix.ts';
import { laadGebruikers } from '../../../schema/demo/laad-gebruikers.ts';
import { laadKetenpartners } from '../../../schema/ketenpartners/laad-ketenpartners.ts';

/** Somebody who asks, and in words of this test which rows about klanten he may see. */
export interface Vrager {
  /** The name of the demo user. */
  readonly als: string;
  readonly activiteit: string;
  readonly reden?: string;
  /** The bereiksleutels that are his. */
  readonly sleutels: readonly string[];
  /** Where a group has others. */
  readonly anders?: Readonly<Record<string, readonly string[]>>;
  /** The number of the werkgever who asks. */
  readonly kvk?: string;
}

const WI = ['GM0626', 'GM0629', 'GM1916'];
const PARTIJ = (organisatie: string, ...taken: readonly string[]): readonly string[] =>
  taken.flatMap((taak) => WI.map((code) => `partij/${organisatie}/${taak}/${code}`));
const RECHERCHE = [
  ...['GM0603', 'GM0629', 'GM1783', 'GM1916'].map((code) => `partij/GM1916/sociale_recherche/${code}`),
  ...WI.map((code) => `partij/GM1916/handhaving/${code}`),
];

/** Askers of every kind of rows. */
export const VRAGERS: readonly Vrager[] = [
  {
    als: 'consulent-lv',
    activiteit: 'klantregie',
    sleutels: WI.map((code) => `${code}/consulent-lv`),
  },
  {
    als: 'collega-lv',
    activiteit: 'klantregie',
    reden: 'TEAM_CASUSOVERLEG',
    sleutels: WI.flatMap((code) => [`${code}/collega-lv`, `${code}/team/Werk%20en%20Inkomen%201`]),
  },
  {
    als: 'vervanger-lv',
    activiteit: 'klantregie',
    reden: 'VERVANGING_AFWEZIG',
    sleutels: WI.flatMap((code) => [`${code}/vervanger-lv`, `${code}/vervanging/vervanger-lv`]),
  },
  {
    als: 'vertrouwd-lv',
    activiteit: 'klantregie',
    sleutels: WI.flatMap((code) => [`${code}/vertrouwd-lv`, `afgeschermd/${code}`]),
  },
  { als: 'poortwachter-lv', activiteit: 'intake', sleutels: WI },
  { als: 'consulent-haarlemmermeer', activiteit: 'pw-inkomen', sleutels: ['GM0394'] },
  {
    als: 'sociale-recherche',
    activiteit: 'toezicht',
    sleutels: RECHERCHE.flatMap((each) => [each, `${each}/sociale-recherche`]),
  },
  {
    als: 'uitvoerder-baanbrug',
    activiteit: 'pw-participatie',
    sleutels: PARTIJ('BAANBRUG', 're_integratie'),
  },
  {
    als: 'schuldhulp-plangroep',
    activiteit: 'schuldhulp',
    sleutels: PARTIJ('PLANGROEP', 'curatieve_schuldhulp'),
  },
  { als: 'administratie-dv', activiteit: 'pw-inkomen', sleutels: ['GM0626', 'GM0629'] },
  { als: 'werkcoach-uwv', activiteit: 'samenloop', sleutels: PARTIJ('UWV', 'samenloop') },
  {
    als: 'inwoner',
    activiteit: 'inzage',
    sleutels: ['klant/5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0102'],
  },
  {
    als: 'werkgever-90001354',
    activiteit: 'bemiddeling',
    sleutels: ['kvk/90001354'],
    anders: { 'klant.zoekprofiel': ['cv/GM0626', 'cv/GM0629'] },
    kvk: '90001354',
  },
  {
    als: 'werkgever-69599084',
    activiteit: 'pw-participatie',
    sleutels: ['kvk/69599084'],
    kvk: '69599084',
  },
];

/** The groups that the matrix gives an asker for his purpose. */
export function groepenVan({ als, activiteit }: Vrager): ReadonlySet<string> {
  const gebruiker = laadGebruikers().get(als);
  const soort = laadKetenpartners().organisaties.get(gebruiker?.organisatie ?? '')?.soort;
  return new Set(
    laadMatrix()
      .filter(
        ({ rol, organisatiesoort, verwerkingsactiviteit }) =>
          (rol === '*' || gebruiker?.rollen.includes(rol)) &&
          (organisatiesoort === '*' || organisatiesoort === soort) &&
          (verwerkingsactiviteit === '*' || verwerkingsactiviteit === activiteit),
      )
      .map(({ gegevensgroep }) => gegevensgroep),
  );
}
