import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { KlantenLoaders } from '../loaders.ts';
import type { GemeenteRij } from '../loaders/gemeente-loader.ts';
import { type KwartaalWwb, kwartaalWwb } from '../regels/kwartaal-wwb.ts';
import { maandErbij } from '../regels/maanden.ts';
import { type GemeenteMaandRij, leesMaanden } from './gemeente-maand.ts';
import { controleerTijdvak, type Maandenvraag } from './tijdvak.ts';

type Context = SubgraphContext<KlantenLoaders>;

/** Gemeente: the other fields are its columns. */
export const gemeenteResolvers = {
  __resolveReference: ({ code }: { code: string }, { loaders }: Context): Promise<GemeenteRij | null> =>
    loaders.gemeente.load(code),

  opvolger: (
    { opvolger }: GemeenteRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<GemeenteRij | null> | null => (opvolger === null ? null : loaders.gemeente.load(opvolger)),

  maanden: (
    { code }: GemeenteRij,
    vraag: Maandenvraag,
    context: Context,
  ): Promise<readonly GemeenteMaandRij[]> => {
    controleerTijdvak(vraag);
    return leesMaanden(code, vraag, context);
  },

  wwbKwartaal: async (
    { code }: GemeenteRij,
    { jaar, kwartaal }: { jaar: number; kwartaal: number },
    { loaders }: Context,
  ): Promise<KwartaalWwb> => {
    if (jaar < 1000 || jaar > 9999)
      throw new KetenFout('INVOER_ONGELDIG', 'jaar must have four digits', { argument: 'jaar' });
    if (kwartaal < 1 || kwartaal > 4)
      throw new KetenFout('INVOER_ONGELDIG', 'kwartaal must be 1 to 4', { argument: 'kwartaal' });
    const van = maandErbij(`${jaar}-01`, 3 * (kwartaal - 1));
    const maanden = [van, maandErbij(van, 1), maandErbij(van, 2)];
    const cellen = await loaders.kengetallen.load({ gemeente: code, van, tot: maandErbij(van, 2) });
    return kwartaalWwb(maanden, cellen);
  },
};
