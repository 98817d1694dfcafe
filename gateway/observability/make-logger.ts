import { type Logger, pino } from 'pino';

/**
 * The log of the gateway: one JSON line an event, on standard output. What could name a person is cut out,
 * also where somebody logs it by mistake.
 * @param werker the number of this process, when several write this log
 */
export function makeLogger(level: string, werker?: number): Logger {
  const output = pino.destination(1);
  // On a full disk lines are lost and the gateway goes on: what must not be lost stands in the logboek.
  output.on('error', () => {});
  const options = {
    level,
    name: 'gateway',
    redact: {
      paths: [
        'variables',
        '*.variables',
        'authorization',
        '*.authorization',
        'ketentoken',
        '*.ketentoken',
        'query',
        '*.query',
      ],
      remove: true,
    },
  };
  const logger = pino(options, output);
  return werker === undefined ? logger : logger.child({ werker });
}
