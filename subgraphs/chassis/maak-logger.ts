import { type Logger, pino } from 'pino';

/**
 * A logger on standard output. It is given names, codes and counts, never values; should a header or
 * an argument get in by mistake, the redaction keeps it from being written.
 */
export function maakLogger(naam: string, niveau: string): Logger {
  return pino({
    name: naam,
    level: niveau,
    redact: {
      paths: ['*.headers', '*.body', '*.variables', '*.args', 'headers', 'body', 'variables', 'args'],
      remove: true,
    },
  });
}
