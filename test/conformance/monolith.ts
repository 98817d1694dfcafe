import {
  buildSchema,
  type ExecutionResult,
  getNamedType,
  graphql,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { setImmediate } from 'node:timers/promises';
import type { GraphContext, Row } from './graph-context.ts';
import type { ConformanceGraph } from './conformance-graph.ts';
import type { Fault, Faults } from './graph-context.ts';
import { faultOf, gateFields, happen, idOf, NO_FAULTS } from './faults.ts';
import type { Asked } from './federated.ts';
import { type OwnedField, ownership } from './ownership.ts';

/** What one schema answers. */
export interface OracleAnswer {
  readonly result: ExecutionResult;
  /** Every place that failed, with its code, also where graphql-js reports another one for the same emptiness. */
  readonly failed: readonly string[];
}

/** The oracle: graphql-js on the schema that clients see. */
export interface Monolith {
  readonly schema: GraphQLSchema;
  readonly ask: (asked: Asked, faults?: Faults) => Promise<OracleAnswer>;
}

/** How a place and a code are written in `OracleAnswer.failed`. */
export function failedAt(path: readonly (string | number)[] | undefined, code: unknown): string {
  return `${path?.join('.') ?? ''} ${String(code)}`;
}

/** Codes of a subgraph that the gateway passes on; every other is BRON_MISLUKT. */
const PASSED_ON: ReadonlySet<unknown> = new Set(['CURSOR_ONGELDIG', 'INVOER_ONGELDIG', 'NIET_GEAUTORISEERD']);

/** The code with which the gateway reports what failed with this one. */
export function seenCode(code: unknown): string {
  return PASSED_ON.has(code) ? String(code) : 'BRON_MISLUKT';
}

interface Owner extends OwnedField {
  readonly subgraph: string;
}

type Context = GraphContext & { readonly failed: string[] };

/** One schema with the resolvers that the graph gives for the whole, failing where subgraphs would. */
export function monolith(graph: ConformanceGraph): Monolith {
  const schema = buildSchema(graph.api);
  const owners = ownersIn(graph, schema);
  for (const [type, fields] of Object.entries(graph.whole)) {
    const definition = schema.getType(type);
    if (!isObjectType(definition)) throw new Error(`${type} is no object type`);
    for (const [name, resolve] of Object.entries(fields)) {
      const field = definition.getFields()[name];
      if (field === undefined) throw new Error(`${type} has no ${name}`);
      field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
    }
  }
  gateFields(schema, async ({ type, parent, context, info }, resolve) => {
    const owner = owners.get(`${type}.${info.fieldName}`);
    try {
      const row = await withRequired(owner?.requires, parent, context as Context, info);
      const fault = faultHere(owner, parent, context.faults, info.fieldName);
      const value = fault === undefined ? await resolve(row) : happen(fault);
      if (value === null && isNonNullType(info.returnType)) note(context, info, undefined);
      return value;
    } catch (error) {
      note(context, info, error);
      throw error;
    }
  });
  return {
    schema,
    ask: async ({ query, variables }, faults = NO_FAULTS) => {
      const contextValue: Context = { faults, notes: [], failed: [] };
      const result = await graphql({ schema, source: query, variableValues: variables, contextValue });
      // What graphql-js no longer waited for also fails.
      await setImmediate();
      for (const { path, extensions } of result.errors ?? [])
        contextValue.failed.push(failedAt(path, seenCode(extensions['code'])));
      return { result: JSON.parse(JSON.stringify(result)) as ExecutionResult, failed: contextValue.failed };
    },
  };
}

function note(context: GraphContext, { path }: GraphQLResolveInfo, error: unknown): void {
  const steps: (string | number)[] = [];
  for (let at: typeof path | undefined = path; at !== undefined; at = at.prev) steps.unshift(at.key);
  const code = (error as { extensions?: { code?: unknown } } | undefined)?.extensions?.code;
  (context as Context).failed.push(failedAt(steps, seenCode(code)));
}

function faultHere(
  owner: Owner | undefined,
  parent: unknown,
  faults: Faults,
  field: string,
): Fault | undefined {
  const own = faultOf(faults, field, parent);
  if (own !== undefined || owner === undefined) return own;
  if (faults.away === owner.subgraph) return { code: 'BRON_MISLUKT' };
  return owner.isKey ? undefined : faults.gone.get(`${owner.subgraph}#${idOf(parent)}`);
}

/** The one subgraph that resolves each field; a field that several resolve has none. */
function ownersIn({ subgraphs }: ConformanceGraph, schema: GraphQLSchema): ReadonlyMap<string, Owner> {
  const owners = new Map<string, Owner | undefined>();
  const all = subgraphs.flatMap(({ name, typeDefs }) =>
    ownership(typeDefs).map((field): Owner => ({ ...field, subgraph: name })),
  );
  for (const owner of all) {
    const isTaken = all.some(
      ({ type, field, takenFrom }) =>
        type === owner.type && field === owner.field && takenFrom === owner.subgraph,
    );
    if (owner.isExternal || isTaken) continue;
    for (const type of objectTypes(schema, owner, subgraphs)) {
      const coordinate = `${type}.${owner.field}`;
      owners.set(coordinate, owners.has(coordinate) ? undefined : owner);
    }
  }
  return new Map([...owners].filter((entry): entry is [string, Owner] => entry[1] !== undefined));
}

/** The object types that clients see for a type of a subgraph: all of an interface where the subgraph has an object. */
function objectTypes(
  schema: GraphQLSchema,
  { type, subgraph }: Owner,
  subgraphs: ConformanceGraph['subgraphs'],
): readonly string[] {
  const seen = schema.getType(type);
  if (!isInterfaceType(seen)) return [type];
  const sdl = subgraphs.find(({ name }) => name === subgraph)?.typeDefs ?? '';
  const isInterfaceObject = new RegExp(`type ${type}\\b[^{]*@(federation__)?interfaceObject`).test(sdl);
  return isInterfaceObject ? schema.getPossibleTypes(seen).map(({ name }) => name) : [];
}

/** The row as the subgraph of a field gets it: what the field requires comes from others, who may fail. */
async function withRequired(
  selection: SelectionSetNode | undefined,
  parent: unknown,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  if (selection === undefined) return parent;
  const failures: unknown[] = [];
  const row = await read({ type: info.parentType, selection, context, info, failures }, parent);
  for (const failure of failures) note(context, info, failure);
  if (failures.length > 0) throw failures[0];
  return row;
}

interface Reading {
  readonly type: GraphQLObjectType;
  readonly selection: SelectionSetNode;
  readonly context: Context;
  readonly info: GraphQLResolveInfo;
  /** What of the required fields failed. */
  readonly failures: unknown[];
}

async function read(reading: Reading, parent: unknown): Promise<Row> {
  const { type, selection, context, info, failures } = reading;
  const known: Record<string, unknown> = { ...(parent as Row) };
  for (const node of selection.selections) {
    if (node.kind === Kind.INLINE_FRAGMENT) {
      const condition = info.schema.getType(node.typeCondition?.name.value ?? type.name);
      const applies =
        condition === type || (isAbstractType(condition) && info.schema.isSubType(condition, type));
      if (applies) Object.assign(known, await read({ ...reading, selection: node.selectionSet }, parent));
      continue;
    }
    if (node.kind !== Kind.FIELD || node.name.value === '__typename') continue;
    const field = type.getFields()[node.name.value];
    if (field?.resolve === undefined) continue;
    const args = Object.fromEntries(
      field.args.map(({ name, defaultValue }) => {
        const given = node.arguments?.find((each) => each.name.value === name);
        return [name, given === undefined ? defaultValue : valueFromASTUntyped(given.value)];
      }),
    );
    const fieldInfo = { ...info, fieldName: field.name, returnType: field.type, parentType: type };
    try {
      const value: unknown = await field.resolve(parent, args, { ...context, failed: [] }, fieldInfo);
      if (value === null && isNonNullType(field.type)) happen({ code: 'BRON_MISLUKT' });
      known[field.name] =
        node.selectionSet === undefined
          ? value
          : await nested({ ...reading, selection: node.selectionSet }, getNamedType(field.type).name, value);
    } catch (failure) {
      failures.push(failure);
    }
  }
  return known;
}

async function nested(reading: Reading, typeName: string, value: unknown): Promise<unknown> {
  if (value === null || value === undefined) return value;
  if (Array.isArray(value)) return Promise.all(value.map((each) => nested(reading, typeName, each)));
  const { schema } = reading.info;
  const declared = schema.getType(typeName);
  const type = isAbstractType(declared) ? schema.getType(String((value as Row)['__typename'])) : declared;
  if (!isObjectType(type)) throw new Error(`${typeName} has no runtime type`);
  return read({ ...reading, type }, value);
}
