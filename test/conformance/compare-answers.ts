import type { ExecutionResult } from 'graphql';
import { expect } from 'vitest';
import { failedAt, type OracleAnswer } from './monolith.ts';

/**
 * Expects an answer to be the one of the oracle: the same data in the same order, the same places empty because of an
 * error, and every error one that really happened. Where several things fail that empty the same place, GraphQL leaves
 * open which of them is reported (GraphQL specification, section 6.4.4). An error may also stand at a place above: what
 * failed there need not be anything that the client asked.
 */
export function expectSameAnswer(ours: ExecutionResult, { result: oracle, failed }: OracleAnswer): void {
  expect(ours.data).toEqual(oracle.data);
  expect(JSON.stringify(ours.data)).toBe(JSON.stringify(oracle.data));
  const errors = (ours.errors ?? []).map(({ path, extensions }) => failedAt(path, extensions?.['code']));
  expect([...new Set(errors)]).toEqual(errors);
  expect(errors.filter((error) => !failed.some((each) => isAt(error, each)))).toEqual([]);
  expect(emptied(ours)).toEqual(emptied(oracle));
}

/** Whether an error is what failed, or stands above it, with the same code. */
function isAt(error: string, failed: string): boolean {
  const [path = '', code] = error.split(' ');
  const [failedPath = '', failedCode] = failed.split(' ');
  return code === failedCode && (failedPath === path || failedPath.startsWith(`${path}.`));
}

/** The places where an answer is null because of its errors. */
function emptied({ data, errors = [] }: ExecutionResult): readonly string[] {
  return [...new Set(errors.map(({ path }) => emptyPlace(data, path ?? [])))].toSorted();
}

function emptyPlace(data: unknown, path: readonly (string | number)[]): string {
  let at: unknown = data;
  const place: (string | number)[] = [];
  for (const step of path) {
    if (at === null || at === undefined) break;
    at = (at as Readonly<Record<string | number, unknown>>)[step];
    place.push(step);
  }
  return at === null ? place.join('.') : `${path.join('.')} is not empty`;
}
