import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import type { OperationDefinitionNode } from 'graphql';
import { KetenFout } from '../schema/fouten/keten-fout.ts';
import { beslisser } from './authorisation/beslis.ts';
import type { Toegang } from './authorisation/toegang.ts';
import type { AnswerKnown, GatewayInterface } from './engine.ts';
import type { OperationResult, OperationVariables } from './execution/compile-operation.ts';
import { checkCost, type Limits } from './http/limits.ts';
import { traceparentOf } from './observability/trace.ts';
import type { KnownOperations, OperationRequest } from './known-operations.ts';
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
  readonly known: Pick<KnownOperations, 'find' | 'prepare'>;
}

/** The two places where Apollo Server lets us in, after it resolved the operation and instead of its execution; and a way past it. */
export interface RequestPipeline {
  readonly plugin: ApolloServerPlugin<RequestContext>;
  readonly gateway: GatewayInterface;
  readonly answerKnown: AnswerKnown;
}

/** A request under way: each of the two is begun once, whoever asks for it first. */
interface Begun {
  readonly decided: Promise<Decided>;
  result?: Promise<OperationResult>;
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
  const { known, transport, makeHeaders, limits } = options;
  // Apollo Server works with a copy of the context; its signal is one to a request.
  const begun = new WeakMap<AbortSignal, Begun>();
  const beslis = stand.beleid === undefined ? undefined : beslisser(stand.beleid);

  async function decide(
    request: ResolvedRequest,
    sent: Variables,
    context: RequestContext,
  ): Promise<Decided> {
    const { operation } = request;
    if (operation === undefined) throw new KetenFout('OPERATIE_ONBEKEND');
    if (operation.operation === 'subscription') throw new KetenFout('OPERATIE_NIET_ONDERSTEUND');
    const prepared = known.prepare({ ...request, operation });
    const coerced = prepared.coerceVariables(sent);
    checkCost(prepared.costOf(coerced), limits);
    const { betrokkene, verwerkingsactiviteit, reden } = context;
    const variables = { sent, coerced };
    if (beslis === undefined) return { prepared, variables, toegang: undefined };
    if (betrokkene === undefined) throw new KetenFout('NIET_AANGEMELD');
    const { dekking, argumenten } = prepared;
    const toegang = await beslis({
      betrokkene,
      verwerkingsactiviteit,
      reden,
      dekking,
      argumenten,
      variabelen: coerced,
      nu: new Date(),
    });
    return { prepared, variables, toegang };
  }

  async function execute(decided: Promise<Decided>, context: RequestContext): Promise<OperationResult> {
    const { prepared, variables, toegang } = await decided;
    const { trace, deadline, signal } = context;
    const run = await prepared.executor();
    return run(
      variables,
      transport.scoped({ makeHeaders, toegang, traceparent: traceparentOf(trace), deadline, signal }),
    );
  }

  function begin(request: ResolvedRequest, sent: Variables, context: RequestContext): Begun {
    const started = begun.get(context.signal) ?? { decided: decide(request, sent, context) };
    begun.set(context.signal, started);
    return started;
  }

  function resultOf(context: RequestContext): Promise<OperationResult> {
    const started = begun.get(context.signal) ?? missing();
    started.result ??= execute(started.decided, context);
    return started.result;
  }

  return {
    plugin: {
      requestDidStart: async () => ({
        didResolveOperation: async (request) => {
          const { document, operation, queryHash, operationName } = request as ApolloRequest;
          const resolved = { document, operation, queryHash, operationName };
          await begin(resolved, request.request.variables ?? {}, request.contextValue).decided;
        },
      }),
    },
    answerKnown: async ({ query, operationName, variables }, context) => {
      const operation = known.find(query, operationName);
      if (operation === undefined) return undefined;
      begin(operation, variables, context);
      try {
        const { data, errors } = await resultOf(context);
        return errors === undefined ? data : undefined;
      } catch {
        return undefined;
      }
    },
    gateway: {
      onSchemaLoadOrUpdate(callback) {
        callback({ apiSchema: stand.schema, coreSupergraphSdl: stand.supergraph });
        return () => {};
      },
      load: async () => ({ executor: ({ context }) => resultOf(context as unknown as RequestContext) }),
      stop: async () => {},
    },
  };
}

type Variables = Readonly<Record<string, unknown>>;

/** A validated document, and which of its operations is asked. */
interface ResolvedRequest extends Omit<OperationRequest, 'operation'> {
  readonly operation: OperationDefinitionNode | undefined;
}

type ApolloRequest = GraphQLRequestContext<RequestContext> & ResolvedRequest;

function missing(): never {
  throw new KetenFout('INTERNE_FOUT', 'An operation reached execution without a decision.');
}
