import { type Logger, pino } from 'pino';

/**
 * The log of the gateway: one JSON line an event, on standard output. What could name a person is cut out,
 * also where somebody logs it by mistake.
 */
export function makeLogger(level: string): Logger {
  return pino({
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
  });
}
