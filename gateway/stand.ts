import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { type DocumentNode, type GraphQLSchema } from 'graphql';
import { createHash } from 'node:crypto';
import type { QuotumRegel } from '../schema/beleid/laad-quota.ts';
import { KetenFout } from '../schema/fouten/keten-fout.ts';
import type { Operatie } from '../schema/operaties/laad-operaties.ts';
import { metStrikteScalars } from '../schema/scalars/met-strikte-scalars.ts';
import { type Beleidseisen, leesBeleidseisen } from './authorisation/beleidseis.ts';
import type { Beleid } from './authorisation/beleid.ts';
import { groepenPerSubgraph, type GroepenPerSubgraph } from './authorisation/groepen-per-subgraph.ts';
import { checkOperaties } from './check-operaties.ts';
import { type InternalName, internalNames } from './execution/internal-name.ts';
import { typeTest, type TypeTest } from './execution/type-test.ts';
import { parseSupergraph } from './parse-supergraph.ts';
import { boundedPlanner, DEFAULT_PLAN_MS } from './planning/bounded-planner.ts';
import { choosePlanner, type PlannerName } from './planning/choose-planner.ts';
import type { Planner } from './planning/planner.ts';
import { refuseUnsupported } from './refuse-unsupported.ts';

/** What a Stand is made of. */
export interface StandSource {
  /** The text of the supergraph. */
  readonly supergraph: string;
  /** The policy; absent only when the gateway runs without authorisation. */
  readonly beleid: Beleid | undefined;
  /** The trusted documents by id; none by default. */
  readonly operaties?: ReadonlyMap<string, Operatie>;
  /** The limits on how often may be asked; none by default. */
  readonly quota?: readonly QuotumRegel[];
  /** The planner to use, or which; by default the best that exists here. */
  readonly planner?: Planner | PlannerName;
  /** The most milliseconds that the plan of an operation may take. */
  readonly planMs?: number;
}

/**
 * Supergraph, policy and trusted documents together, read once and never changed: a request keeps the Stand it began
 * with.
 */
export interface Stand {
  /** SHA-256 over everything it is made of. */
  readonly versie: string;
  readonly supergraph: string;
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly isOfType: TypeTest;
  readonly internalName: InternalName;
  readonly planner: Planner;
  readonly beleid: Beleid | undefined;
  /** The trusted documents by id; each fits the schema. */
  readonly operaties: ReadonlyMap<string, Operatie>;
  readonly quota: readonly QuotumRegel[];
  readonly eisen: Beleidseisen;
  readonly groepenPerSubgraph: GroepenPerSubgraph;
  /** The subgraphs and the address that the supergraph gives for each. */
  readonly subgraphs: ReadonlyMap<string, string>;
}

/**
 * Builds a Stand.
 * @throws KetenFout BESTAND_ONGELDIG when the supergraph cannot be read or carries authorisation that we do not enforce, or when
 *   a trusted document does not fit it; SUPERGRAPH_NIET_ONDERSTEUND when it asks for what our engine does not do
 */
export async function bouwStand({
  supergraph: sdl,
  beleid,
  operaties = new Map(),
  quota = [],
  planner,
  planMs = DEFAULT_PLAN_MS,
}: StandSource): Promise<Stand> {
  const { document, supergraph } = readSupergraph(sdl);
  const schema = supergraph.apiSchema().toGraphQLJSSchema();
  // The supergraph knows scalars by name only; ours refuse a wrong value at the door, without quoting it.
  if (beleid !== undefined) metStrikteScalars(schema);
  checkOperaties(schema, operaties.values());
  const eisen: Beleidseisen = beleid === undefined ? new Map() : leesBeleidseisen(document);
  return Object.freeze({
    versie: createHash('sha256')
      .update(sdl)
      .update(beleid?.versie ?? '')
      .update(JSON.stringify([[...operaties], quota]))
      .digest('hex'),
    supergraph: sdl,
    schema,
    internalName: internalNames(schema),
    isOfType: typeTest(supergraph.schema.toGraphQLJSSchema()),
    planner: boundedPlanner(
      typeof planner === 'object' ? planner : await choosePlanner({ sdl, schema }, planner),
      planMs,
    ),
    beleid,
    operaties,
    quota,
    eisen,
    groepenPerSubgraph: groepenPerSubgraph(document, eisen),
    subgraphs: new Map(supergraph.subgraphsMetadata().map(({ name, url }) => [name, url])),
  });
}

function readSupergraph(sdl: string): { readonly document: DocumentNode; readonly supergraph: Supergraph } {
  const document = parseSupergraph(sdl);
  refuseUnsupported(document);
  try {
    return {
      document,
      supergraph: Supergraph.build(document, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES }),
    };
  } catch (cause) {
    const reden = cause instanceof Error ? cause.message : 'not a supergraph';
    throw new KetenFout('BESTAND_ONGELDIG', `supergraph: ${reden}`, {}, { cause });
  }
}
