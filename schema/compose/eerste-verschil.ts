/** The first line (from 1) at which two texts differ, and both lines; `undefined` when they are equal. */
export function eersteVerschil(
  oud: string,
  nieuw: string,
): { readonly regel: number; readonly oud: string; readonly nieuw: string } | undefined {
  if (oud === nieuw) return undefined;
  const [before, after] = [oud.split('\n'), nieuw.split('\n')];
  const index = after.findIndex((line, at) => line !== before[at]);
  const at = index === -1 ? after.length : index;
  return { regel: at + 1, oud: before[at] ?? '(end)', nieuw: after[at] ?? '(end)' };
}
