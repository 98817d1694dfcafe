import type { Identity } from './identity/identify.ts';
import type { Stand } from './stand.ts';
import type { Transport } from './transport/transport.ts';

/** One part of the gateway's readiness. */
export interface Onderdeel {
  readonly naam: string;
  readonly gereed: boolean;
  /** Why not, for the operator. */
  readonly reden?: string;
}

/** Whether the gateway can be sent requests, and how each part does. */
export interface Gereedheid {
  readonly gereed: boolean;
  readonly onderdelen: readonly Onderdeel[];
}

/** What readiness looks at. */
export interface ReadinessSources {
  readonly stand: Stand;
  readonly identity: Identity | undefined;
  readonly transport: Transport;
}

/** How long an answer about readiness counts, in milliseconds: however often it is asked, little is asked of others. */
const KEPT_MS = 1_000;

/**
 * The gateway is ready when it can verify tokens. A subgraph that is away is named but keeps nothing back: its part
 * of an answer is missing and the others are there, and it is found again by the next call.
 */
export function readinessOf(sources: ReadinessSources): () => Promise<Gereedheid> {
  let asked = 0;
  let answer: Promise<Gereedheid> | undefined;
  return () => {
    if (answer === undefined || Date.now() - asked >= KEPT_MS) {
      asked = Date.now();
      answer = readiness(sources);
    }
    return answer;
  };
}

async function readiness({ stand, identity, transport }: ReadinessSources): Promise<Gereedheid> {
  const uitgevers = await Promise.all(
    (identity?.uitgevers ?? []).map(async ({ instelling, isBereikbaar }) =>
      onderdeel(`uitgever ${instelling.issuer}`, await isBereikbaar(), 'its keys cannot be fetched'),
    ),
  );
  const subgraphs = await Promise.all(
    Array.from(stand.subgraphs.keys(), async (name) =>
      transport.isInterrupted(name)
        ? onderdeel(`bron ${name}`, false, 'its circuit breaker is open: too many calls to it failed')
        : onderdeel(`bron ${name}`, await transport.isReady(name), 'it does not say that it is ready'),
    ),
  );
  return {
    gereed: uitgevers.every(({ gereed }) => gereed),
    onderdelen: [onderdeel(`stand ${stand.versie.slice(0, 12)}`, true), ...uitgevers, ...subgraphs],
  };
}

function onderdeel(naam: string, gereed: boolean, reden?: string): Onderdeel {
  return gereed || reden === undefined ? { naam, gereed } : { naam, gereed, reden };
}
