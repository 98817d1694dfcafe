import { foutsoort } from '../schema/fouten/catalogus.ts';
import { KetenFout } from '../schema/fouten/keten-fout.ts';
import { readConfig } from './config.ts';
import { makeLogger } from './observability/make-logger.ts';
import { startGateway } from './start-gateway.ts';

try {
  const config = readConfig(process.env, process.argv.slice(2));
  const gateway = await startGateway(config, makeLogger(config.LOGNIVEAU));
  let stopping: Promise<void> | undefined;
  const stop = (): void => {
    stopping ??= gateway.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', stop);
  process.send?.({ soort: 'gereed', url: gateway.url });
} catch (error) {
  if (!(error instanceof KetenFout)) throw error;
  process.stderr.write(`${error.code}: ${error.message}\n${error.reden}\n${foutsoort(error.code).doen}\n`);
  process.exitCode = 1;
  process.disconnect?.();
}
