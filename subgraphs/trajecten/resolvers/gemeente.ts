import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { TrajectenLoaders } from '../loaders.ts';
import type { ProgrammaRij } from '../loaders/programma-loader.ts';
import { type Programmaresultaat, programmaresultaten } from '../regels/programmaresultaat.ts';

/** A gemeente is known here by key only; it answers for the results of its own programma's. */
interface GemeenteStub {
  readonly code: string;
  readonly verantwoordelijke: string;
}

/** The results of a programma, with what it is called. */
type MetProgramma = Programmaresultaat & { readonly programma: ProgrammaRij };

/** The part of Gemeente that trajecten owns. */
export const gemeenteResolvers = {
  __resolveReference: ({ code }: { code: string }): GemeenteStub => ({ code, verantwoordelijke: code }),

  programmaresultaten: async (
    { code: gemeente }: GemeenteStub,
    _args: unknown,
    { loaders }: SubgraphContext<TrajectenLoaders>,
  ): Promise<readonly MetProgramma[]> => {
    const { gedrukt, geteld } = await loaders.resultaten.load(gemeente);
    return Promise.all(
      [...programmaresultaten(gedrukt, geteld)].map(async ([code, resultaat]) => ({
        programma: (await loaders.programma.load({ gemeente, code })) ?? { gemeente, code, naam: code },
        ...resultaat,
      })),
    );
  },
};
