import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import { LRUCache } from 'lru-cache';
import { ZONDER_DOEL } from '../../schema/beleid/cedar-schema.ts';
import type { CedarBeleid } from '../../schema/beleid/laad-cedar.ts';
import type { Verwerkingsactiviteit } from '../../schema/beleid/laad-verwerkingsregister.ts';
import { weigeringsredenen } from '../../schema/fouten/weigeringsredenen.ts';
import { type Decision, type DecisionPoint, type Evaluation, withDefaults } from './authzen.ts';

/** What a policy can look at, and nothing else: it is also what a decision is kept by. */
interface Vraag {
  readonly rollen: readonly string[];
  readonly soort: string;
  readonly rechten: readonly string[];
  readonly actie: string;
  readonly groep: string;
  readonly reden: string | undefined;
}

const MAX_KEPT = 20_000;

const GEWEIGERD: Decision = {
  decision: false,
  context: {
    reason_user: { nl: weigeringsredenen.GEEN_RECHT.nl },
    reason_admin: { en: 'No policy permits this.' },
  },
};

/** Cedar keeps parsed policies by name and forgets none: those of a decision point that is gone make room. */
const released = new FinalizationRegistry<string>((name) => {
  preparsePolicySet(name, { staticPolicies: '' });
});
let made = 0;

/**
 * A decision point that evaluates Cedar policies in this process. A decision depends on roles, kind of organisation,
 * rights, purpose, data group and kind of reason, and is kept by exactly these. Policies that fail to evaluate refuse.
 * @param register verwerkingsactiviteiten by URI
 */
export function cedarDecisionPoint(
  { policies }: Pick<CedarBeleid, 'policies'>,
  register: ReadonlyMap<string, Verwerkingsactiviteit>,
): DecisionPoint {
  made += 1;
  const name = `beleid ${made}`;
  const parsed = preparsePolicySet(name, { staticPolicies: policies });
  if (parsed.type === 'failure') throw new Error('policies that were validated do not parse');
  const kept = new LRUCache<string, Decision>({ max: MAX_KEPT });

  function decide(request: Partial<Evaluation>): Decision {
    const vraag = vraagVan(request, register);
    if (vraag === undefined) return GEWEIGERD;
    const key = JSON.stringify(Object.values(vraag));
    const known = kept.get(key);
    if (known !== undefined) return known;
    const decision = evaluate(name, vraag);
    kept.set(key, decision);
    return decision;
  }

  const point: DecisionPoint = {
    evaluation: async (request) => decide(request),
    evaluations: async (request) => {
      const stop = { deny_on_first_deny: false, permit_on_first_permit: true, execute_all: undefined }[
        request.options?.evaluations_semantic ?? 'execute_all'
      ];
      const evaluations: Decision[] = [];
      for (const each of withDefaults(request)) {
        const decision = decide(each);
        evaluations.push(decision);
        if (decision.decision === stop) break;
      }
      return { evaluations };
    },
  };
  released.register(point, name);
  return point;
}

/** What the policies see of a question; `undefined` for one that is not about a data group and a known purpose. */
function vraagVan(
  { subject, action, resource, context }: Partial<Evaluation>,
  register: ReadonlyMap<string, Verwerkingsactiviteit>,
): Vraag | undefined {
  const uri = action?.properties?.['dpl.core.processing_activity_id'];
  const actie = uri === undefined ? ZONDER_DOEL : register.get(uri)?.code;
  const { rollen, organisatiesoort, rechten } = subject?.properties ?? {};
  if (actie === undefined || resource?.type !== 'gegevensgroep' || typeof organisatiesoort !== 'string')
    return undefined;
  const reden = context?.['reden'];
  return {
    rollen: texts(rollen),
    soort: organisatiesoort,
    rechten: texts(rechten),
    actie,
    groep: resource.id,
    reden: typeof reden === 'string' ? reden : undefined,
  };
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string').toSorted() : [];
}

function evaluate(name: string, { rollen, soort, rechten, actie, groep, reden }: Vraag): Decision {
  const principal = { type: 'Betrokkene', id: 'vrager' };
  const answer = statefulIsAuthorized({
    principal,
    action: { type: 'Action', id: actie },
    resource: { type: 'Gegevensgroep', id: groep },
    context: reden === undefined ? {} : { reden: { __entity: { type: 'Redensoort', id: reden } } },
    preparsedPolicySetId: name,
    entities: [
      {
        uid: principal,
        attrs: {
          soort: { __entity: { type: 'Organisatiesoort', id: soort } },
          rechten: rechten.map((id) => ({ __entity: { type: 'Recht', id } })),
        },
        parents: rollen.map((id) => ({ type: 'Rol', id })),
      },
    ],
  });
  if (answer.type === 'failure' || answer.response.diagnostics.errors.length > 0) return GEWEIGERD;
  const { decision, diagnostics } = answer.response;
  return decision === 'allow'
    ? { decision: true, context: { reason_admin: { en: diagnostics.reason.toSorted().join(', ') } } }
    : GEWEIGERD;
}
