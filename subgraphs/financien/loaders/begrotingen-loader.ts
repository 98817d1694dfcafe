import DataLoader from 'dataloader';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import type { Begrotingsregel, Prisma } from '../prisma/generated/client.ts';

/** The data group whose scope bounds budgets. */
const GEMEENTE = 'financien.gemeente';

/** The printed cells of one gemeente and year. */
export interface Begrotingsvraag {
  readonly gemeente: string;
  readonly jaar: number;
}

/** The printed cells of budgets in scope, in the order of their lines. */
export function begrotingenLoader(
  tx: Prisma.TransactionClient,
  toegang: Toegang,
): DataLoader<Begrotingsvraag, readonly Begrotingsregel[], string> {
  const bereik = [...toegang.bereik(GEMEENTE)];
  return new DataLoader<Begrotingsvraag, readonly Begrotingsregel[], string>(
    async (vragen) => {
      const cellen = await tx.begrotingsregel.findMany({
        where: { gemeente: { in: bereik }, OR: vragen.map(({ gemeente, jaar }) => ({ gemeente, jaar })) },
        orderBy: [{ volgorde: 'asc' }, { kolom: 'asc' }],
      });
      return vragen.map(({ gemeente, jaar }) =>
        cellen.filter((cel) => cel.gemeente === gemeente && cel.jaar === jaar),
      );
    },
    { cacheKeyFn: ({ gemeente, jaar }) => `${gemeente} ${jaar}` },
  );
}
