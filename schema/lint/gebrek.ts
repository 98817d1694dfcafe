import type { ASTNode } from 'graphql';
import type { SubgraphBron } from './subgraph-bron.ts';

/** One fault that the lint found: where, against which rule, and what is wrong (English). */
export interface Lintgebrek {
  readonly bestand: string;
  /** Line number, from 1. */
  readonly regel: number;
  readonly rule: string;
  readonly melding: string;
}

/** A fault at a node of a subgraph's SDL. */
export function gebrekBij(bron: SubgraphBron, node: ASTNode, rule: string, melding: string): Lintgebrek {
  return { bestand: bron.bestand, regel: node.loc?.startToken.line ?? 1, rule, melding };
}
