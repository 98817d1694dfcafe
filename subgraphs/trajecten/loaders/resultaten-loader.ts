import DataLoader from 'dataloader';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import type { Prisma, Programmauitkomst, UitkomstGedrukt } from '../prisma/generated/client.ts';

/** The data group whose scope bounds results of programma's. */
const STURING = 'sturing';

/** What is known of the programma's of one gemeente: printed cells, and counts of the dossiers. */
export interface Resultaten {
  readonly gedrukt: readonly UitkomstGedrukt[];
  readonly geteld: readonly Programmauitkomst[];
}

/** The results of the programma's of gemeenten in scope. */
export function resultatenLoader(
  tx: Prisma.TransactionClient,
  toegang: Toegang,
): DataLoader<string, Resultaten> {
  const bereik = toegang.bereik(STURING);
  return new DataLoader(async (gemeenten) => {
    const where = { gemeente: { in: gemeenten.filter((gemeente) => bereik.includes(gemeente)) } };
    const gedrukt = await tx.uitkomstGedrukt.findMany({ where });
    const geteld = await tx.programmauitkomst.findMany({ where });
    return gemeenten.map((code) => ({
      gedrukt: gedrukt.filter(({ gemeente }) => gemeente === code),
      geteld: geteld.filter(({ gemeente }) => gemeente === code),
    }));
  });
}
