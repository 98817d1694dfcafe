import { LRUCache } from 'lru-cache';
import { ALLE, type MatrixRegel } from '../../schema/beleid/matrix-regel.ts';
import { type Redensoort, teltVoor } from '../../schema/beleid/voorwaarde-van-rijen.ts';
import type { Organisatiesoort } from '../../schema/codelijsten/organisatiesoorten.ts';
import type { Betrokkene } from '../identity/betrokkene.ts';
import type { Evaluations } from './authzen.ts';
import { type Beleid, past } from './beleid.ts';
import type { Dekking } from './coverage.ts';
import type { Weigering } from './toegang.ts';

/** What a decision about fields rests on. Nothing in it has a validity, and none of it is about rows. */
export interface FieldQuestion {
  readonly betrokkene: Betrokkene;
  readonly soort: Organisatiesoort;
  /** URI of the stated purpose, which is in the register. */
  readonly verwerkingsactiviteit: string | undefined;
  /** What the reason is for that the asker gave. */
  readonly reden: Redensoort | undefined;
  /** All fields the operation can reach: the same array for the same document. */
  readonly dekking: readonly Dekking[];
  /** Data groups to decide about beside those of the fields. */
  readonly groepen: ReadonlySet<string>;
}

/** Which fields are refused, and by which lines of the matrix each group is granted. */
export interface FieldDecision {
  readonly geweigerd: readonly Weigering[];
  /** The lines that grant a group, in the order of the codes of the groups; a group that is not granted has none. */
  readonly verleend: ReadonlyMap<string, readonly MatrixRegel[]>;
}

/** Decides about fields, once for the same document, claims, purpose and reason. */
export type DecideFields = (question: FieldQuestion) => Promise<FieldDecision>;

const MAX_KEPT = 5_000;

/**
 * Decisions about fields are kept by document and by everything that tells two askers apart but who they are: what
 * depends on `sub`, `kvk` or `klant` is the rows, and those are computed on every request. A policy that is loaded again
 * is another `Beleid`, with decisions of its own.
 */
export function fieldDecisions(beleid: Beleid): DecideFields {
  const kept = new LRUCache<string, Promise<FieldDecision>>({ max: MAX_KEPT });
  const documents = new WeakMap<readonly Dekking[], number>();
  const askers = new WeakMap<Betrokkene, string>();
  let counted = 0;

  function documentOf(dekking: readonly Dekking[]): number {
    const known = documents.get(dekking);
    if (known !== undefined) return known;
    counted += 1;
    documents.set(dekking, counted);
    return counted;
  }

  function askerOf(betrokkene: Betrokkene): string {
    const known = askers.get(betrokkene);
    if (known !== undefined) return known;
    const { organisatie, via, namens, rollen, rechten, team } = betrokkene;
    const asker = JSON.stringify([organisatie, via ?? null, namens, rollen, rechten, team ?? null]);
    askers.set(betrokkene, asker);
    return asker;
  }

  return (question) => {
    const { betrokkene, soort, verwerkingsactiviteit = '', reden = '', dekking } = question;
    const key = `${documentOf(dekking)}\n${soort}\n${verwerkingsactiviteit}\n${reden}\n${askerOf(betrokkene)}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const decided = decideFields(beleid, question);
    kept.set(key, decided);
    // A decision point that could not answer is asked again.
    decided.catch(() => kept.delete(key));
    return decided;
  };
}

async function decideFields(beleid: Beleid, question: FieldQuestion): Promise<FieldDecision> {
  const { dekking, verwerkingsactiviteit } = question;
  const verleend = await verleen(beleid, question);
  const isGranted = (groep: string): boolean => verleend.has(groep);
  const geweigerd = dekking.flatMap(({ veld, eis, teVaak }): readonly Weigering[] => {
    const gegevensgroep = eis?.[0]?.find((groep) => !isGranted(groep)) ?? eis?.[0]?.[0] ?? '';
    if (eis === undefined) return [{ veld, gegevensgroep, reden: 'GEEN_BELEID' }];
    if (!eis.some((groepen) => groepen.every(isGranted)))
      return [
        { veld, gegevensgroep, reden: verwerkingsactiviteit === undefined ? 'GEEN_DOEL' : 'GEEN_RECHT' },
      ];
    return teVaak === true ? [{ veld, gegevensgroep, reden: 'IN_LIJST' }] : [];
  });
  return Object.freeze({ geweigerd: Object.freeze(geweigerd), verleend });
}

/** The groups that the decision point permits and that a line of the matrix grants, each with those lines. */
async function verleen(
  beleid: Beleid,
  question: FieldQuestion,
): Promise<ReadonlyMap<string, readonly MatrixRegel[]>> {
  const { dekking, groepen: extra } = question;
  const groepen = [...new Set([...dekking.flatMap(({ eis }) => (eis ?? []).flat()), ...extra])].toSorted();
  const { evaluations } = await beleid.decisionPoint.evaluations(toEvaluations(question, groepen));
  const verleend = new Map<string, readonly MatrixRegel[]>();
  for (const [index, groep] of groepen.entries()) {
    const regels = regelsVoor(beleid, question, groep);
    if (evaluations[index]?.decision === true && regels.length > 0) verleend.set(groep, regels);
  }
  return verleend;
}

/** The lines of the matrix that grant a group to an asker for a purpose, and that count for the reason given. */
export function regelsVoor(
  beleid: Beleid,
  { betrokkene, soort, verwerkingsactiviteit, reden }: Omit<FieldQuestion, 'dekking' | 'groepen'>,
  groep: string,
): readonly MatrixRegel[] {
  const activiteit =
    verwerkingsactiviteit === undefined ? undefined : beleid.register.get(verwerkingsactiviteit)?.code;
  return beleid
    .regelsVoor(groep)
    .filter(
      (regel) =>
        past(regel.organisatiesoort, soort) &&
        past(regel.verwerkingsactiviteit, activiteit) &&
        (regel.rol === ALLE || betrokkene.rollen.includes(regel.rol)) &&
        teltVoor(regel.rijen, betrokkene.rechten, reden),
    );
}

/** The question in the form of AuthZEN: the asker without a name, since the answer is kept for others like him. */
function toEvaluations(
  { betrokkene, soort, verwerkingsactiviteit, reden }: FieldQuestion,
  groepen: readonly string[],
): Evaluations {
  const { organisatie, via, namens, rollen, rechten, team } = betrokkene;
  return {
    subject: {
      type: 'organisatie',
      id: organisatie,
      properties: { organisatiesoort: soort, via, namens, rollen, rechten, team },
    },
    action: {
      name: 'verwerken',
      properties:
        verwerkingsactiviteit === undefined
          ? {}
          : { 'dpl.core.processing_activity_id': verwerkingsactiviteit },
    },
    context: reden === undefined ? {} : { reden },
    evaluations: groepen.map((id) => ({ resource: { type: 'gegevensgroep', id } })),
  };
}
