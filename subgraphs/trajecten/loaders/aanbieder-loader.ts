import type DataLoader from 'dataloader';
import { rijLoader } from '../../chassis/database/rij-loader.ts';
import type { Aanbieder, Prisma } from '../prisma/generated/client.ts';

/** Aanbieders by key; everyone may know them. */
export function aanbiederLoader(tx: Prisma.TransactionClient): DataLoader<string, Aanbieder | null> {
  return rijLoader(
    (ids) => tx.aanbieder.findMany({ where: { id: { in: [...ids] } } }),
    ({ id }) => id,
  );
}
