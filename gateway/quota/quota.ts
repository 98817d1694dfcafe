import type { QuotumRegel } from '../../schema/beleid/laad-quota.ts';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import type { Betrokkene } from '../identity/betrokkene.ts';
import { applicableQuota, type Counted } from './applicable-quota.ts';
import type { Count } from './counters.ts';

/** Who asks what, as far as limits are concerned. */
export interface Asked {
  readonly betrokkene: Betrokkene;
  readonly soort: Counted['soort'];
  readonly documentId: string | undefined;
}

/** The limits of a Stand. Each throws KetenFout QUOTUM_BEREIKT with the seconds to wait. */
export interface Quota {
  /** Counts a question, whatever becomes of it. */
  readonly asked: (asked: Asked) => Promise<void>;
  /** Counts the data groups that a question was granted. */
  readonly granted: (asked: Asked, groepen: Iterable<string>) => Promise<void>;
}

/** The limits as a part of the decision: on asking at all, and on what is granted. */
export function quotaOf(regels: readonly QuotumRegel[], count: Count): Quota {
  const onAsking = regels.filter(({ gegevensgroep }) => gegevensgroep === undefined);
  const onGroups = regels.filter(({ gegevensgroep }) => gegevensgroep !== undefined);

  async function take(
    lines: readonly QuotumRegel[],
    { betrokkene, soort, documentId }: Asked,
  ): Promise<void> {
    const { organisatie, sub } = betrokkene;
    const applicable = applicableQuota(lines, { organisatie, soort, documentId });
    const waits = await Promise.all(
      applicable.map(({ quotum, vraag }) => {
        const { per, gegevensgroep = '', aantal, seconden } = quotum;
        return count(
          { name: `${per}:${vraag}:${gegevensgroep}`, points: aantal, seconds: seconden },
          per === 'organisatie' ? [organisatie] : [organisatie, sub],
        );
      }),
    );
    const over = waits.findIndex((wait) => wait !== undefined);
    if (over === -1) return;
    const { quotum, vraag } = applicable[over] ?? {};
    throw new KetenFout('QUOTUM_BEREIKT', `The limit of line ${quotum?.regel} of quota.csv was reached.`, {
      wachtSeconden: Math.max(...waits.map((wait) => wait ?? 0)),
      vraag,
      gegevensgroep: quotum?.gegevensgroep,
      aantal: quotum?.aantal,
      seconden: quotum?.seconden,
    });
  }

  return Object.freeze({
    asked: (asked: Asked) => take(onAsking, asked),
    granted: async (asked: Asked, groepen: Iterable<string>) => {
      if (onGroups.length === 0) return;
      const given = new Set(groepen);
      const lines = onGroups.filter(({ gegevensgroep = '' }) => given.has(gegevensgroep));
      if (lines.length > 0) await take(lines, asked);
    },
  });
}
