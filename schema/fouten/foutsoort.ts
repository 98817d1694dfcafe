/** One line of the error catalogue (`docs/fouten.md` is made from it). */
export interface Foutsoort {
  /** HTTP status for `application/graphql-response+json`; absent where the error has no answer of its own. */
  readonly http?: number;
  /** What the end user reads. */
  readonly nl: string;
  /** What the operator reads. */
  readonly en: string;
  /** What to do about it. */
  readonly doen: string;
}
