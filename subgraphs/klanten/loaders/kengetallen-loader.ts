import DataLoader from 'dataloader';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import type { KengetalWwb, Prisma } from '../prisma/generated/client.ts';

/** The data group whose scope bounds kengetallen. */
const STURING = 'sturing';

/** A gemeente and a stretch of months, both ends included, `JJJJ-MM`. */
export interface Tijdvak {
  readonly gemeente: string;
  readonly van: string;
  readonly tot: string;
}

/** The printed cells of a stretch of months of a gemeente in scope, the oldest first. */
export function kengetallenLoader(
  tx: Prisma.TransactionClient,
  toegang: Toegang,
): DataLoader<Tijdvak, readonly KengetalWwb[], string> {
  const bereik = [...toegang.bereik(STURING)];
  return new DataLoader<Tijdvak, readonly KengetalWwb[], string>(
    async (tijdvakken) => {
      const cellen = await tx.kengetalWwb.findMany({
        where: {
          gemeente: { in: bereik },
          OR: tijdvakken.map(({ gemeente, van, tot }) => ({ gemeente, maand: { gte: van, lte: tot } })),
        },
        orderBy: [{ maand: 'asc' }, { soort: 'asc' }],
      });
      return tijdvakken.map(({ gemeente, van, tot }) =>
        cellen.filter((cel) => cel.gemeente === gemeente && cel.maand >= van && cel.maand <= tot),
      );
    },
    { cacheKeyFn: ({ gemeente, van, tot }) => `${gemeente} ${van} ${tot}` },
  );
}
