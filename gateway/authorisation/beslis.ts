import type { MatrixRegel } from '../../schema/beleid/matrix-regel.ts';
import type { Toegangsredencode } from '../../schema/codelijsten/toegangsredenen.ts';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import { afnemerVan } from '../../schema/ketenpartners/afnemer-van.ts';
import { isGeldig, momentInNederland } from '../../schema/ketenpartners/geldigheid.ts';
import { magZendenVoor } from '../../schema/ketenpartners/mag-zenden-voor.ts';
import type { Organisatie } from '../../schema/ketenpartners/organisatie.ts';
import type { Betrokkene } from '../identity/betrokkene.ts';
import type { ArgumentCoverage, GivenArgument } from './argument-coverage.ts';
import type { Variables } from './argument-values.ts';
import type { Beleid } from './beleid.ts';
import { type Bereik, bereikVoor } from './bereik.ts';
import type { Dekking } from './coverage.ts';
import { type FieldQuestion, fieldDecisions } from './field-decisions.ts';
import { refuseArguments } from './organisation-arguments.ts';
import { redensoortVoor } from './redensoort-voor.ts';
import type { Toegang, Weigering } from './toegang.ts';

/** What a decision is about. */
export interface Verzoek {
  readonly betrokkene: Betrokkene;
  /** URI of the stated purpose. */
  readonly verwerkingsactiviteit: string | undefined;
  /** Why the asker looks beyond the own caseload; absent when he does not. */
  readonly reden?: Toegangsredencode | undefined;
  /** All fields the operation can reach, and what its arguments ask; the same array for the same document. */
  readonly dekking: readonly Dekking[];
  /** The arguments of the operation, where it has any. */
  readonly argumenten?: Pick<ArgumentCoverage, 'groepen' | 'given'>;
  /** The coerced variables of this request. */
  readonly variabelen?: Variables;
  readonly nu: Date;
}

/**
 * Decides on a whole operation.
 * @throws KetenFout DOEL_ONBEKEND; TOEGANGSREDEN_GEWEIGERD; NIET_GEAUTORISEERD with `geweigerd: Weigering[]`
 */
export type Beslis = (verzoek: Verzoek) => Promise<Toegang>;

const GEEN_GROEPEN: ReadonlySet<string> = new Set();

/**
 * Makes the function that decides on a whole operation before anything is planned or fetched. The world is closed: what
 * the decision point does not permit, or no line of the matrix grants for this role, kind of organisation and purpose, is
 * refused, and one refused field or argument refuses the operation. Decisions about fields are kept; whether the
 * organisation counts now and who sends for it may, what arguments name and which rows are in reach is looked at on every request.
 */
export function beslisser(beleid: Beleid): Beslis {
  const decideFields = fieldDecisions(beleid);
  return async ({ betrokkene, verwerkingsactiviteit, reden, dekking, argumenten, variabelen = {}, nu }) => {
    const moment = momentInNederland(nu);
    if (verwerkingsactiviteit !== undefined && !beleid.register.has(verwerkingsactiviteit))
      throw new KetenFout('DOEL_ONBEKEND');
    const organisatie = beleid.ketenpartners.organisaties.get(betrokkene.organisatie);
    if (organisatie === undefined || !isGeldig(organisatie, moment))
      throw weigerAlles(dekking, 'ORGANISATIE_ONBEKEND');
    const { via } = betrokkene;
    if (via !== undefined && !magZendenVoor(beleid.ketenpartners, via, organisatie.code, moment))
      throw weigerAlles(dekking, 'VERWERKER_ONBEKEND');
    const redensoort = redensoortVoor(betrokkene, reden);
    const question: FieldQuestion = {
      betrokkene,
      soort: organisatie.soort,
      verwerkingsactiviteit,
      reden: redensoort,
      dekking,
      groepen: argumenten?.groepen ?? GEEN_GROEPEN,
    };
    const { geweigerd, verleend } = await decideFields(question);
    const alleGroepen = bereiken(verleend, betrokkene, organisatie, beleid, moment);
    const given = argumenten?.given(variabelen) ?? [];
    const alles = [...geweigerd, ...refuseArguments(given, verleend, alleGroepen)];
    if (alles.length > 0) throw weiger(alles);
    const groepen = question.groepen.size === 0 ? alleGroepen : gevraagd(alleGroepen, dekking, given);
    return toegang({ betrokkene, afnemer: afnemerVan(organisatie), verwerkingsactiviteit, reden, groepen });
  };
}

/** Of the granted groups those that are asked: by a field, or by a filter that was given. */
function gevraagd(
  groepen: ReadonlyMap<string, Bereik>,
  dekking: readonly Dekking[],
  given: readonly GivenArgument[],
): ReadonlyMap<string, Bereik> {
  const asked = new Set([
    ...dekking.flatMap(({ eis }) => (eis ?? []).flat()),
    ...given.map(({ argument }) => argument?.gegevensgroep),
  ]);
  return new Map([...groepen].filter(([groep]) => asked.has(groep)));
}

/** The row scope of each granted group: the union over the lines that grant it. */
function bereiken(
  verleend: ReadonlyMap<string, readonly MatrixRegel[]>,
  betrokkene: Betrokkene,
  organisatie: Organisatie,
  { ketenpartners }: Beleid,
  moment: string,
): ReadonlyMap<string, Bereik> {
  const known = new Map<string, Bereik>();
  const bereikVan = (regel: MatrixRegel): Bereik => {
    // Lines that differ in nothing that bounds rows reach the same ones.
    const key = `${regel.rol} ${regel.taak} ${regel.rijen} ${regel.voorwaarde}`;
    const bereik = known.get(key) ?? bereikVoor(regel, betrokkene, organisatie, ketenpartners, moment);
    known.set(key, bereik);
    return bereik;
  };
  const groepen = new Map<string, Bereik>();
  for (const [groep, regels] of verleend) {
    groepen.set(groep, vereniging(regels.map(bereikVan)));
  }
  return groepen;
}

function vereniging(bereiken: readonly Bereik[]): Bereik {
  const [enig] = bereiken;
  if (enig !== undefined && bereiken.length === 1) return enig;
  return { sleutels: [...new Set(bereiken.flatMap(({ sleutels }) => sleutels))].toSorted() };
}

function toegang(verleend: Omit<Toegang, 'sleutel'>): Toegang {
  const { betrokkene, afnemer, verwerkingsactiviteit, reden, groepen } = verleend;
  const sleutel = JSON.stringify([
    betrokkene.sub,
    betrokkene.organisatie,
    afnemer,
    verwerkingsactiviteit ?? null,
    reden ?? null,
    Array.from(groepen, ([groep, { sleutels }]) => [groep, sleutels]),
  ]);
  return Object.freeze({ ...verleend, sleutel });
}

function weigerAlles(dekking: readonly Dekking[], reden: Weigering['reden']): KetenFout {
  return weiger(dekking.map(({ veld, eis }) => ({ veld, gegevensgroep: eis?.[0]?.[0] ?? '', reden })));
}

function weiger(geweigerd: readonly Weigering[]): KetenFout {
  return new KetenFout('NIET_GEAUTORISEERD', undefined, { geweigerd });
}
