import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { type Foutcode, foutsoort } from '../../schema/fouten/catalogus.ts';
import { type AnswerType, contentType } from './answer-type.ts';
import { maskError } from './mask-error.ts';

/** What of a request decides the form of its answer. */
export interface AnswerContext {
  readonly trace: { readonly traceId: string };
  readonly answerType: AnswerType;
  /** What the log says of the outcome. */
  readonly outcome: { codes: readonly string[] };
}

/**
 * Gives every answer its trace, also every error in it, and its media type and status as GraphQL over HTTP wants
 * them: a request that was refused has a status of its own as `application/graphql-response+json`, and 200 as
 * `application/json`.
 * @param onUnexpected told of every error that is nobody's but ours
 */
export function answerPlugin<Context extends AnswerContext>(
  onUnexpected: (error: unknown, traceId: string) => void,
): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      didEncounterErrors: async ({ errors, contextValue }) => {
        for (const error of errors) {
          const { extensions } = maskError(error.toJSON(), error);
          if (!isOurs(extensions?.['code'])) continue;
          const { originalError } = error;
          onUnexpected(originalError?.cause ?? originalError ?? error, contextValue.trace.traceId);
        }
      },
      willSendResponse: async ({ response, contextValue }) => finish(response, contextValue),
    }),
  };
}

/** What a client cannot help, and what no source is to blame for. */
function isOurs(code: unknown): boolean {
  return code === 'INTERNE_FOUT' || code === 'PLAN_MISLUKT';
}

function finish(
  { body, http }: GraphQLRequestContext<AnswerContext>['response'],
  { trace: { traceId }, answerType, outcome }: AnswerContext,
): void {
  http.headers.set('content-type', contentType(answerType));
  if (body?.kind !== 'single') return;
  const { singleResult } = body;
  singleResult.extensions = { ...singleResult.extensions, traceId };
  if (singleResult.errors === undefined) return;
  singleResult.errors = singleResult.errors.map((error) => ({
    ...error,
    extensions: { ...error.extensions, traceId },
  }));
  const codes = singleResult.errors.map(({ extensions }) => String(extensions?.['code'])) as Foutcode[];
  outcome.codes = [...new Set(codes)];
  const wait = singleResult.errors.map(({ extensions }) => extensions?.['wachtSeconden']).find(isSeconds);
  if (wait !== undefined) http.headers.set('retry-after', String(wait));
  if (singleResult.data !== undefined) return;
  delete singleResult.data;
  const [code] = codes;
  const status = (code === undefined ? undefined : foutsoort(code)?.http) ?? 500;
  http.status =
    answerType === 'application/json' && status >= 400 && status < 500 && status !== 401 ? 200 : status;
}

function isSeconds(value: unknown): value is number {
  return typeof value === 'number';
}
