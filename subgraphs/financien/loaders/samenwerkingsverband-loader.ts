import type DataLoader from 'dataloader';
import { z } from 'zod';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { leesRijen } from '../../chassis/database/lees-rijen.ts';
import { rijLoader } from '../../chassis/database/rij-loader.ts';

/** One samenwerkingsverband as read, with the codes of the gemeenten that take part today. */
const samenwerkingsverbandRij = z.object({
  code: z.string(),
  naam: z.string(),
  rechtsvorm: z.enum(['UITVOERING_DOOR_GEMEENTE', 'GEMEENSCHAPPELIJKE_REGELING']),
  penvoerder: z.string(),
  deelnemers: z.array(z.string()),
});
export type SamenwerkingsverbandRij = z.infer<typeof samenwerkingsverbandRij>;

const SQL = `
  select v.code, v.naam, v.rechtsvorm, v.penvoerder, array(
    select d.gemeente from samenwerkingsverband_deelnemer d
    where d.code = v.code and d.geldig_van <= $2::date and (d.geldig_tot is null or $2::date < d.geldig_tot)
    order by d.gemeente
  ) as deelnemers
  from samenwerkingsverband v where v.code = any ($1::text[])`;

/** Samenwerkingsverbanden by code; `null` for a code that is unknown. */
export function samenwerkingsverbandLoader(
  tx: Leesbaar,
  vandaag: string,
): DataLoader<string, SamenwerkingsverbandRij | null> {
  return rijLoader(
    (codes) => leesRijen(tx, samenwerkingsverbandRij, SQL, codes, vandaag),
    ({ code }) => code,
  );
}
