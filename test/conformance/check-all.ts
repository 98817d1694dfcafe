import fc from 'fast-check';

/** How many operations are generated for each graph and property; `CONFORMANCE_RUNS` sets it. */
const RUNS = Number(process.env['CONFORMANCE_RUNS'] ?? 20);
/** The same operations in every run, unless `CONFORMANCE_SEED` says otherwise; a failure prints the seed. */
const SEED = Number(process.env['CONFORMANCE_SEED'] ?? 1);

/** The milliseconds after which a comparison is given up, whatever else the machine has to do. */
export const TIME_LIMIT = 60_000 + RUNS * 2_000;

/** Checks a property on generated input. */
export async function checkAll<Input extends unknown[]>(
  arbitraries: { readonly [Index in keyof Input]: fc.Arbitrary<Input[Index]> },
  property: (...input: Input) => Promise<void>,
): Promise<void> {
  const check = fc.asyncProperty(fc.tuple(...arbitraries), (input) =>
    property(...(input as unknown as Input)),
  );
  await fc.assert(check, { numRuns: RUNS, seed: SEED });
}
