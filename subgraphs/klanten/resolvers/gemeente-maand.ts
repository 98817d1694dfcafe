import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { KlantenLoaders } from '../loaders.ts';
import type { GemeenteRij } from '../loaders/gemeente-loader.ts';
import { type KengetallenWwb, kengetallenWwb, type Maandcellen } from '../regels/kengetallen-wwb.ts';
import { maandErbij } from '../regels/maanden.ts';

type Context = SubgraphContext<KlantenLoaders>;

/** One month of one gemeente, with its printed cells and those of the month before. */
export interface GemeenteMaandRij {
  readonly verantwoordelijke: string;
  readonly maand: string;
  readonly cellen: Maandcellen;
  readonly vorigeMaand: Maandcellen;
}

/** The months from `van` to `tot` of which there are kengetallen in scope, the oldest first. */
export async function leesMaanden(
  gemeente: string,
  van: string,
  tot: string,
  { loaders }: Context,
): Promise<readonly GemeenteMaandRij[]> {
  const cellen = await loaders.kengetallen.load({ gemeente, van: maandErbij(van, -1), tot });
  const maanden = new Map(
    [...Map.groupBy(cellen, ({ maand }) => maand)].map(([maand, rijen]) => [
      maand,
      new Map(rijen.map((rij) => [rij.soort, rij])),
    ]),
  );
  return [...maanden]
    .filter(([maand]) => maand >= van)
    .map(([maand, eigen]) => ({
      verantwoordelijke: gemeente,
      maand,
      cellen: eigen,
      vorigeMaand: maanden.get(maandErbij(maand, -1)) ?? new Map(),
    }));
}

/** GemeenteMaand: `maand` is its column. */
export const gemeenteMaandResolvers = {
  __resolveReference: async (
    { gemeente, maand }: { gemeente: { code: string }; maand: string },
    context: Context,
  ): Promise<GemeenteMaandRij | null> => {
    const [rij] = await leesMaanden(gemeente.code, maand, maand, context);
    return rij ?? null;
  },

  gemeente: (
    { verantwoordelijke }: GemeenteMaandRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<GemeenteRij | null> => loaders.gemeente.load(verantwoordelijke),

  wwb: ({ cellen, vorigeMaand }: GemeenteMaandRij): KengetallenWwb => kengetallenWwb(cellen, vorigeMaand),
};
