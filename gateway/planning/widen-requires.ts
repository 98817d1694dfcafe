import type { RequiredSelection, Rewrite } from './plan.ts';

/**
 * What a fetch requires, of all objects of an interface where the subgraph knows the interface as an object. Hive's
 * planner asks such a subgraph the fields of all types at once, but keeps one of those types in what it requires.
 * More objects are asked than the client wants then, never fewer.
 */
export function widenRequires(
  requires: readonly RequiredSelection[],
  inputRewrites: readonly Rewrite[],
): readonly RequiredSelection[] {
  const [only, ...others] = requires;
  if (only?.kind !== 'InlineFragment' || others.length > 0) return requires;
  const toInterface = inputRewrites.find(
    ({ kind, path }) => kind === 'ValueSetter' && path[1] === '__typename',
  );
  if (toInterface?.kind !== 'ValueSetter' || typeof toInterface.setValueTo !== 'string') return requires;
  return [{ ...only, typeCondition: toInterface.setValueTo }];
}
