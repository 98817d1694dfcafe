/**
 * The one plan shape that execution knows, whatever planner made it. It is plain data:
 * a plan can be cached, printed and sent between threads.
 */
export interface Plan {
  /** Absent when no subgraph is needed, for example for introspection. */
  readonly node?: PlanNode;
}

export type PlanNode = SequenceNode | ParallelNode | FlattenNode | ConditionNode | FetchNode;

/** The nodes one after the other: a later node may need what an earlier one brought. */
export interface SequenceNode {
  readonly kind: 'Sequence';
  readonly nodes: readonly PlanNode[];
}

/** The nodes at the same time. */
export interface ParallelNode {
  readonly kind: 'Parallel';
  readonly nodes: readonly PlanNode[];
}

/** The node for every object at the path: response names, and `@` for each element of a list. */
export interface FlattenNode {
  readonly kind: 'Flatten';
  readonly path: readonly (string | number)[];
  readonly node: PlanNode;
}

/** One of two nodes, by the value of a Boolean variable. */
export interface ConditionNode {
  readonly kind: 'Condition';
  readonly condition: string;
  readonly ifClause?: PlanNode;
  readonly elseClause?: PlanNode;
}

/** One call to one subgraph. With `requires` it asks for entities, else for root fields. */
export interface FetchNode {
  readonly kind: 'Fetch';
  readonly subgraph: string;
  readonly operation: string;
  readonly operationName?: string;
  readonly operationKind: 'query' | 'mutation' | 'subscription';
  readonly variableUsages: readonly string[];
  readonly requires?: readonly RequiredSelection[];
  readonly inputRewrites: readonly Rewrite[];
  readonly outputRewrites: readonly Rewrite[];
}

/** What a representation is made of. */
export type RequiredSelection =
  | {
      readonly kind: 'Field';
      readonly name: string;
      readonly alias?: string;
      readonly selections?: readonly RequiredSelection[];
    }
  | {
      readonly kind: 'InlineFragment';
      readonly typeCondition?: string;
      readonly selections: readonly RequiredSelection[];
    };

/** A change to a representation before it is sent, or to an answer before it is merged. */
export type Rewrite =
  | { readonly kind: 'ValueSetter'; readonly path: readonly string[]; readonly setValueTo: unknown }
  | { readonly kind: 'KeyRenamer'; readonly path: readonly string[]; readonly renameKeyTo: string };
