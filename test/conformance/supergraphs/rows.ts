import type { Row } from '../graph-context.ts';

/** Finds the row that has the same values under these names as a key or the arguments of a field. */
export function findBy(rows: readonly Row[], ...names: readonly string[]): (wanted: Row) => Row | null {
  return (wanted) => rows.find((row) => names.every((name) => row[name] === wanted[name])) ?? null;
}

/** The same for a root field, which gets its arguments second. */
export function findByArgument(
  rows: readonly Row[],
  ...names: readonly string[]
): (parent: unknown, args: Row) => Row | null {
  const find = findBy(rows, ...names);
  return (_, args) => find(args);
}
