import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { FinancienLoaders } from '../loaders.ts';
import { type Begroting, begrotingVan } from '../regels/begroting.ts';

/** Budget years that one question may name. */
const HOOGUIT = 10;

/** A gemeente is known here by key only; it answers for its own budget. */
export interface GemeenteStub {
  readonly code: string;
  readonly verantwoordelijke: string;
}

/** The gemeente with this code. */
export function gemeenteStub(code: string): GemeenteStub {
  return { code, verantwoordelijke: code };
}

/** The part of Gemeente that financien owns. */
export const gemeenteResolvers = {
  __resolveReference: ({ code }: { code: string }): GemeenteStub => gemeenteStub(code),

  begrotingen: async (
    { code }: GemeenteStub,
    { jaren }: { jaren: readonly number[] },
    { loaders }: SubgraphContext<FinancienLoaders>,
  ): Promise<readonly Begroting[]> => {
    if (jaren.length > HOOGUIT)
      throw new KetenFout('INVOER_ONGELDIG', `at most ${HOOGUIT} years`, { argument: 'jaren' });
    const nieuwsteEerst = [...new Set(jaren)].toSorted((a, b) => b - a);
    const cellen = await Promise.all(
      nieuwsteEerst.map((jaar) => loaders.begrotingen.load({ gemeente: code, jaar })),
    );
    return cellen.map(begrotingVan).filter((begroting) => begroting !== undefined);
  },
};
