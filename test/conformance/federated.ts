import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import type { CallSubgraph } from '../../gateway/execution/call-subgraph.ts';
import type { PlannerName } from '../../gateway/planning/choose-planner.ts';
import { bouwStand, type Stand } from '../../gateway/stand.ts';
import { apolloInThisThread } from '../gateway/apollo-in-this-thread.ts';
import { askStand, callSchemas, composeInProcess, type SeenCall } from '../gateway/graph-in-process.ts';
import type { GraphContext } from './graph-context.ts';
import type { ConformanceGraph } from './conformance-graph.ts';
import type { Faults } from './graph-context.ts';
import { faultOf, gateFields, happen, idOf, NO_FAULTS } from './faults.ts';
import { isKey, ownership } from './ownership.ts';

/** An operation with its variables. */
export interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A conformance graph whose subgraphs run, and fail as they are told. */
export interface Federated {
  readonly supergraph: string;
  readonly schemas: ReadonlyMap<string, GraphQLSchema>;
  /** Calls on behalf of one operation. */
  readonly callsFor: (faults: Faults, seen?: SeenCall[]) => CallSubgraph;
}

/** The gateway over a conformance graph. */
export interface GatewayOver {
  readonly stand: Stand;
  readonly ask: (asked: Asked, faults?: Faults, seen?: SeenCall[]) => Promise<ExecutionResult>;
}

/** Composes a graph, and makes its subgraphs fail where an operation's faults say so. */
export function federated(graph: Pick<ConformanceGraph, 'subgraphs'>): Federated {
  const { supergraph, schemas } = composeInProcess(graph.subgraphs);
  for (const { name, typeDefs } of graph.subgraphs) {
    const schema = schemas.get(name);
    if (schema !== undefined) failAsTold(schema, name, typeDefs);
  }
  return {
    supergraph,
    schemas,
    callsFor: (faults, seen) => {
      const context: GraphContext = { faults, notes: [] };
      const call = callSchemas(schemas, context, (made, answer) => {
        seen?.push(made);
        return answer;
      });
      return (made) => {
        if (made.subgraph === faults.away) throw new KetenFout('BRON_MISLUKT');
        return call(made);
      };
    },
  };
}

/** Our gateway over a graph, with the plans of this planner. */
export async function gatewayOver(
  { supergraph, callsFor }: Federated,
  planner: PlannerName,
): Promise<GatewayOver> {
  const stand = await bouwStand({
    supergraph,
    beleid: undefined,
    planner: planner === 'apollo' ? apolloInThisThread(supergraph) : planner,
  });
  return {
    stand,
    ask: (asked, faults = NO_FAULTS, seen = []) => askStand(stand, asked, callsFor(faults, seen)),
  };
}

function failAsTold(schema: GraphQLSchema, subgraph: string, typeDefs: string): void {
  const owned = ownership(typeDefs);
  const entities = schema.getQueryType()?.getFields()['_entities'];
  const find = entities?.resolve;
  gateFields(schema, ({ type, parent, context: { faults }, info: { fieldName } }, resolve) => {
    const fault =
      faultOf(faults, fieldName, parent) ??
      (isKey(owned, type, fieldName) ? undefined : faults.gone.get(`${subgraph}#${idOf(parent)}`));
    return fault === undefined ? resolve(parent) : happen(fault);
  });
  if (entities === undefined || find === undefined) return;
  entities.resolve = async (...all) => {
    const rows = (await find(...all)) as readonly unknown[];
    const { faults } = all[2] as GraphContext;
    return rows.map(async (row) => {
      const found = await row;
      const fault = faults.gone.get(`${subgraph}#${idOf(found)}`);
      return fault === undefined ? found : happen(fault);
    });
  };
}
