import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import { ALLE } from '../../schema/beleid/matrix-regel.ts';
import { afnemerVan } from '../../schema/ketenpartners/afnemer-van.ts';
import type { Organisatie } from '../../schema/ketenpartners/organisatie.ts';
import type { Betrokkene } from '../identity/betrokkene.ts';
import type { Beleid } from './beleid.ts';
import { past } from './beleid.ts';
import { type Bereik, bereikVoor, isGeldig } from './bereik.ts';
import type { Dekking } from './coverage.ts';
import type { Toegang, Weigering } from './toegang.ts';

/** What a decision is about. */
export interface Verzoek {
  readonly betrokkene: Betrokkene;
  /** URI of the stated purpose. */
  readonly verwerkingsactiviteit: string | undefined;
  /** All fields the operation can reach. */
  readonly dekking: readonly Dekking[];
  readonly nu: Date;
}

const dagInNederland = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/**
 * Decides on a whole operation before anything is planned or fetched. The world is closed: what no line of the
 * matrix grants for this role, kind of organisation and purpose is refused, and one refused field refuses the
 * operation.
 * @throws KetenFout DOEL_ONBEKEND; NIET_GEAUTORISEERD with `geweigerd: Weigering[]`
 */
export function beslis(beleid: Beleid, { betrokkene, verwerkingsactiviteit, dekking, nu }: Verzoek): Toegang {
  const dag = dagInNederland.format(nu);
  const activiteit =
    verwerkingsactiviteit === undefined ? undefined : beleid.register.get(verwerkingsactiviteit);
  if (verwerkingsactiviteit !== undefined && activiteit === undefined) throw new KetenFout('DOEL_ONBEKEND');
  const organisatie = beleid.ketenpartners.organisaties.get(betrokkene.organisatie);
  if (organisatie === undefined || !isGeldig(organisatie, dag)) {
    throw weiger(dekking.map(({ veld, eis }) => weigering(veld, eis?.[0]?.[0], 'ORGANISATIE_ONBEKEND')));
  }

  const grants = new Map<string, Bereik | undefined>();
  const grant = (groep: string): Bereik | undefined => {
    if (!grants.has(groep)) {
      grants.set(groep, verleen(groep, beleid, betrokkene, organisatie, activiteit?.code, dag));
    }
    return grants.get(groep);
  };
  const geweigerd: Weigering[] = [];
  for (const { veld, eis, teVaak } of dekking) {
    if (eis === undefined) {
      geweigerd.push(weigering(veld, undefined, 'GEEN_BELEID'));
    } else if (!eis.some((groepen) => groepen.every((groep) => grant(groep) !== undefined))) {
      const groep = eis[0]?.find((each) => grant(each) === undefined);
      geweigerd.push(weigering(veld, groep, activiteit === undefined ? 'GEEN_DOEL' : 'GEEN_RECHT'));
    } else if (teVaak) {
      geweigerd.push(weigering(veld, eis[0]?.[0], 'IN_LIJST'));
    }
  }
  if (geweigerd.length > 0) throw weiger(geweigerd);
  return toegang(betrokkene, afnemerVan(organisatie), verwerkingsactiviteit, grants);
}

/** The row scope of a group when some line of the matrix grants it: the union over the lines that do. */
function verleen(
  groep: string,
  beleid: Beleid,
  betrokkene: Betrokkene,
  organisatie: Organisatie,
  activiteit: string | undefined,
  dag: string,
): Bereik | undefined {
  const regels = beleid
    .regelsVoor(groep)
    .filter(
      (regel) =>
        past(regel.organisatiesoort, organisatie.soort) &&
        past(regel.verwerkingsactiviteit, activiteit) &&
        (regel.rol === ALLE || betrokkene.rollen.includes(regel.rol)),
    );
  if (regels.length === 0) return undefined;
  const bereiken = regels.map((regel) =>
    bereikVoor(regel, betrokkene, organisatie, beleid.ketenpartners, dag),
  );
  return { sleutels: [...new Set(bereiken.flatMap(({ sleutels }) => sleutels))].toSorted() };
}

function toegang(
  betrokkene: Betrokkene,
  afnemer: string,
  verwerkingsactiviteit: string | undefined,
  grants: ReadonlyMap<string, Bereik | undefined>,
): Toegang {
  const verleend = [...grants].filter((entry): entry is [string, Bereik] => entry[1] !== undefined);
  const groepen = new Map(verleend.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const sleutel = JSON.stringify([
    betrokkene.sub,
    betrokkene.organisatie,
    afnemer,
    verwerkingsactiviteit ?? null,
    Array.from(groepen, ([groep, { sleutels }]) => [groep, sleutels]),
  ]);
  return Object.freeze({ betrokkene, afnemer, verwerkingsactiviteit, groepen, sleutel });
}

function weigering(veld: string, gegevensgroep: string | undefined, reden: Weigering['reden']): Weigering {
  return { veld, gegevensgroep: gegevensgroep ?? '', reden };
}

function weiger(geweigerd: readonly Weigering[]): KetenFout {
  return new KetenFout('NIET_GEAUTORISEERD', undefined, { geweigerd });
}
