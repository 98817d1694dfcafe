import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { KetenFout } from '../schema/fouten/keten-fout.ts';
import { beslisser } from './authorisation/beslis.ts';
import type { Toegang } from './authorisation/toegang.ts';
import type { GatewayInterface } from './engine.ts';
import type { OperationResult, OperationVariables } from './execution/compile-operation.ts';
import { checkCost, type Limits } from './http/limits.ts';
import { traceparentOf } from './observability/trace.ts';
import type { KnownOperations } from './known-operations.ts';
import type { PreparedOperation } from './prepared-operation.ts';
import type { RequestContext } from './request-context.ts';
import type { Stand } from './stand.ts';
import type { MakeCallHeaders } from './transport/call-headers.ts';
import type { Transport } from './transport/transport.ts';

/** What the pipeline needs beside the Stand. */
export interface PipelineOptions {
  readonly transport: Transport;
  readonly makeHeaders: MakeCallHeaders;
  readonly limits: Limits;
  readonly prepare: KnownOperations['prepare'];
}

/** The two places where Apollo Server lets us in: after it resolved the operation, and instead of its execution. */
export interface RequestPipeline {
  readonly plugin: ApolloServerPlugin<RequestContext>;
  readonly gateway: GatewayInterface;
}

interface Decided {
  readonly prepared: PreparedOperation;
  readonly variables: OperationVariables;
  readonly toegang: Toegang | undefined;
}

/**
 * The way of a request from a validated document to its answer: size, variables, decision, plan, execution. The
 * decision comes before the plan and before anything is fetched, on every request; Apollo Server skips its
 * validation rules on documents it has seen before, so nothing that depends on the asker may be one.
 */
export function requestPipeline(stand: Stand, options: PipelineOptions): RequestPipeline {
  const { prepare, transport, makeHeaders, limits } = options;
  const decided = new WeakMap<RequestContext, Decided>();
  const beslis = stand.beleid === undefined ? undefined : beslisser(stand.beleid);

  async function decide(request: ResolvedRequest): Promise<Decided> {
    const { operation, document, contextValue } = request;
    if (operation === undefined) throw new KetenFout('OPERATIE_ONBEKEND');
    if (operation.operation === 'subscription') throw new KetenFout('OPERATIE_NIET_ONDERSTEUND');
    const prepared = prepare({
      document,
      operation,
      queryHash: request.queryHash,
      operationName: request.operationName,
    });
    const sent = request.request.variables ?? {};
    const coerced = prepared.coerceVariables(sent);
    checkCost(prepared.costOf(coerced), limits);
    const { betrokkene, verwerkingsactiviteit } = contextValue;
    const variables = { sent, coerced };
    if (beslis === undefined) return { prepared, variables, toegang: undefined };
    if (betrokkene === undefined) throw new KetenFout('NIET_AANGEMELD');
    const { dekking, argumenten } = prepared;
    const toegang = await beslis({
      betrokkene,
      verwerkingsactiviteit,
      dekking,
      argumenten,
      variabelen: coerced,
      nu: new Date(),
    });
    return { prepared, variables, toegang };
  }

  async function execute(context: RequestContext): Promise<OperationResult> {
    const { prepared, variables, toegang } = decided.get(context) ?? missing();
    const { trace, deadline, signal } = context;
    const run = await prepared.executor();
    return run(
      variables,
      transport.scoped({ makeHeaders, toegang, traceparent: traceparentOf(trace), deadline, signal }),
    );
  }

  return {
    plugin: {
      requestDidStart: async () => ({
        didResolveOperation: async (request) => {
          decided.set(request.contextValue, await decide(request as ResolvedRequest));
        },
      }),
    },
    gateway: {
      onSchemaLoadOrUpdate(callback) {
        callback({ apiSchema: stand.schema, coreSupergraphSdl: stand.supergraph });
        return () => {};
      },
      load: async () => ({ executor: ({ context }) => execute(context as unknown as RequestContext) }),
      stop: async () => {},
    },
  };
}

type ResolvedRequest = GraphQLRequestContext<RequestContext> & {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode | undefined;
  readonly operationName: string | null;
  readonly queryHash: string;
};

function missing(): never {
  throw new KetenFout('INTERNE_FOUT', 'An operation reached execution without a decision.');
}
