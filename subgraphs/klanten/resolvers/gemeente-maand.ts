import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import { type Cel, type Cijferpaar, gedrukt, uitDossiers } from '../../chassis/waarden/cijfer.ts';
import type { KlantenLoaders } from '../loaders.ts';
import type { GemeenteRij } from '../loaders/gemeente-loader.ts';
import { STURING } from '../loaders/kengetallen-loader.ts';
import {
  type Dossierstand,
  type Maandmutatie,
  opTredeToen,
  standNu,
  standToen,
} from '../regels/dossierstand.ts';
import {
  type KengetallenWwb,
  kengetallenWwb,
  type Maandcellen,
  UITKERINGEN,
} from '../regels/kengetallen-wwb.ts';
import { maandErbij } from '../regels/maanden.ts';
import { dossiermaanden, type Maandenvraag } from './tijdvak.ts';

type Context = SubgraphContext<KlantenLoaders>;

/** One month of one gemeente: what was printed about it, and what the dossiers tell. */
export interface GemeenteMaandRij {
  readonly verantwoordelijke: string;
  readonly maand: string;
  /** The printed cells; none when nothing was printed about the month. */
  readonly cellen: Maandcellen | null;
  readonly vorigeMaand: Maandcellen;
  readonly opTrede: Cel | undefined;
  /** The mutations of the dossiers; none when these do not tell about the month. */
  readonly mutaties: readonly Maandmutatie[] | null;
}

/** The form of `Standdeel` in the graph. */
interface Standdeel {
  readonly leefvorm: string;
  readonly eindstand: ReturnType<typeof uitDossiers>;
}

/** The months of a stretch about which something was printed or dossiers tell, when in scope, the oldest first. */
export async function leesMaanden(
  gemeente: string,
  vraag: Maandenvraag,
  { loaders, toegang, klok }: Context,
): Promise<readonly GemeenteMaandRij[]> {
  if (!toegang.bereik(STURING).includes(gemeente)) return [];
  // One month earlier: a correctie is about the month before too.
  const tijdvak = { gemeente, van: maandErbij(vraag.van, -1), tot: vraag.tot };
  const [rij, cellen, indicatoren, mutaties] = await Promise.all([
    loaders.gemeente.load(gemeente),
    loaders.kengetallen.load(tijdvak),
    loaders.indicatoren.load(tijdvak),
    loaders.maandmutaties.load(tijdvak),
  ]);
  const gedrukteMaanden = perMaand(cellen);
  const metDossiers = new Set(dossiermaanden(vraag, [rij?.dossiersVanaf ?? null], klok.vandaag));
  const maanden = new Set([...gedrukteMaanden.keys(), ...metDossiers]);
  return [...maanden]
    .filter((maand) => maand >= vraag.van)
    .toSorted()
    .map((maand) => ({
      verantwoordelijke: gemeente,
      maand,
      cellen: gedrukteMaanden.get(maand) ?? null,
      vorigeMaand: gedrukteMaanden.get(maandErbij(maand, -1)) ?? new Map(),
      opTrede: celVan(indicatoren.find((each) => each.maand === maand)),
      mutaties: metDossiers.has(maand) ? mutaties : null,
    }));
}

/** GemeenteMaand: `maand` is its column. */
export const gemeenteMaandResolvers = {
  __resolveReference: async (
    { gemeente, maand }: { gemeente: { code: string }; maand: string },
    context: Context,
  ): Promise<GemeenteMaandRij | null> => {
    const [rij] = await leesMaanden(gemeente.code, { van: maand, tot: maand }, context);
    return rij ?? null;
  },

  gemeente: (
    { verantwoordelijke }: GemeenteMaandRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<GemeenteRij | null> => loaders.gemeente.load(verantwoordelijke),

  wwb: ({ cellen, vorigeMaand }: GemeenteMaandRij): KengetallenWwb | null =>
    cellen && kengetallenWwb(cellen, vorigeMaand),

  bekendToen: ({ mutaties, maand }: GemeenteMaandRij): Dossierstand | null =>
    mutaties && standToen(mutaties, maand),

  bekendNu: ({ mutaties, maand }: GemeenteMaandRij, _args: unknown, { klok }: Context): Dossierstand | null =>
    mutaties && standNu(mutaties, maand, klok.vandaag),

  /** What was printed is a part of the klanten (000, line 363), what the dossiers give a part of the uitkeringen. */
  opTrede: ({ opTrede, mutaties, maand }: GemeenteMaandRij): Cijferpaar => ({
    gedrukt: gedrukt(opTrede, 'klanten'),
    dossiers: mutaties
      ? opTredeToen(mutaties, maand)
      : uitDossiers(null, UITKERINGEN, 'Over deze maand zijn er geen dossiers.'),
  }),

  bekendNuPerLeefvorm: async (
    { verantwoordelijke, mutaties, maand }: GemeenteMaandRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<readonly Standdeel[]> => {
    if (mutaties === null) return [];
    const delen = await loaders.standdelen.load({ gemeente: verantwoordelijke, van: maand, tot: maand });
    return delen.map(({ leefvorm, aantal }) => ({
      leefvorm,
      eindstand: uitDossiers(aantal, UITKERINGEN, ''),
    }));
  },
};

function perMaand(
  cellen: readonly (Cel & { readonly maand: string; readonly soort: string })[],
): ReadonlyMap<string, Maandcellen> {
  const maanden = Map.groupBy(cellen, ({ maand }) => maand);
  return new Map(
    [...maanden].map(([maand, rijen]) => [maand, new Map(rijen.map((rij) => [rij.soort, rij]))]),
  );
}

/** A printed percentage is kept in tenths. */
function celVan(
  indicator: { readonly promille: number; readonly document: string; readonly regel: number } | undefined,
): Cel | undefined {
  if (indicator === undefined) return undefined;
  return { waarde: indicator.promille / 10, document: indicator.document, regel: indicator.regel };
}
