import {
  defaultFieldResolver,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import type { Fault, Faults, GraphContext, Row } from './graph-context.ts';

/** Nothing fails. */
export const NO_FAULTS: Faults = { fields: new Map(), gone: new Map() };

/** What a fault does instead of resolving. */
export function happen({ code }: Fault): null {
  if (code === undefined) return null;
  throw new GraphQLError('as the test asked', { extensions: { code } });
}

/** The fault of one field of one row, if it has one. */
export function faultOf(faults: Faults, field: string, parent: unknown): Fault | undefined {
  return faults.fields.get(`${field}#${idOf(parent)}`);
}

/** The id by which a row is known to the faults. */
export function idOf(parent: unknown): string {
  const id = typeof parent === 'object' && parent !== null ? (parent as Row)['id'] : undefined;
  return typeof id === 'string' ? id : '';
}

/** Resolves a field, or does something else first. */
export type Gate = (
  call: {
    readonly type: string;
    readonly parent: unknown;
    readonly args: Row;
    readonly context: GraphContext;
    readonly info: GraphQLResolveInfo;
  },
  resolve: (parent: unknown) => unknown,
) => unknown;

/** Puts a gate before every field of a schema. */
export function gateFields(schema: GraphQLSchema, gate: Gate): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const original: GraphQLFieldResolver<unknown, unknown> = field.resolve ?? defaultFieldResolver;
      field.resolve = (parent: unknown, args: Row, context: GraphContext, info) =>
        gate({ type: type.name, parent, args, context, info }, (row) => original(row, args, context, info));
    }
  }
}
