import {
  type FieldDefinitionNode,
  graphql,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  isObjectType,
  Kind,
  parse,
  type TypeDefinitionNode,
} from 'graphql';
import type { TestSubgraph } from '../gateway/graph-in-process.ts';

type Row = Record<string, unknown>;
type Resolver = (parent: Row, args: Row, context: unknown, info: unknown) => unknown;

interface Owner {
  readonly subgraph: string;
  /** Resolves the field of this type. */
  readonly resolve: Resolver | undefined;
  /** Completes an object that may be only a key. */
  readonly complete: ((key: Row) => unknown) | undefined;
  /** Fields that `@requires` names. */
  readonly requires: readonly string[];
}

/** Runs an operation on one schema over the data of all subgraphs; fields of the failing subgraphs throw. */
export type AskMonolith = (
  query: string,
  variables: Row,
  failing: ReadonlySet<string>,
) => Promise<ExecutionResult>;

/**
 * The oracle: graphql-js on the schema that clients see, with the resolvers of the subgraphs put together in the
 * plainest way. An entity is completed by the owner of each field, one object at a time.
 */
export function monolith(schema: GraphQLSchema, subgraphs: readonly TestSubgraph[]): AskMonolith {
  const owners = new Map<string, Owner>();
  for (const subgraph of subgraphs) readOwners(subgraph, owners);
  let failing: ReadonlySet<string> = new Set();

  const read = async (type: string, name: string, parent: Row, args: Row): Promise<unknown> => {
    const owner = owners.get(`${type}.${name}`);
    if (owner === undefined) return parent[name];
    if (failing.has(owner.subgraph)) throw new GraphQLError('away');
    let source = parent;
    if (owner.complete !== undefined && !(Object.hasOwn(parent, name) && owner.resolve === undefined)) {
      const completed = await owner.complete(parent);
      if (completed === null || completed === undefined) return null;
      source = { ...parent, ...(completed as Row) };
    }
    for (const required of owner.requires) {
      if (!Object.hasOwn(source, required))
        source = { ...source, [required]: await read(type, required, source, {}) };
    }
    return owner.resolve === undefined ? source[name] : owner.resolve(source, args, {}, {});
  };

  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      field.resolve = (parent: Row | undefined, args: Row) => read(type.name, field.name, parent ?? {}, args);
    }
  }
  return async (query, variables, away) => {
    failing = away;
    const result = await graphql({ schema, source: query, variableValues: variables });
    return JSON.parse(JSON.stringify(result)) as ExecutionResult;
  };
}

function readOwners({ name: subgraph, typeDefs, resolvers }: TestSubgraph, owners: Map<string, Owner>): void {
  for (const node of parse(typeDefs).definitions as readonly TypeDefinitionNode[]) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const type = node.name.value;
    const keys = new Set(
      (node.directives ?? [])
        .filter(({ name }) => name.value === 'key')
        .flatMap((directive) => textOf(directive.arguments?.[0]?.value).split(/[\s{}]+/)),
    );
    const typeResolvers = (resolvers as Record<string, Record<string, Resolver>>)[type] ?? {};
    const reference = typeResolvers['__resolveReference'] as unknown as ((key: Row) => unknown) | undefined;
    for (const field of node.fields ?? []) {
      const name = field.name.value;
      if (keys.has(name) || hasDirective(field, 'external')) continue;
      const requires = field.directives?.find((each) => each.name.value === 'requires');
      owners.set(`${type}.${name}`, {
        subgraph,
        resolve: Object.hasOwn(typeResolvers, name) ? typeResolvers[name] : undefined,
        complete: reference,
        requires: requires === undefined ? [] : textOf(requires.arguments?.[0]?.value).split(' '),
      });
    }
  }
}

function hasDirective(field: FieldDefinitionNode, name: string): boolean {
  return field.directives?.some((each) => each.name.value === name) === true;
}

function textOf(value: unknown): string {
  return (value as { readonly value?: string } | undefined)?.value ?? '';
}
