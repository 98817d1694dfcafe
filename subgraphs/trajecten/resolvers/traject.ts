import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import { type Herkomst, herkomstVanDossier } from '../../chassis/waarden/herkomst.ts';
import type { TrajectenLoaders } from '../loaders.ts';
import type { ProgrammaRij } from '../loaders/programma-loader.ts';
import type { TrajectRij } from '../loaders/traject-loaders.ts';
import type { Aanbieder } from '../prisma/generated/client.ts';

type Context = SubgraphContext<TrajectenLoaders>;

/** Traject: the other fields are its columns. */
export const trajectResolvers = {
  __resolveReference: ({ id }: { id: string }, { loaders }: Context): Promise<TrajectRij | null> =>
    loaders.traject.load(id),

  programma: (
    { programmacode: code, verantwoordelijke: gemeente }: TrajectRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<ProgrammaRij | null> | null =>
    code === null ? null : loaders.programma.load({ gemeente, code }),

  aanbieder: (
    { aanbiederId }: TrajectRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<Aanbieder | null> | null => (aanbiederId === null ? null : loaders.aanbieder.load(aanbiederId)),

  herkomst: (_bron: TrajectRij, _args: unknown, { klok }: Context): Herkomst =>
    herkomstVanDossier('trajecten', klok),
};
