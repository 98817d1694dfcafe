import type DataLoader from 'dataloader';
import { z } from 'zod';
import { leesRijen } from '../../chassis/database/lees-rijen.ts';
import { rijLoader } from '../../chassis/database/rij-loader.ts';
import type { Arbeidsmarktregio, Prisma } from '../prisma/generated/client.ts';

/** Arbeidsmarktregio's by code; everyone may know them. */
export function arbeidsmarktregioLoader(
  tx: Prisma.TransactionClient,
): DataLoader<string, Arbeidsmarktregio | null> {
  return rijLoader(
    (codes) => tx.arbeidsmarktregio.findMany({ where: { code: { in: [...codes] } } }),
    ({ code }) => code,
  );
}

const regioRij = z.object({ gemeente: z.string(), code: z.string(), naam: z.string() });

const VAN_GEMEENTEN = `
  select g.gemeente, r.code, r.naam from arbeidsmarktregio_gemeente g join arbeidsmarktregio r on r.code = g.regio
  where g.gemeente = any ($1::text[]) and g.geldig_van <= $2::date and (g.geldig_tot is null or $2::date < g.geldig_tot)`;

/** The arbeidsmarktregio of gemeenten on the day `vandaag`; `null` when none counts on that day. */
export function regioVanGemeenteLoader(
  tx: Prisma.TransactionClient,
  vandaag: string,
): DataLoader<string, z.infer<typeof regioRij> | null> {
  return rijLoader(
    (gemeenten) => leesRijen(tx, regioRij, VAN_GEMEENTEN, gemeenten, vandaag),
    ({ gemeente }) => gemeente,
  );
}
