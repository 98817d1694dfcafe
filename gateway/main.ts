import cluster from 'node:cluster';
import { isatty } from 'node:tty';
import { toonFout } from '../schema/fouten/toon-fout.ts';
import { readConfig } from './config.ts';
import { makeLogger } from './observability/make-logger.ts';
import { runWorkers } from './run-workers.ts';
import { becomeWorker } from './worker.ts';

/** A worker that is asked to stop finishes its requests; this is what ending itself may take, in milliseconds. */
const ENDING_MS = 2_000;

let stop = async (): Promise<void> => {};
let reload = (): void => {};
let isStopping = false;
const end = (code: number): void => {
  if (isStopping) return;
  isStopping = true;
  void stop().finally(() => process.exit(code));
};
// From the first moment: a parent that goes away during the start must not leave this process behind.
for (const reason of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(reason, () => end(0));

// A terminal that closes sends the same signal as whoever wants a reload.
const inTerminal = isatty(0);
process.on('SIGHUP', () => (inTerminal && !isatty(0) ? end(0) : reload()));

try {
  const worker = becomeWorker({ onStop: () => end(0), onReload: () => reload() });
  const config = readConfig(process.env, process.argv.slice(2));
  const logger = makeLogger(config.LOGNIVEAU, worker?.nummer);
  if (config.WERKERS > 1 && cluster.isPrimary) {
    const { leadCounters } = await import('./quota/lead-counters.ts');
    const workers = await runWorkers({
      count: config.WERKERS,
      drainMs: config.TERMIJN_MS + ENDING_MS,
      logger,
      env: leadCounters(),
      onGivenUp: (fout) => {
        process.stderr.write(toonFout(fout));
        end(1);
      },
    });
    ({ stop, reload } = workers);
    process.send?.({ soort: 'gereed', url: workers.url });
  } else {
    // The first of several processes has no use for any of this.
    const { startGateway } = await import('./start-gateway.ts');
    const gateway = await startGateway(config, logger, worker?.stand);
    ({ stop } = gateway);
    reload = () => void gateway.reload();
    process.send?.({ soort: 'gereed', url: gateway.url });
  }
} catch (error) {
  process.stderr.write(toonFout(error));
  process.exit(1);
}
