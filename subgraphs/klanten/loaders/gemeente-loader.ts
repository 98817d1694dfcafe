import type DataLoader from 'dataloader';
import { rijLoader } from '../../chassis/database/rij-loader.ts';
import type { Gemeente, Prisma } from '../prisma/generated/client.ts';

/** A gemeente, which answers for its own figures. */
export interface GemeenteRij extends Gemeente {
  readonly verantwoordelijke: string;
}

/** Gemeenten by CBS code; everyone may know them. */
export function gemeenteLoader(tx: Prisma.TransactionClient): DataLoader<string, GemeenteRij | null> {
  return rijLoader(
    async (codes) => {
      const rijen = await tx.gemeente.findMany({ where: { code: { in: [...codes] } } });
      return rijen.map((rij) => ({ ...rij, verantwoordelijke: rij.code }));
    },
    ({ code }) => code,
  );
}
