import { z } from 'zod';
import type { Transactie } from '../../chassis/database/databank.ts';
import { leesRijen } from '../../chassis/database/lees-rijen.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';

/** The data group whose scope bounds which use of noodtoegang somebody reviews: that of these organisations. */
export const NOODTOEGANG = 'verantwoording.noodtoegang';

const noodtoegangRij = z.object({
  id: z.string(),
  traceId: z.string(),
  tijd: z.string(),
  reden: z.string(),
  aantalPersonen: z.int(),
  oordeel: z.string().nullable(),
  verantwoordelijke: z.string(),
});

/** One use of noodtoegang as read: who it was is not in it. */
export type NoodtoegangRij = z.infer<typeof noodtoegangRij>;

/** Where a page of a week begins. */
export interface Weekvraag {
  /** Time and key of the last row of the page before. */
  readonly na: readonly [tijd: string, id: string];
  /** A day of the week, Monday to Sunday in Amsterdam: `JJJJ-MM-DD`. */
  readonly weekVan: string;
  readonly aantal: number;
}

/** Before every time and every key. */
export const VOOR_ALLES: Weekvraag['na'] = ['-infinity', ''];

const LEES = `
  select n.id, n.trace_id as "traceId", n.reden, n.personen as "aantalPersonen", n.organisatie as verantwoordelijke, o.oordeel,
    to_char(n.tijd at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as tijd
  from noodtoegang n left join noodtoegangoordeel o on o.noodtoegang = n.id
  where n.organisatie = any ($1::text[])`;

const EEN = `${LEES} and n.id = $2`;

const WEEK = `${LEES}
  and n.tijd >= date_trunc('week', $2::date::timestamp) at time zone 'Europe/Amsterdam'
  and n.tijd < (date_trunc('week', $2::date::timestamp) + interval '7 days') at time zone 'Europe/Amsterdam'
  and (n.tijd, n.id) > ($3::timestamptz, $4)
  order by n.tijd, n.id limit $5`;

const OORDEEL = `
  insert into noodtoegangoordeel (noodtoegang, oordeel, toetser, toetser_organisatie)
  select n.id, $3, $4, $5 from noodtoegang n where n.organisatie = any ($1::text[]) and n.id = $2
  on conflict do nothing`;

/** How the use of noodtoegang is read and reviewed. */
export interface Noodtoegangen {
  readonly een: (id: string) => Promise<NoodtoegangRij | null>;
  /** At most `aantal` of a week, the first first. */
  readonly vanWeek: (vraag: Weekvraag) => Promise<readonly NoodtoegangRij[]>;
  /** Reviews one in the name of who asks: only once, and never by who used it; the database sees to both. */
  readonly beoordeel: (id: string, oordeel: string) => Promise<void>;
}

/** The noodtoegangen in scope of one request. */
export function noodtoegangenVan(tx: Transactie, toegang: Toegang): Noodtoegangen {
  const bereik = toegang.bereik(NOODTOEGANG);
  const { sub, organisatie } = toegang.vrager;
  return Object.freeze({
    een: async (id: string) => {
      const [rij = null] = await leesRijen(tx, noodtoegangRij, EEN, bereik, id);
      return rij;
    },
    vanWeek: ({ na: [tijd, id], weekVan, aantal }: Weekvraag) =>
      leesRijen(tx, noodtoegangRij, WEEK, bereik, weekVan, tijd, id, aantal),
    beoordeel: async (id: string, oordeel: string) => {
      await tx.$executeRawUnsafe(OORDEEL, bereik, id, oordeel, sub, organisatie);
    },
  });
}
