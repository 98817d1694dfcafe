import type { GraphQLFieldResolver } from 'graphql';
import { readFileSync } from 'node:fs';

/** The resolvers of one subgraph: type, field, and how its value follows from the object it is asked of. */
export type Resolvers = Readonly<
  Record<string, Readonly<Record<string, GraphQLFieldResolver<never, unknown>>>>
>;

/** A subgraph of a benchmark: federation SDL, and data that follows from the ids alone. */
export interface Subgraph {
  readonly naam: string;
  readonly sdl: string;
  readonly resolvers: Resolvers;
}

/** Subgraphs that are composed to one supergraph. */
export interface Graaf {
  readonly naam: string;
  readonly subgraphs: readonly Subgraph[];
}

/** Reads a document beside this file. */
export function leesDocument(pad: string): string {
  return readFileSync(new URL(pad, import.meta.url), 'utf8');
}
