import type { ApolloServerOptionsWithGateway, ApolloServerPlugin, BaseContext } from '@apollo/server';
import { KetenFout } from '../schema/fouten/keten-fout.ts';
import { authorisationDirectives } from './authorisation/beleidseis.ts';
import { parseSupergraph } from './parse-supergraph.ts';
import type { AnswerData } from './execution/answer-data.ts';
import type { AcceptedRequest } from './http/accept-request.ts';
import type { RequestContext } from './request-context.ts';

/** The place in Apollo Server where an executor goes. */
export type GatewayInterface = ApolloServerOptionsWithGateway<BaseContext>['gateway'];

/**
 * Answers a request of which the document was validated before, when nothing is wrong with it: there is nothing left for
 * Apollo Server to do then. Else it answers nothing, and what was decided and fetched waits in the context for Apollo Server,
 * which puts every refusal and failure into words. It never throws.
 */
export type AnswerKnown = (
  asked: Pick<AcceptedRequest, 'query' | 'operationName' | 'variables'>,
  context: RequestContext,
) => Promise<AnswerData | undefined>;

/** What Apollo Server runs: an executor for its operations, and what listens along. */
export interface Engine {
  readonly gateway: GatewayInterface;
  readonly plugins: readonly ApolloServerPlugin<RequestContext>[];
  /** A way past Apollo Server, where the engine has one. */
  readonly answerKnown?: AnswerKnown;
}

/**
 * The reference engine, stock @apollo/gateway, to compare with. It knows no authorisation, limits or deadline of ours.
 * @throws KetenFout INSTELLINGEN_ONGELDIG when the package is not installed
 */
export async function apolloEngine(supergraphSdl: string): Promise<Engine> {
  // It reports usage to its vendor unless this is set before it is constructed.
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
  try {
    const { ApolloGateway } = await import('@apollo/gateway');
    const gateway = new ApolloGateway({ supergraphSdl });
    return { gateway: gateway as unknown as GatewayInterface, plugins: [] };
  } catch (cause) {
    throw new KetenFout(
      'INSTELLINGEN_ONGELDIG',
      '--engine apollo needs the package @apollo/gateway.',
      {},
      { cause },
    );
  }
}

/**
 * Guards the mode without authorisation: a supergraph that asks for it is not run without it.
 * @throws KetenFout ONBEVEILIGD_GEWEIGERD naming the directives; BESTAND_ONGELDIG
 */
export function refuseAuthorised(supergraphSdl: string): void {
  const found = [...authorisationDirectives(parseSupergraph(supergraphSdl)).keys()];
  if (found.length === 0) return;
  const names = found.map((name) => `@${name}`).join(', ');
  throw new KetenFout('ONBEVEILIGD_GEWEIGERD', `The supergraph carries ${names}.`);
}
