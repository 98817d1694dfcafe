import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { KlantenLoaders } from '../loaders.ts';
import type { GemeenteRij } from '../loaders/gemeente-loader.ts';
import { maandenTussen } from '../regels/maanden.ts';
import { type GemeenteMaandRij, leesMaanden } from './gemeente-maand.ts';

type Context = SubgraphContext<KlantenLoaders>;

/** Months that one question may span. */
const HOOGUIT = 60;

/** Gemeente: the other fields are its columns. */
export const gemeenteResolvers = {
  __resolveReference: ({ code }: { code: string }, { loaders }: Context): Promise<GemeenteRij | null> =>
    loaders.gemeente.load(code),

  maanden: (
    { code }: GemeenteRij,
    { van, tot }: { van: string; tot: string },
    context: Context,
  ): Promise<readonly GemeenteMaandRij[]> => {
    const aantal = maandenTussen(van, tot);
    if (aantal < 0 || aantal > HOOGUIT) {
      throw new KetenFout('INVOER_ONGELDIG', `tot must be 0 to ${HOOGUIT} months after van`, {
        argument: 'tot',
      });
    }
    return leesMaanden(code, van, tot, context);
  },
};
