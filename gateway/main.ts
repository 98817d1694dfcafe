import { toonFout } from '../schema/fouten/toon-fout.ts';
import { readConfig } from './config.ts';
import { makeLogger } from './observability/make-logger.ts';
import { startGateway } from './start-gateway.ts';

let stop = async (): Promise<void> => {};
let isStopping = false;
const end = (): void => {
  if (isStopping) return;
  isStopping = true;
  void stop().finally(() => process.exit(0));
};
// From the first moment: a parent that goes away during the start must not leave this process behind.
for (const reason of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(reason, end);

try {
  const config = readConfig(process.env, process.argv.slice(2));
  const gateway = await startGateway(config, makeLogger(config.LOGNIVEAU));
  ({ stop } = gateway);
  process.send?.({ soort: 'gereed', url: gateway.url });
} catch (error) {
  process.stderr.write(toonFout(error));
  process.exit(1);
}
