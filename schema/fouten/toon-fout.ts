import { foutsoort } from './catalogus.ts';
import { KetenFout } from './keten-fout.ts';

/**
 * One readable block about an error for a terminal: code, Dutch message, English reason, what to do.
 * What is not a KetenFout is shown with its stack: it is a fault of ours.
 */
export function toonFout(error: unknown): string {
  if (!(error instanceof KetenFout)) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `INTERNE_FOUT\n  ${foutsoort('INTERNE_FOUT').nl}\n\n${stack}\n`;
  }
  const reden = error.reden.split('\n').join('\n  ');
  return `${error.code}\n  ${error.message}\n  ${reden}\n  ${foutsoort(error.code).doen}\n`;
}
