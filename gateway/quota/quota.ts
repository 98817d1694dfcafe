import type { QuotumRegel } from '../../schema/beleid/laad-quota.ts';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import type { Betrokkene } from '../identity/betrokkene.ts';
import { LRUCache } from 'lru-cache';
import { type ApplicableQuotum, applicableQuota, type Counted } from './applicable-quota.ts';
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
  readonly granted: (asked: Asked, groepen: Granted) => Promise<void>;
}

/** The data groups that were granted. */
export interface Granted {
  readonly has: (gegevensgroep: string) => boolean;
}

/** For so many combinations of organisation and question is remembered which limits hold. */
const REMEMBERED = 10_000;

/** The limits as a part of the decision: on asking at all, and on what is granted. */
export function quotaOf(regels: readonly QuotumRegel[], count: Count): Quota {
  const onAsking = applicableOf(regels.filter(({ gegevensgroep }) => gegevensgroep === undefined));
  const onGroups = applicableOf(regels.filter(({ gegevensgroep }) => gegevensgroep !== undefined));

  async function take(
    applicable: readonly ApplicableQuotum[],
    { organisatie, sub }: Betrokkene,
  ): Promise<void> {
    const waits = await Promise.all(
      applicable.map(({ quotum, limit }) =>
        count(limit, quotum.per === 'organisatie' ? [organisatie] : [organisatie, sub]),
      ),
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
    asked: (asked: Asked) => take(onAsking(asked), asked.betrokkene),
    granted: async (asked: Asked, groepen: Granted) => {
      const given = onGroups(asked).filter(({ quotum }) => groepen.has(quotum.gegevensgroep ?? ''));
      if (given.length > 0) await take(given, asked.betrokkene);
    },
  });
}

/** Finds the limits that hold, once for each organisation and question. */
function applicableOf(regels: readonly QuotumRegel[]): (asked: Asked) => readonly ApplicableQuotum[] {
  const found = new LRUCache<string, readonly ApplicableQuotum[]>({ max: REMEMBERED });
  return ({ betrokkene: { organisatie }, soort, documentId }) => {
    const key = `${documentId ?? ''} ${organisatie}`;
    const known = found.get(key) ?? applicableQuota(regels, { organisatie, soort, documentId });
    found.set(key, known);
    return known;
  };
}
