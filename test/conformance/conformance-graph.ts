import type { GraphQLResolverMap } from '@apollo/subgraph';
import type { GraphContext, Row } from './graph-context.ts';

/** A subgraph of a conformance graph. */
export interface ConformanceSubgraph {
  readonly name: string;
  /** SDL; without a `@link` of its own it gets one with all directives. */
  readonly typeDefs: string;
  readonly resolvers: GraphQLResolverMap<GraphContext>;
}

/** Resolvers of one schema over the data, by type and field; a field without one is a property of its row. */
export type WholeResolvers = Readonly<Record<string, Readonly<Record<string, WholeResolver>>>>;

/** One of those resolvers. */
export type WholeResolver = (parent: Row, args: Row, context: GraphContext) => unknown;

/**
 * A supergraph made to prove something about the gateway. Every row has an `id` that no other row of the graph has,
 * also where no schema shows it, so that one row can be made to fail.
 */
export interface ConformanceGraph {
  /** What it is about, for the names of tests. */
  readonly name: string;
  /** The schema that clients see, written by hand: what composition must come to. */
  readonly api: string;
  readonly subgraphs: readonly ConformanceSubgraph[];
  /** The oracle: resolvers on `api`, which know nothing of subgraphs. Abstract types are told apart by `__typename`. */
  readonly whole: WholeResolvers;
  /** Values that arguments may get, by `Type.field.argument`; others are made from their type. */
  readonly values?: Readonly<Record<string, readonly unknown[]>>;
  /** Rows that can fail, by the object type that clients see. */
  readonly rows: Readonly<Record<string, readonly string[]>>;
  /** Subgraphs whose absence one schema can imitate: nobody else has their fields, and no way to others leads through them. */
  readonly away: readonly string[];
}
