/** The parts of authorisation and record in a subgraph; `policies` is row-level security. */
export const DELEN = ['verificatie', 'bewaking', 'bereik', 'policies', 'logboek'] as const;

export type Deel = (typeof DELEN)[number];

/** What the benchmark tells its subgraph: which parts take part from now on, or to keep its statements. */
export type Bericht =
  | { readonly delen: readonly Deel[] }
  | { readonly neemOp: true }
  | { readonly geefOpname: true };

/** A statement as it went to PostgreSQL, over which connection. */
export interface Statement {
  readonly verbinding: number;
  readonly text: string;
  readonly values: readonly unknown[];
}
