import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getOperationAST,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
  print,
  type SelectionSetNode,
} from 'graphql';
import { type Conditions, takePart } from './take-part.ts';

const TYPENAME = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

const NOTHING: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [] };

/** A selection in the plainest form: fragments are written out. */
type PlainNode = FieldNode | InlineFragmentNode;

/** Where in an operation we are. */
interface Place {
  readonly type: GraphQLCompositeType;
  /** The object types that can be here. */
  readonly possible: readonly GraphQLObjectType[];
  /** What `@include` and `@skip` above decided about variables. */
  readonly conditions: Conditions;
}

/**
 * The part of an operation that subgraphs must answer, in the plainest form: planners have faults in the others, of
 * which one ends the process (docs/planners.md).
 *
 * - Fragments are written out, and left out where no object can be of their type.
 * - What `@include` and `@skip` always leave out is left out, and where they always let through they are. Those of a
 *   fragment stand on its selections.
 * - What is asked twice is asked once, and an alias that is the name of its field is none.
 * - At the root, `__typename` and questions about the schema are left out: the gateway answers those itself.
 * - Wherever a type is an interface or a union, `__typename` is asked: without it nobody can tell what the object is.
 *
 * @returns `undefined` when nothing is left to fetch
 */
export function operationToFetch(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): DocumentNode | undefined {
  const operation = getOperationAST(document, operationName);
  const root = operation ? schema.getRootType(operation.operation) : undefined;
  if (!operation || !root) return undefined;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const place: Place = { type: root, possible: [root], conditions: new Map() };
  const selections = new Plain(schema, fragments).selections(operation.selectionSet, place, true);
  if (selections.length === 0) return undefined;
  const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections };
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }] };
}

/** Writes selections in the plainest form. */
class Plain {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(schema: GraphQLSchema, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#schema = schema;
    this.#fragments = fragments;
  }

  selections({ selections }: SelectionSetNode, place: Place, isRoot: boolean): readonly PlainNode[] {
    const found = selections.flatMap((node): readonly PlainNode[] => {
      const part = takePart(node.directives ?? [], place.conditions);
      if (part === undefined) return [];
      const { directives, conditions } = part;
      if (node.kind === Kind.FIELD) {
        if (isRoot && node.name.value.startsWith('__')) return [];
        return [{ ...this.#field(node, { ...place, conditions }), directives }];
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(node.name.value) : node;
      const inner = this.#within(fragment?.typeCondition?.name.value, { ...place, conditions });
      if (fragment === undefined || inner === undefined) return [];
      const selections = this.selections(fragment.selectionSet, inner, isRoot);
      const found = this.#onEach(directives, selections, inner.type);
      if (found.length === 0 || inner.type === place.type) return found;
      return [inlineFragment(withTypename(inner.type, found), [], inner.type)];
    });
    return merged(found);
  }

  #field({ alias, ...node }: FieldNode, { type, conditions }: Place): FieldNode {
    const written: FieldNode =
      alias === undefined || alias.value === node.name.value ? node : { ...node, alias };
    const field = isUnionType(type) ? undefined : type.getFields()[node.name.value];
    const inner = field === undefined ? undefined : getNamedType(field.type);
    if (node.selectionSet === undefined || !isCompositeType(inner)) return written;
    const place: Place = { type: inner, possible: this.#possible(inner), conditions };
    const found = this.selections(node.selectionSet, place, false);
    const selections = found.length === 0 ? [TYPENAME] : withTypename(inner, found);
    return { ...written, selectionSet: { kind: Kind.SELECTION_SET, selections } };
  }

  /**
   * Directives of a fragment on each of its selections instead. A field that has such a directive itself is asked
   * whenever its own lets it, which does no harm where its failure empties nothing else: the client is not shown it.
   */
  #onEach(
    directives: readonly DirectiveNode[],
    selections: readonly PlainNode[],
    type: GraphQLCompositeType,
  ): readonly PlainNode[] {
    if (directives.length === 0) return selections;
    const names = new Set(directives.map(({ name }) => name.value));
    return selections.map((node) => {
      const own = node.directives ?? [];
      if (node.kind === Kind.INLINE_FRAGMENT) {
        const inner = this.#schema.getType(node.typeCondition?.name.value ?? type.name);
        const within = node.selectionSet.selections as readonly PlainNode[];
        const written = this.#onEach(directives, within, isCompositeType(inner) ? inner : type);
        return { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections: written } };
      }
      if (isTypename(node)) return node;
      if (!own.some(({ name }) => names.has(name.value)))
        return { ...node, directives: [...own, ...directives] };
      return this.#empties(type, node) ? inlineFragment([node], directives, type) : node;
    });
  }

  /** Whether a field that fails, or that is asked for nothing, does more than leave itself empty. */
  #empties(type: GraphQLCompositeType, { name }: FieldNode): boolean {
    if (name.value === '__typename') return false;
    const field = isUnionType(type) ? undefined : type.getFields()[name.value];
    return field === undefined || isNonNullType(field.type) || type === this.#schema.getMutationType();
  }

  /** The place inside a fragment, or nothing when no object can be there. */
  #within(condition: string | undefined, place: Place): Place | undefined {
    const type = condition === undefined ? place.type : this.#schema.getType(condition);
    if (!isCompositeType(type)) return undefined;
    const allowed = new Set(this.#possible(type));
    const possible = place.possible.filter((each) => allowed.has(each));
    if (possible.length === 0) return undefined;
    return isObjectType(place.type) ? place : { ...place, type, possible };
  }

  #possible(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
    return isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
  }
}

/** Selections that ask the same under the same conditions become one. */
function merged(selections: readonly PlainNode[]): readonly PlainNode[] {
  const known = new Map<string, PlainNode>();
  for (const node of selections) {
    const key = keyOf(node);
    const before = known.get(key);
    known.set(key, before === undefined ? node : joined(before, node));
  }
  return [...known.values()];
}

/** All of a selection but what is selected in it. */
function keyOf(node: PlainNode): string {
  const isBare = (node.directives ?? []).length === 0;
  if (node.kind === Kind.FIELD && isBare && (node.arguments ?? []).length === 0) {
    return node.alias === undefined ? node.name.value : `${node.alias.value}:${node.name.value}`;
  }
  return print({ ...node, selectionSet: NOTHING });
}

function joined(one: PlainNode, other: PlainNode): PlainNode {
  if (one.selectionSet === undefined || other.selectionSet === undefined) return one;
  const both = [...one.selectionSet.selections, ...other.selectionSet.selections] as readonly PlainNode[];
  const selections = merged(both);
  return { ...one, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

function inlineFragment(
  selections: readonly PlainNode[],
  directives: readonly DirectiveNode[],
  type: GraphQLCompositeType,
): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type.name } },
    directives,
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}

function withTypename(type: GraphQLCompositeType, selections: readonly PlainNode[]): readonly PlainNode[] {
  return !isAbstractType(type) || selections.some(isTypename) ? selections : [TYPENAME, ...selections];
}

function isTypename(node: PlainNode): boolean {
  if (node.kind !== Kind.FIELD || node.name.value !== '__typename') return false;
  return node.alias === undefined && (node.directives ?? []).length === 0;
}
