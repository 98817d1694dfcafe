import type { Logger } from 'pino';
import { KetenFout } from '../schema/fouten/keten-fout.ts';
import type { Config } from './config.ts';
import { CurrentStand } from './current-stand.ts';
import { createServer } from './http/create-server.ts';
import { createIdentity } from './identity/identify.ts';
import { loadStand } from './load-stand.ts';
import { errorTraits } from './observability/error-traits.ts';
import { openCounters } from './quota/open-counters.ts';
import { type Reloaded, standReloader } from './reload-stand.ts';
import { requestStateOf } from './request-state.ts';
import { addRoutes } from './routes.ts';
import { serveStand } from './serve-stand.ts';
import type { ServedStand } from './served-stand.ts';
import type { Stand } from './stand.ts';
import { type Ketensleutels, leesKetensleutels } from './transport/ketensleutel.ts';
import { sharedTransports } from './transport/shared-transports.ts';
import { openTransport, type TransportOptions } from './transport/transport.ts';
import { transportReport } from './transport/transport-report.ts';
import type { Werkerstand } from './worker.ts';

/** A running gateway. */
export interface RunningGateway {
  /** The address of the GraphQL endpoint. */
  readonly url: string;
  /** Reads the keys again, and replaces the Stand by what its files say now, each when it is right; see `standReloader`. */
  readonly reload: () => Promise<Reloaded>;
  /** Finishes what is running and closes. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the gateway: policy and supergraph become a Stand, every stop of a request's way is built, and the endpoint
 * opens. Subgraphs and issuers may still be away.
 * @param werkers how the processes do that serve this port together; absent when this one is alone
 * @throws KetenFout BESTAND_ONGELDIG, INSTELLINGEN_ONGELDIG, ONBEVEILIGD_GEWEIGERD, POORT_BEZET
 */
export async function startGateway(
  config: Config,
  logger: Logger,
  werkers?: () => Werkerstand,
): Promise<RunningGateway> {
  const identity = config.UITGEVERS === undefined ? undefined : createIdentity(config.UITGEVERS);
  const sleutels =
    config.KETENTOKEN_SLEUTEL === undefined || config.zonderAutorisatie
      ? undefined
      : leesKetensleutels(config.KETENTOKEN_SLEUTEL);
  const counters = await openCounters(config, logger);
  const transportTo = sharedTransports((subgraphs) =>
    openTransport({ subgraphs, ...transportOf(config, logger) }),
  );
  const serve = (stand: Stand): Promise<ServedStand> =>
    serveStand(stand, { config, logger, transportTo, sleutels, count: counters.count });
  const current = new CurrentStand(await serve(await loadStand(config)), (error) =>
    logger.error(errorTraits(error), 'an old stand did not close'),
  );

  const server = await createServer({
    maxBodyBytes: config.MAX_AANROEP_BYTES,
    corsOorsprongen: config.CORS_OORSPRONGEN,
    traceIdOf: ({ request }) => requestStateOf(request).trace.traceId,
    requestMs: config.TERMIJN_MS,
    onError: (fout, request) => {
      const { trace, outcome } = requestStateOf(request);
      outcome.codes = [fout.code];
      const { traceId } = trace;
      if (fout.code === 'INTERNE_FOUT')
        logger.error({ traceId, ...errorTraits(fout.cause ?? fout) }, 'unexpected error');
      else if (fout.code === 'TOKEN_ONGELDIG') logger.warn({ traceId, reden: fout.reden }, 'token refused');
    },
  });
  addRoutes(server, {
    current,
    config,
    logger,
    identity: config.zonderAutorisatie ? undefined : identity,
    jwks: sleutels?.jwks,
    werkers,
  });
  const url = `${await listen(server.listen({ port: config.POORT, host: config.ADRES }), config.POORT)}/graphql`;
  const { stand } = current.served;
  logger.info(
    { url, stand: stand.versie, planner: stand.planner.name, engine: config.engine },
    'gateway listens',
  );
  const reloadStand = standReloader({
    current,
    logger,
    load: async (versie) => {
      const next = await loadStand(config);
      if (next.versie !== versie) return serve(next);
      await next.planner.close();
      return undefined;
    },
  });
  return {
    url,
    reload: () => {
      if (sleutels !== undefined) reloadKeys(sleutels, logger);
      return reloadStand();
    },
    stop: async () => {
      await server.close();
      await current.close();
      counters.close();
    },
  };
}

/** Takes up the keys as the file has them now; what cannot be read changes nothing. */
function reloadKeys(sleutels: Ketensleutels, logger: Logger): void {
  try {
    sleutels.herlees();
    const kids = sleutels.jwks().keys.map(({ kid }) => kid);
    logger.info({ kids, ondertekent: sleutels.huidige().kid }, 'keys read');
  } catch (error) {
    const reden = error instanceof KetenFout ? { code: error.code, reden: error.reden } : errorTraits(error);
    logger.error(reden, 'keys refused; those that run stay');
  }
}

function transportOf(config: Config, logger: Logger): Omit<TransportOptions, 'subgraphs'> {
  return {
    connections: config.VERBINDINGEN,
    maxAnswerBytes: config.MAX_ANTWOORD_BYTES,
    requestMs: config.TERMIJN_MS,
    breaker: {
      share: config.ONDERBREKER_PROCENT / 100,
      minimum: config.ONDERBREKER_AANROEPEN,
      openMs: config.ONDERBREKER_MS,
    },
    report: transportReport(logger),
  };
}

async function listen(listening: Promise<string>, poort: number): Promise<string> {
  try {
    return await listening;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE') {
      throw new KetenFout('POORT_BEZET', `Port ${poort} is in use.`, { poort }, { cause });
    }
    throw cause;
  }
}
