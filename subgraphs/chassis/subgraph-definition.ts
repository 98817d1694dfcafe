import type { PrismaPg } from '@prisma/adapter-pg';
import type { Bronbestand } from './database/bronbestand.ts';
import type { Databank, Transactie } from './database/databank.ts';
import type { Toegang } from './guard/toegang.ts';
import type { SubgraphContext } from './transaction/subgraph-context.ts';

/**
 * The resolvers of one type: for each field, and `__resolveReference` for the way from an entity's key
 * to its row. What a field gets from its parent and as arguments is for the type itself to know.
 */
export type TypeResolvers<Loaders> = Readonly<
  Record<
    string,
    | ((bron: never, args: never, context: SubgraphContext<Loaders>) => unknown)
    | ((sleutel: never, context: SubgraphContext<Loaders>) => unknown)
  >
>;

/** Everything that makes one subgraph different from another. */
export interface SubgraphDefinition<Tx extends Transactie, Loaders> {
  /** Its name: the audience of the ketentoken, the PostgreSQL schema and the first part of its roles. */
  readonly naam: string;
  /** Its folder, ending in a slash: schema.graphql, prisma/migrations/ and bronnen/ stand in it. */
  readonly map: URL;
  /** Makes its Prisma client. */
  readonly openDatabank: (adapter: PrismaPg) => Databank<Tx>;
  /** Makes the loaders of one request: they read in its transaction, and filter by its toegang and the day of today. */
  readonly maakLoaders: (tx: Tx, toegang: Toegang, vandaag: string) => Loaders;
  /** Resolvers by type name. */
  readonly resolvers: Readonly<Record<string, TypeResolvers<Loaders>>>;
  /** The files to load, parents before children. */
  readonly bronnen: readonly Bronbestand[];
  /** The tables that everyone may read: they need no row-level security. */
  readonly openbareTabellen: readonly string[];
  /** The tables of what happened: they may be read, and inserted into, and nothing else. None by default. */
  readonly gebeurtenistabellen?: readonly string[];
  /**
   * Goes, when the subgraph rehearses, the ways of loaders to which no key leads, because they begin at a row; `niemand` is
   * a key that nothing has. None by default.
   */
  readonly repetitie?: (loaders: Loaders, niemand: string) => readonly PromiseLike<unknown>[];
}
