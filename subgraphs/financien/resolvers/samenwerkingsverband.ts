import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { FinancienLoaders } from '../loaders.ts';
import type { SamenwerkingsverbandRij } from '../loaders/samenwerkingsverband-loader.ts';
import { gemeenteStub, type GemeenteStub } from './gemeente.ts';

type Context = SubgraphContext<FinancienLoaders>;

/** Samenwerkingsverband: the other fields are its columns. */
export const samenwerkingsverbandResolvers = {
  __resolveReference: (
    { code }: { code: string },
    { loaders }: Context,
  ): Promise<SamenwerkingsverbandRij | null> => loaders.samenwerkingsverband.load(code),

  penvoerder: ({ penvoerder }: SamenwerkingsverbandRij): GemeenteStub => gemeenteStub(penvoerder),

  deelnemers: ({ deelnemers }: SamenwerkingsverbandRij): readonly GemeenteStub[] =>
    deelnemers.map(gemeenteStub),
};
