import type DataLoader from 'dataloader';
import { rijLoader } from '../../chassis/database/rij-loader.ts';
import type { Prisma } from '../prisma/generated/client.ts';

/** A gemeente, which answers for its own figures. */
export interface GemeenteRij {
  readonly code: string;
  readonly naam: string;
  readonly verantwoordelijke: string;
}

/** Gemeenten by CBS code; everyone may know them. */
export function gemeenteLoader(tx: Prisma.TransactionClient): DataLoader<string, GemeenteRij | null> {
  return rijLoader(
    async (codes) => {
      const rijen = await tx.gemeente.findMany({ where: { code: { in: [...codes] } } });
      return rijen.map(({ code, naam }) => ({ code, naam, verantwoordelijke: code }));
    },
    ({ code }) => code,
  );
}
