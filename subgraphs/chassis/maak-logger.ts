import { type Logger, pino } from 'pino';

/**
 * A logger on standard output. It is given names, codes and counts, never values; should a header or
 * an argument get in by mistake, the redaction keeps it from being written.
 */
export function maakLogger(naam: string, niveau: string): Logger {
  const uitvoer = pino.destination(1);
  // On a full disk these lines are lost and the subgraph goes on: what must not be lost stands in the logboek.
  uitvoer.on('error', () => undefined);
  const opties = {
    name: naam,
    level: niveau,
    redact: {
      paths: ['*.headers', '*.body', '*.variables', '*.args', 'headers', 'body', 'variables', 'args'],
      remove: true,
    },
  };
  return pino(opties, uitvoer);
}
