/** Whether the arguments of a command ask how it is used. */
export function vraagtHulp(argumenten: readonly string[]): boolean {
  return argumenten.includes('--help') || argumenten.includes('-h');
}
