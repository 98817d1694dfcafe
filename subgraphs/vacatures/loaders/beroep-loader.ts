import type DataLoader from 'dataloader';
import { rijLoader } from '../../chassis/database/rij-loader.ts';
import type { Prisma } from '../prisma/generated/client.ts';

/** A beroep; the form of `Beroep` in the graph. */
export interface BeroepRij {
  readonly codeBeroepsnaam: string;
  readonly omschrijvingBeroepsnaam: string;
}

/** Beroepen by their URI; everyone may know them. */
export function beroepLoader(tx: Prisma.TransactionClient): DataLoader<string, BeroepRij | null> {
  return rijLoader(
    async (codes) => {
      const rijen = await tx.beroep.findMany({ where: { code: { in: [...codes] } } });
      return rijen.map(({ code, naam }) => ({ codeBeroepsnaam: code, omschrijvingBeroepsnaam: naam }));
    },
    ({ codeBeroepsnaam }) => codeBeroepsnaam,
  );
}
