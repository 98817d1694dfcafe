import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { foutcodeVan, maskeerFout } from '../errors/maskeer-fout.ts';
import type { Vraag } from '../transaction/in-een-transactie.ts';
import type { Aanroep } from '../verification/aanroep.ts';

/** What Apollo Server passes from the HTTP request to the execution. */
export interface HttpContext {
  readonly aanroep: Aanroep;
}

/** An answer without data (the logboek is away) is an answer: 200, where Apollo Server would say 400. */
const uitgevoerdIs200: ApolloServerPlugin<HttpContext> = {
  requestDidStart: async () => {
    let uitgevoerd = false;
    return {
      executionDidStart: async () => {
        uitgevoerd = true;
      },
      willSendResponse: async ({ response }) => {
        if (uitgevoerd) response.http.status = 200;
      },
    };
  },
};

/** Settings of `maakApollo`. */
export interface ApolloOpties {
  readonly schema: GraphQLSchema;
  /** Answers one validated question. */
  readonly antwoord: (vraag: Vraag) => Promise<ExecutionResult>;
  readonly logger: Logger;
}

/**
 * Apollo Server for GraphQL over HTTP, parsing and validation. Execution is ours: it stands where a
 * gateway would, so that a whole answer falls within one transaction.
 */
export function maakApollo({ schema, antwoord, logger }: ApolloOpties): ApolloServer<HttpContext> {
  return new ApolloServer<HttpContext>({
    gateway: {
      onSchemaLoadOrUpdate: (meld) => {
        meld({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      load: async () => ({
        executor: ({ context, document, operationName, request }) =>
          antwoord({
            aanroep: (context as unknown as HttpContext).aanroep,
            document,
            operationName,
            variables: request.variables ?? {},
          }) as Promise<ExecutionResult<Record<string, unknown>, Record<string, unknown>>>,
      }),
      stop: async () => undefined,
    },
    plugins: [
      uitgevoerdIs200,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
    // Every call was signed by the gateway: no browser can make one.
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    introspection: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    formatError: ({ path }, fout) => maskeerFout(foutcodeVan(fout), path),
    logger,
  });
}
