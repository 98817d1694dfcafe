/** What is said when a value is not what it must be; nothing when it is. */
export function gelijk(plaats: string, gevonden: unknown, verwacht: unknown): readonly string[] {
  return gevonden === verwacht ? [] : [`${plaats}: ${String(gevonden)} in plaats van ${String(verwacht)}`];
}
