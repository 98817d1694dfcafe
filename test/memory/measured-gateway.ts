import { pino } from 'pino';
import { readConfig } from '../../gateway/config.ts';
import { startGateway } from '../../gateway/start-gateway.ts';

// The gateway in a process of its own that says how much its heap holds when all that can go has gone.
if (globalThis.gc === undefined) throw new Error('Needs --expose-gc.');
const { url } = await startGateway(readConfig(process.env, process.argv.slice(2)), pino({ level: 'warn' }));

process.on('message', () => {
  // Twice: what one collection finalises, the next can free.
  void globalThis.gc?.();
  void globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send?.({ heapUsed, external, rss });
});
process.once('disconnect', () => process.exit(0));
process.send?.({ url });
