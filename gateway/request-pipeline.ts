import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import type { OperationDefinitionNode } from 'graphql';
import { KetenFout } from '../schema/fouten/keten-fout.ts';
import { beslisser } from './authorisation/beslis.ts';
import { schemasFor } from './authorisation/introspection.ts';
import type { Toegang } from './authorisation/toegang.ts';
import type { AnswerKnown, GatewayInterface } from './engine.ts';
import type { OperationResult, OperationVariables } from './execution/compile-operation.ts';
import { checkCost, type Limits } from './http/limits.ts';
import { traceparentOf } from './observability/trace.ts';
import type { KnownOperations, OperationRequest } from './known-operations.ts';
import type { PreparedOperation } from './prepared-operation.ts';
import type { Count } from './quota/counters.ts';
import { type Asked, quotaOf } from './quota/quota.ts';
import type { RequestContext } from './request-context.ts';
import type { Stand } from './stand.ts';
import type { MakeCallHeaders } from './transport/call-headers.ts';
import type { Transport } from './transport/transport.ts';

/** What the pipeline needs beside the Stand. */
export interface PipelineOptions {
  readonly transport: Transport;
  readonly makeHeaders: MakeCallHeaders;
  readonly limits: Limits;
  /** Counts for the limits on how often may be asked. */
  readonly count: Count;
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
  const { known, transport, makeHeaders, limits, count } = options;
  const quota = quotaOf(stand.quota, count);
  // Apollo Server works with a copy of the context; its signal is one to a request.
  const begun = new WeakMap<AbortSignal, Begun>();
  const beslis = stand.beleid === undefined ? undefined : beslisser(stand.beleid);
  const schemaFor =
    stand.beleid === undefined ? undefined : schemasFor(stand.schema, stand.eisen, stand.beleid);

  async function decide(
    request: ResolvedRequest,
    sent: Variables,
    context: RequestContext,
  ): Promise<Decided> {
    const { operation } = request;
    if (operation === undefined) throw new KetenFout('OPERATIE_ONBEKEND');
    if (operation.operation === 'subscription') throw new KetenFout('OPERATIE_NIET_ONDERSTEUND');
    const asked = askedIn(context);
    if (asked !== undefined) await quota.asked(asked);
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
    if (asked !== undefined) await quota.granted(asked, toegang.groepen);
    return { prepared, variables, toegang };
  }

  /** What the limits look at; nothing is limited without authorisation. */
  function askedIn({ betrokkene, documentId }: RequestContext): Asked | undefined {
    if (stand.beleid === undefined || betrokkene === undefined) return undefined;
    const { soort } = stand.beleid.ketenpartners.organisaties.get(betrokkene.organisatie) ?? {};
    return { betrokkene, soort, documentId };
  }

  async function execute(decided: Promise<Decided>, context: RequestContext): Promise<OperationResult> {
    const { prepared, variables, toegang } = await decided;
    const { trace, deadline, signal, betrokkene } = context;
    const run = await prepared.executor();
    const call = transport.scoped({
      makeHeaders,
      toegang,
      traceparent: traceparentOf(trace),
      deadline,
      signal,
    });
    return schemaFor === undefined || betrokkene === undefined
      ? run(variables, call)
      : run(variables, call, () => schemaFor(betrokkene));
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
