import { isatty } from 'node:tty';
import { toonFout } from '../../schema/fouten/toon-fout.ts';
import type { Transactie } from './database/databank.ts';
import { leesInstellingen } from './settings/instellingen.ts';
import { startSubgraph } from './start-subgraph.ts';
import type { SubgraphDefinition } from './subgraph-definition.ts';

/**
 * Runs a subgraph as a process: settings from the environment, `{ soort: 'gereed', url }` to the
 * parent once it can be used, keys read again on SIGHUP, a clean end on SIGTERM, SIGINT and when the parent goes away. A start
 * that fails writes one readable block to stderr and ends the process with 1.
 */
export async function startAlsProces<Tx extends Transactie, Loaders>(
  definition: SubgraphDefinition<Tx, Loaders>,
): Promise<void> {
  let stop = async (): Promise<void> => undefined;
  let herlees = (): void => undefined;
  let isGestopt = false;
  const beeindig = (): void => {
    if (isGestopt) return;
    isGestopt = true;
    void stop().finally(() => process.exit(0));
  };
  // From the first moment: a parent that goes away during the start must not leave this process behind.
  for (const einde of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(einde, beeindig);
  // A terminal that closes sends the same signal as whoever replaced a key.
  const inTerminal = isatty(0);
  process.on('SIGHUP', () => (inTerminal && !isatty(0) ? beeindig() : herlees()));
  try {
    const subgraph = await startSubgraph(definition, leesInstellingen(process.env));
    stop = subgraph.stop;
    herlees = () => {
      try {
        subgraph.herlees();
      } catch (fout) {
        process.stderr.write(`${definition.naam}: ${toonFout(fout)}`);
      }
    };
    process.send?.({ soort: 'gereed', url: subgraph.url });
  } catch (fout) {
    process.stderr.write(`${definition.naam}: ${toonFout(fout)}`);
    process.exit(1);
  }
}
