/** One request to one subgraph. */
export interface SubgraphCall {
  readonly subgraph: string;
  /** The GraphQL request as JSON text. */
  readonly body: string;
  readonly operationKind: 'query' | 'mutation' | 'subscription';
}

/** What a subgraph answered: a GraphQL response whose parts are not trusted yet. */
export interface SubgraphAnswer {
  readonly data?: unknown;
  readonly errors?: unknown;
  /** The text it was read from: that still says what a number was before it was rounded. */
  readonly text?: string;
}

/**
 * Makes a call on behalf of one operation. Signing, deadline and cancellation belong to the
 * operation and are bound in beforehand.
 * @throws KetenFout BRON_MISLUKT
 */
export type CallSubgraph = (call: SubgraphCall) => Promise<SubgraphAnswer>;
