import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';

/** How large an operation may be. */
export interface Limits {
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxRootFields: number;
  /** The most rows all pages together may have. */
  readonly maxCost: number;
  /** The most selections, counted as if every fragment were written out. */
  readonly maxSelections: number;
}

/** The defaults; a request body is at most 100 KB and a document at most 2.000 tokens. */
export const DEFAULT_LIMITS: Limits = {
  maxDepth: 15,
  maxAliases: 50,
  maxRootFields: 20,
  maxCost: 5_000,
  maxSelections: 10_000,
};

/** The cost of an operation in rows, for these coerced variables. */
export type CostOf = (variables: Readonly<Record<string, unknown>>) => number;

/** What a part of an operation weighs, all fragments written out. */
interface Weight {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
  readonly selections: number;
  readonly cost: CostOf;
}

const NOTHING: Weight = { depth: 0, aliases: 0, fields: 0, selections: 0, cost: () => 0 };

/**
 * Checks the size of a validated operation and gives the cost that its variables still decide. Each fragment is
 * weighed once, so that a small document cannot make this work large.
 * @throws KetenFout TE_DIEP, TE_VEEL_ALIASSEN, TE_VEEL_WORTELVELDEN, TE_DUUR, DOCUMENT_ONGELDIG
 */
export function checkSize(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  limits: Limits,
): CostOf {
  const root = schema.getRootType(operation.operation);
  if (!root) throw new KetenFout('OPERATIE_NIET_ONDERSTEUND');
  const weight = weigher(schema, document)(operation.selectionSet, root);
  if (weight.depth > limits.maxDepth) throw new KetenFout('TE_DIEP', undefined, { hooguit: limits.maxDepth });
  if (weight.aliases > limits.maxAliases) {
    throw new KetenFout('TE_VEEL_ALIASSEN', undefined, { hooguit: limits.maxAliases });
  }
  if (weight.fields > limits.maxRootFields) {
    throw new KetenFout('TE_VEEL_WORTELVELDEN', undefined, { hooguit: limits.maxRootFields });
  }
  if (weight.selections > limits.maxSelections) {
    throw new KetenFout('TE_DUUR', undefined, { hooguit: limits.maxSelections });
  }
  return weight.cost;
}

/** @throws KetenFout TE_DUUR when the pages of the operation can hold more rows than allowed */
export function checkCost(cost: number, { maxCost }: Limits): void {
  if (!(cost <= maxCost)) throw new KetenFout('TE_DUUR', undefined, { hooguit: maxCost });
}

type Weigh = (selectionSet: SelectionSetNode, parent: GraphQLCompositeType) => Weight;

function weigher(schema: GraphQLSchema, document: DocumentNode): Weigh {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const weighed = new Map<string, Weight>();

  const weigh: Weigh = ({ selections }, parent) =>
    selections
      .map((node): Weight => {
        if (node.kind === Kind.FIELD) return weighField(node, parent);
        if (node.kind === Kind.INLINE_FRAGMENT) {
          return weigh(node.selectionSet, compositeType(schema, node.typeCondition?.name.value) ?? parent);
        }
        return weighFragment(node.name.value, parent);
      })
      .reduce(together, NOTHING);

  const weighFragment = (name: string, parent: GraphQLCompositeType): Weight => {
    const known = weighed.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    if (fragment === undefined) return NOTHING;
    const type = compositeType(schema, fragment.typeCondition.name.value) ?? parent;
    const weight = weigh(fragment.selectionSet, type);
    weighed.set(name, weight);
    return weight;
  };

  const weighField = (node: FieldNode, parent: GraphQLCompositeType): Weight => {
    const name = node.name.value;
    // Names that begin so are reserved (GraphQL, section 2.1.9): `__typename` must be itself, `__proto__` no field.
    if (node.alias?.value.startsWith('__') === true) throw new KetenFout('DOCUMENT_ONGELDIG');
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const type = definition === undefined ? undefined : getNamedType(definition.type);
    // What is asked about the schema itself is bounded by the schema.
    const isIntrospection = name.startsWith('__');
    const inner =
      node.selectionSet === undefined || isIntrospection || !isCompositeType(type)
        ? NOTHING
        : weigh(node.selectionSet, type);
    const pageSize = pageSizeOf(node, definition?.args.find((arg) => arg.name === 'first')?.defaultValue);
    return {
      depth: inner.depth + 1,
      aliases: inner.aliases + (node.alias === undefined ? 0 : 1),
      fields: 1,
      selections: inner.selections + 1,
      cost:
        pageSize === undefined
          ? inner.cost
          : (variables) => {
              const rows = pageSize(variables);
              return rows + rows * inner.cost(variables);
            },
    };
  };
  return weigh;
}

function together(a: Weight, b: Weight): Weight {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    fields: a.fields + b.fields,
    selections: a.selections + b.selections,
    cost: (variables) => a.cost(variables) + b.cost(variables),
  };
}

/** The number of rows a page may have; `undefined` when the field has no pages. */
function pageSizeOf(node: FieldNode, byDefault: unknown): CostOf | undefined {
  const value = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (value === undefined) return typeof byDefault === 'number' ? () => byDefault : undefined;
  if (value.kind === Kind.INT) {
    const rows = Math.max(0, Number(value.value));
    return () => rows;
  }
  if (value.kind !== Kind.VARIABLE) return undefined;
  const name = value.name.value;
  return (variables) => {
    const rows = variables[name] ?? byDefault;
    return typeof rows === 'number' ? Math.max(0, rows) : 0;
  };
}

function compositeType(schema: GraphQLSchema, name: string | undefined): GraphQLCompositeType | undefined {
  const type = name === undefined ? undefined : schema.getType(name);
  return isCompositeType(type) ? type : undefined;
}
