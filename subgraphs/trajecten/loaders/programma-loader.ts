import DataLoader from 'dataloader';
import { z } from 'zod';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { leesRijen } from '../../chassis/database/lees-rijen.ts';

/** A programma is known by its code within a gemeente. */
export interface Programmasleutel {
  readonly gemeente: string;
  readonly code: string;
}

const programmaRij = z.object({ gemeente: z.string(), code: z.string(), naam: z.string() });
export type ProgrammaRij = z.infer<typeof programmaRij>;

/** The name a programma has today: the last that began. */
const SQL = `
  select distinct on (p.gemeente, p.code) p.gemeente, p.code, p.naam
  from unnest($1::text[], $2::text[]) as vraag (gemeente, code)
  join programma p on p.gemeente = vraag.gemeente and p.code = vraag.code and p.geldig_van <= $3::date
  order by p.gemeente, p.code, p.geldig_van desc`;

/** Programma's as they are called on the day `vandaag`; everyone may know them. */
export function programmaLoader(
  tx: Leesbaar,
  vandaag: string,
): DataLoader<Programmasleutel, ProgrammaRij | null, string> {
  const naamVan = ({ gemeente, code }: Programmasleutel): string => `${gemeente} ${code}`;
  return new DataLoader<Programmasleutel, ProgrammaRij | null, string>(
    async (sleutels) => {
      const gelezen = await leesRijen(
        tx,
        programmaRij,
        SQL,
        sleutels.map(({ gemeente }) => gemeente),
        sleutels.map(({ code }) => code),
        vandaag,
      );
      const rijen = new Map(gelezen.map((rij) => [naamVan(rij), rij]));
      return sleutels.map((sleutel) => rijen.get(naamVan(sleutel)) ?? null);
    },
    { cacheKeyFn: naamVan },
  );
}
