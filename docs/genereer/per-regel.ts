import type { MatrixRegel } from '../../schema/beleid/matrix-regel.ts';

/** A line of the file as it stands there, with all the kinds of rows it names. */
export interface Regel extends Omit<MatrixRegel, 'rijen'> {
  readonly rijen: readonly string[];
}

/** The lines of the matrix as they stand in the file: the kinds of rows of one line together. */
export function perRegel(matrix: readonly MatrixRegel[]): readonly Regel[] {
  return [...Map.groupBy(matrix, ({ regel }) => regel).values()].flatMap(([eerste, ...rest]) =>
    eerste === undefined
      ? []
      : [
          {
            ...eerste,
            rijen: [eerste, ...rest].flatMap(({ rijen }) => (rijen === undefined ? [] : [rijen])),
          },
        ],
  );
}
