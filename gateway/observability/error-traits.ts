/** What an operator may read of an error that should not have happened. */
export interface ErrorTraits {
  readonly soort: string;
  readonly code?: string;
  /** Places in the code, the innermost first. */
  readonly plaats?: readonly string[];
}

/** Kind, code and places of an error, never its message: that may quote what somebody sent. */
export function errorTraits(error: unknown): ErrorTraits {
  if (!(error instanceof Error)) return { soort: typeof error };
  const plaats = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8);
  return {
    soort: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    plaats,
  };
}
