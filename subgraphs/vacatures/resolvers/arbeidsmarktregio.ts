import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { VacaturesLoaders } from '../loaders.ts';
import type { Arbeidsmarktregio } from '../prisma/generated/client.ts';

/** Arbeidsmarktregio: its fields are its columns. */
export const arbeidsmarktregioResolvers = {
  __resolveReference: (
    { code }: { code: string },
    { loaders }: SubgraphContext<VacaturesLoaders>,
  ): Promise<Arbeidsmarktregio | null> => loaders.arbeidsmarktregio.load(code),
};
