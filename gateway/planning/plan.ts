/**
 * The one plan shape that execution knows, whatever planner made it. It is plain data:
 * a plan can be cached, printed and sent between threads.
 */
export interface Plan {
  /** Absent when no subgraph is needed, for example for introspection. */
  readonly node?: PlanNode;
}

export type PlanNode = SequenceNode | ParallelNode | FlattenNode | ConditionNode | FetchNode | BatchFetchNode;

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

/** A step down an answer: a response name, `@` for each element of a list, or only objects of these types. */
export type PathStep = string | { readonly types: readonly string[] };

/** The node for every object at the path. */
export interface FlattenNode {
  readonly kind: 'Flatten';
  readonly path: readonly PathStep[];
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

/** One call to one subgraph that asks for entities of several places at once, each under an alias of its own. */
export interface BatchFetchNode {
  readonly kind: 'BatchFetch';
  readonly subgraph: string;
  readonly operation: string;
  readonly operationName?: string;
  readonly variableUsages: readonly string[];
  readonly parts: readonly BatchPart[];
}

/** The entities that one alias of a batch asks for. */
export interface BatchPart {
  /** The response name of `_entities` in the answer. */
  readonly alias: string;
  /** The variable that carries the representations. */
  readonly variable: string;
  readonly paths: readonly (readonly PathStep[])[];
  readonly requires: readonly RequiredSelection[];
  readonly inputRewrites: readonly Rewrite[];
  readonly outputRewrites: readonly Rewrite[];
}

/** What a representation is made of. */
export type RequiredSelection =
  | {
      readonly kind: 'Field';
      /** The response name under which it stands in the data. */
      readonly name: string;
      /** The name that the subgraph knows it by, where that is another. */
      readonly as?: string;
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
