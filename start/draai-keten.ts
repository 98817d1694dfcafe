import { alsMapFout, openDataMap } from './data-map.ts';
import { bootstrap } from './database/bootstrap.ts';
import type { Instellingen } from './instellingen.ts';
import { type LockRecord, takeLock } from './lock/take-lock.ts';
import {
  adressenVan,
  type Adressen,
  type Omgeving,
  type Onderdeel,
  onderdelen,
  processOf,
  SUBGRAPHNAMEN,
} from './onderdelen.ts';
import { checkPorts } from './ports/check-ports.ts';
import { beginPostgres } from './postgres/begin-postgres.ts';
import type { RunningProcess } from './processes/begin-process.ts';
import { Opzichter } from './processes/opzichter.ts';
import { stopLeftovers } from './processes/stop-leftovers.ts';
import { waitUntilReady } from './processes/wait-until-ready.ts';
import { ensureSleutels } from './sleutels/ensure-sleutels.ts';

const READY_WITHIN = 120_000;
const PORT_PATIENCE = 1_000;

/** What running the chain is told, and whom it tells. */
export interface KetenOpties {
  readonly instellingen: Instellingen;
  /** Given: everything that was begun is stopped, whatever stage that is. */
  readonly signal: AbortSignal;
  /** Called when the data folder turns out to be somebody else's; nothing is begun then. */
  readonly draaitAl: (houder: LockRecord) => Promise<void>;
  /** Called when every part is ready. `database`: where it is, a folder or the name of the setting that says where. */
  readonly gereed: (adressen: Adressen, database: string) => void;
  /** Called when there is something to end at once: `hardStop` does, without waiting. */
  readonly begonnen: (hardStop: () => void) => void;
  /** The parts of the chain. Default: ours; tests put small ones here. */
  readonly onderdelen?: (omgeving: Omgeving) => readonly Onderdeel[];
}

/**
 * Runs the chain until `signal` is given or a part ends, and stops it in the opposite order:
 * gateway, subgraphs, issuer, database, lock. Returns when all of that is done. Throws a KetenFout when
 * something stands in the way of starting, and PROCES_GESTOPT when a part ends by itself.
 */
export async function draaiKeten(opties: KetenOpties): Promise<void> {
  const { instellingen, signal } = opties;
  const plaatsen = openDataMap(instellingen.map);
  await using stapel = new AsyncDisposableStack();

  const adressen = adressenVan(instellingen);
  const uitkomst = takeLock(instellingen.map, adressen);
  if (uitkomst.soort === 'bezet') return opties.draaitAl(uitkomst.houder);
  stapel.defer(uitkomst.lock.release);

  const opzichter = new Opzichter(plaatsen.processen);
  opties.begonnen(() => {
    opzichter.hardStop();
    uitkomst.lock.release();
  });
  const begin = async (onderdeel: Onderdeel, omgeving: Omgeving): Promise<RunningProcess> => {
    signal.throwIfAborted();
    const running = await opzichter.begin(processOf(onderdeel, omgeving));
    stapel.defer(() => opzichter.stop(running));
    opzichter.watch(running);
    return running;
  };

  try {
    await stopLeftovers(plaatsen.processen);
    await checkPorts(portsOf(adressen), PORT_PATIENCE);
    await ensureSleutels(plaatsen);
    const beheer = eigenDatabase(instellingen) ?? (await beginDatabase());
    const databases = await bootstrap(beheer.url, SUBGRAPHNAMEN, plaatsen.rollen);
    const omgeving = { instellingen, plaatsen, adressen, databases };
    const running: RunningProcess[] = [];
    for (const onderdeel of (opties.onderdelen ?? onderdelen)(omgeving))
      running.push(await begin(onderdeel, omgeving));
    await Promise.race([allReady(running), opzichter.failure, aborted(signal)]);
    opties.gereed(adressen, beheer.plaats);
    await Promise.race([opzichter.failure, aborted(signal)]);
  } catch (error) {
    if (!signal.aborted) throw alsMapFout(instellingen.map, error);
  }

  async function beginDatabase(): Promise<Database> {
    const { running, url, data } = await beginPostgres(plaatsen, opzichter, signal);
    stapel.defer(() => opzichter.stop(running));
    return { url, plaats: data };
  }

  async function allReady(running: readonly RunningProcess[]): Promise<void> {
    // At the same time: when a part hangs, the deadline of this says so, and which one.
    const gateway = waitUntilReady(adressen.gereed, READY_WITHIN, signal);
    await Promise.all([gateway, ...running.map(({ ready }) => ready)]);
  }
}

/** URL of the administrator of a database, and where that database is for people to read. */
interface Database {
  readonly url: string;
  readonly plaats: string;
}

function eigenDatabase({ databaseUrl }: Instellingen): Database | undefined {
  return databaseUrl === undefined ? undefined : { url: databaseUrl, plaats: 'die van DATABASE_URL' };
}

function portsOf({ poorten }: Adressen): { naam: string; poort: number }[] {
  return Object.entries(poorten).map(([naam, poort]) => ({ naam, poort }));
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
