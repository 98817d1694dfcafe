import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';

/** How large an operation may be. */
export interface Limits {
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxRootFields: number;
  /** The most rows all pages together may have. */
  readonly maxCost: number;
  /** The most fields and fragments, counted as if every fragment were written out. */
  readonly maxSelections: number;
  /** The most times `@include` and `@skip` stand in the operation, every fragment written out. */
  readonly maxConditions: number;
}

/** The defaults; a request body is at most 100 KB and a document at most 2.000 tokens. */
export const DEFAULT_LIMITS: Limits = {
  maxDepth: 15,
  maxAliases: 50,
  maxRootFields: 20,
  maxCost: 5_000,
  maxSelections: 10_000,
  maxConditions: 100,
};

/** The cost of an operation in rows, for these coerced variables. */
export type CostOf = (variables: Readonly<Record<string, unknown>>) => number;

/** What a part of an operation weighs, all fragments written out. */
interface Weight {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
  readonly selections: number;
  readonly conditions: number;
  readonly cost: CostOf;
}

/** Names that a client may not give: GraphQL's own (section 2.1.9), and those under which plans carry on. */
const RESERVED = /^(?:__|ketengraaf_)/;

/** Names of variables that plans use for the entities they ask. */
const RESERVED_VARIABLE = /^(?:representations|__)/;

const CONDITIONS: ReadonlySet<string> = new Set(['include', 'skip']);

const NOTHING: Weight = { depth: 0, aliases: 0, fields: 0, selections: 0, conditions: 0, cost: () => 0 };

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
  const variables = operation.variableDefinitions ?? [];
  if (variables.some(({ variable }) => RESERVED_VARIABLE.test(variable.name.value))) {
    throw new KetenFout('DOCUMENT_ONGELDIG');
  }
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
  // A planner weighs combinations of conditions, so these grow faster than what they stand on.
  if (weight.conditions > limits.maxConditions) {
    throw new KetenFout('TE_DUUR', undefined, { hooguit: limits.maxConditions });
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
        const weight = weighSelection(node, parent);
        const conditions = (node.directives ?? []).filter(({ name }) => CONDITIONS.has(name.value)).length;
        return { ...weight, selections: weight.selections + 1, conditions: weight.conditions + conditions };
      })
      .reduce(together, NOTHING);

  const weighSelection = (node: SelectionNode, parent: GraphQLCompositeType): Weight => {
    if (node.kind === Kind.FIELD) return weighField(node, parent);
    if (node.kind === Kind.FRAGMENT_SPREAD) return weighFragment(node.name.value, parent);
    return weigh(node.selectionSet, compositeType(schema, node.typeCondition?.name.value) ?? parent);
  };

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
    if (RESERVED.test(node.alias?.value ?? '')) throw new KetenFout('DOCUMENT_ONGELDIG');
    const definition = fieldOf(parent, name);
    const type = definition === undefined ? undefined : getNamedType(definition.type);
    const inner =
      node.selectionSet === undefined || !isCompositeType(type) ? NOTHING : weigh(node.selectionSet, type);
    const pageSize = pageSizeOf(node, definition?.args.find((arg) => arg.name === 'first')?.defaultValue);
    return {
      depth: inner.depth + 1,
      aliases: inner.aliases + (node.alias === undefined ? 0 : 1),
      fields: 1,
      selections: inner.selections,
      conditions: inner.conditions,
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
    conditions: a.conditions + b.conditions,
    cost: (variables) => a.cost(variables) + b.cost(variables),
  };
}

/** The definition of a field, also of one about the schema itself. */
function fieldOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
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
