import type { CurrentStand } from './current-stand.ts';
import type { Identity } from './identity/identify.ts';
import type { Werkerstand } from './worker.ts';

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
  readonly current: CurrentStand;
  readonly identity: Identity | undefined;
  /** How the processes do that serve this port together; absent when there is one. */
  readonly werkers?: (() => Werkerstand) | undefined;
}

/** How long an answer about readiness counts, in milliseconds: however often it is asked, little is asked of others. */
const KEPT_MS = 1_000;

/** What is wrong with the keys of an issuer. */
const UITGEVER_REDEN = {
  vers: undefined,
  bewaard: 'its keys cannot be fetched: those of before go on',
  geen: 'its keys cannot be fetched: no token of it can be verified',
} as const;

/**
 * The gateway is ready when it can verify the tokens of some issuer and all its processes are there. An issuer that is
 * away is named, and keeps nothing back for the users of another. A subgraph that is away is named
 * but keeps nothing back: its part of an answer is missing and the others are there, and it is found again by the next
 * call.
 */
export function readinessOf(sources: ReadinessSources): () => Promise<Gereedheid> {
  let asked = 0;
  let answer: Promise<Gereedheid> | undefined;
  return async () => {
    if (answer === undefined || Date.now() - asked >= KEPT_MS) {
      asked = Date.now();
      answer = readiness(sources);
    }
    return withWorkers(await answer, sources.werkers?.());
  };
}

/** What this process was told of the others costs nobody anything: it is never kept. */
function withWorkers(answer: Gereedheid, werkers: Werkerstand | undefined): Gereedheid {
  if (werkers === undefined) return answer;
  const { gereed, van } = werkers;
  const onderdelen = [
    ...answer.onderdelen,
    onderdeel('werkers', gereed === van, `${gereed} of ${van} are ready`),
  ];
  return { gereed: answer.gereed && gereed === van, onderdelen };
}

async function readiness({ current, identity }: ReadinessSources): Promise<Gereedheid> {
  const { stand, transport } = current.served;
  const uitgevers = await Promise.all(
    (identity?.uitgevers ?? []).map(async ({ instelling, sleutels }) => {
      const staat = await sleutels.staat();
      const naam = `uitgever ${instelling.issuer}`;
      return { kanVerder: staat !== 'geen', deel: onderdeel(naam, staat === 'vers', UITGEVER_REDEN[staat]) };
    }),
  );
  const subgraphs = await Promise.all(
    Array.from(stand.subgraphs.keys(), async (name) =>
      transport.isInterrupted(name)
        ? onderdeel(`bron ${name}`, false, 'its circuit breaker is open: too many calls to it failed')
        : onderdeel(`bron ${name}`, await transport.isReady(name), 'it does not say that it is ready'),
    ),
  );
  return {
    gereed: identity === undefined || uitgevers.some(({ kanVerder }) => kanVerder),
    onderdelen: [
      onderdeel(`stand ${stand.versie.slice(0, 12)}`, true),
      ...uitgevers.map(({ deel }) => deel),
      ...subgraphs,
    ],
  };
}

function onderdeel(naam: string, gereed: boolean, reden?: string): Onderdeel {
  return gereed || reden === undefined ? { naam, gereed } : { naam, gereed, reden };
}
