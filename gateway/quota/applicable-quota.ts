import { ELKE, type QuotumRegel, VRIJ } from '../../schema/beleid/laad-quota.ts';
import { ALLE } from '../../schema/beleid/matrix-regel.ts';
import type { Organisatiesoort } from '../../schema/codelijsten/organisatiesoorten.ts';
import type { Limit } from './counters.ts';

/** What of a request decides which limits hold for it. */
export interface Counted {
  /** Code of the organisation that asks. */
  readonly organisatie: string;
  /** Its kind; absent when nobody knows it. */
  readonly soort: Organisatiesoort | undefined;
  /** The id of the trusted document; absent for a free operation. */
  readonly documentId: string | undefined;
}

/** A limit that holds for a request, under which name of the question it counts, and what counts it. */
export interface ApplicableQuotum {
  readonly quotum: QuotumRegel;
  readonly vraag: string;
  readonly limit: Limit;
}

/**
 * The limits that hold for a request: of those on the same, the most precise one about the organisation, and one on the
 * very document before the one on each.
 */
export function applicableQuota(
  quota: readonly QuotumRegel[],
  { organisatie, soort, documentId }: Counted,
): readonly ApplicableQuotum[] {
  const best = new Map<string, ApplicableQuotum>();
  for (const quotum of quota) {
    const vraag = questionOf(quotum, documentId);
    const fits =
      (quotum.organisatie === ALLE || quotum.organisatie === organisatie) &&
      (quotum.organisatiesoort === ALLE || quotum.organisatiesoort === soort);
    if (vraag === undefined || !fits) continue;
    const { per, gegevensgroep = '', aantal, seconden } = quotum;
    const what = [per, vraag, gegevensgroep, seconden].join(':');
    const other = best.get(what);
    if (other === undefined || precision(quotum) > precision(other.quotum)) {
      best.set(what, {
        quotum,
        vraag,
        limit: { name: `${what}:${aantal}`, points: aantal, seconds: seconden },
      });
    }
  }
  return [...best.values()];
}

/** The name under which a question counts; `undefined` when the limit is about others. */
function questionOf({ vraag }: QuotumRegel, documentId: string | undefined): string | undefined {
  if (vraag === ALLE) return ALLE;
  if (vraag === VRIJ) return documentId === undefined ? VRIJ : undefined;
  return vraag === ELKE || vraag === documentId ? documentId : undefined;
}

function precision({ organisatie, organisatiesoort, vraag }: QuotumRegel): number {
  return (organisatie === ALLE ? 0 : 4) + (organisatiesoort === ALLE ? 0 : 2) + (vraag === ELKE ? 0 : 1);
}
