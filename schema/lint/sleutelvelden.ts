import { directives, objecttypen, type SubgraphBron, textArgument } from './subgraph-bron.ts';
import { parseVeldenset, veldenIn } from './veldenset.ts';

/** The fields directly in a `@key`, as `Type.field`, over all subgraphs. */
export function sleutelvelden(bronnen: readonly SubgraphBron[]): ReadonlySet<string> {
  return new Set(
    bronnen.flatMap(objecttypen).flatMap((type) =>
      directives(type, 'key')
        .map((key) => parseVeldenset(textArgument(key, 'fields') ?? ''))
        .flatMap((selection) => (selection === undefined ? [] : veldenIn(selection)))
        .map((field) => `${type.name.value}.${field.name.value}`),
    ),
  );
}
