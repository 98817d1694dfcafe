import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type IsTrue, isIncluded } from './conditions.ts';
import type { InternalName } from './internal-name.ts';

/** What is needed to read selections: the schema clients see, the fragments, the Boolean variables. */
export interface SelectionSource {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly isTrue: IsTrue;
  /** Under which name a field stands in the data. */
  readonly internalName: InternalName;
}

/** The fields that selections ask of one runtime type, by response name in the order of the document. */
export function collectFields(
  type: GraphQLObjectType,
  selections: readonly SelectionSetNode[],
  source: SelectionSource,
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const seen = new Set<string>();
  for (const selection of selections) collect(selection, type, source, seen, fields);
  return fields;
}

function collect(
  selectionSet: SelectionSetNode,
  type: GraphQLObjectType,
  source: SelectionSource,
  seen: Set<string>,
  fields: Map<string, FieldNode[]>,
): void {
  for (const node of selectionSet.selections) {
    if (!isIncluded(node, source.isTrue)) continue;
    if (node.kind === Kind.FIELD) {
      const name = node.alias?.value ?? node.name.value;
      const nodes = fields.get(name);
      if (nodes === undefined) fields.set(name, [node]);
      else nodes.push(node);
    } else if (node.kind === Kind.INLINE_FRAGMENT) {
      if (applies(node.typeCondition?.name.value, type, source.schema)) {
        collect(node.selectionSet, type, source, seen, fields);
      }
    } else if (!seen.has(node.name.value)) {
      seen.add(node.name.value);
      const fragment = source.fragments.get(node.name.value);
      if (fragment !== undefined && applies(fragment.typeCondition.name.value, type, source.schema)) {
        collect(fragment.selectionSet, type, source, seen, fields);
      }
    }
  }
}

function applies(condition: string | undefined, type: GraphQLObjectType, schema: GraphQLSchema): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && schema.isSubType(wanted, type);
}
