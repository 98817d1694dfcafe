import { KetenFout } from '../fouten/keten-fout.ts';

/** One fault in a data file: the line (from 1) where that is known, and the reason in English. */
export interface Bestandsgebrek {
  readonly regel?: number;
  readonly reden: string;
}

/** The error BESTAND_ONGELDIG, which names the file and every fault found in it. */
export function bestandFout(
  bestand: string,
  gebreken: readonly Bestandsgebrek[],
  cause?: unknown,
): KetenFout {
  const reden = gebreken
    .map((gebrek) => `${bestand}${gebrek.regel === undefined ? '' : `:${gebrek.regel}`}: ${gebrek.reden}`)
    .join('\n');
  return new KetenFout(
    'BESTAND_ONGELDIG',
    reden,
    { bestand, gebreken },
    cause === undefined ? undefined : { cause },
  );
}
