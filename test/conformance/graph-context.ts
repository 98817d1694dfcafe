/** How something fails: with an error of this code, or, without one, by being null. */
export interface Fault {
  readonly code?: string;
}

/** What fails during one operation, the same for the graph and for the oracle. */
export interface Faults {
  /** Fields of one row, by `field#id`; the rows of root types have no id. */
  readonly fields: ReadonlyMap<string, Fault>;
  /** Rows that a subgraph has lost, by `subgraph#id`. */
  readonly gone: ReadonlyMap<string, Fault>;
  /** A subgraph that does not answer. */
  readonly away?: string;
}

/** A row of test data; the schemas of a graph show parts of it. */
export type Row = Readonly<Record<string, unknown>>;

/** What resolvers of one operation share. */
export interface GraphContext {
  readonly faults: Faults;
  /** What mutations wrote down, in the order in which they ran. */
  readonly notes: string[];
}
