import {
  type FieldNode,
  getNullableType,
  type GraphQLOutputType,
  isAbstractType,
  isListType,
  isObjectType,
} from 'graphql';
import { collectFields, type SelectionSource } from './collect-fields.ts';
import type { Path } from './data.ts';

/**
 * A path inside a subgraph's answer as the client knows it: by the names that the client gave, as far as it leads along
 * what the client asked. What a plan asked beside that is no place in the answer, and what a subgraph made up is not
 * passed on.
 * @param type the type of the place where the path begins, of which `nodes` are the fields
 */
export function seenPath(
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  below: Path,
  source: SelectionSource,
): Path {
  const [step, ...rest] = below;
  const nullable = getNullableType(type);
  if (step === undefined) return [];
  if (isListType(nullable)) {
    return typeof step === 'number' ? [step, ...seenPath(nullable.ofType, nodes, rest, source)] : [];
  }
  const selections = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const types = isAbstractType(nullable) ? source.schema.getPossibleTypes(nullable) : [nullable];
  for (const possible of types) {
    if (!isObjectType(possible)) continue;
    for (const [name, fields] of collectFields(possible, selections, source)) {
      const [first] = fields;
      if (first === undefined || source.internalName(first) !== step) continue;
      const definition = possible.getFields()[first.name.value];
      return definition === undefined ? [name] : [name, ...seenPath(definition.type, fields, rest, source)];
    }
  }
  return [];
}
