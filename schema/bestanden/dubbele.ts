/** The values that occur more than once, each named once, in the order of their second occurrence. */
export function dubbele<T>(values: Iterable<T>): readonly T[] {
  const seen = new Set<T>();
  const twice = new Set<T>();
  for (const value of values) {
    if (seen.has(value)) twice.add(value);
    seen.add(value);
  }
  return [...twice];
}
