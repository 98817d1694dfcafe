import {
  coerceInputValue,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  valueFromAST,
} from 'graphql';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';

/** A variable that cannot be used: its name, where inside it, and the type it should have had. */
export interface OnbruikbareVariabele {
  readonly variabele: string;
  readonly pad: readonly (string | number)[];
  readonly type: string;
}

/** Gives the variables of one request their types and defaults. */
export type CoerceVariables = (sent: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** Beyond this many faults the rest is not looked for: a long list of them helps nobody. */
const MAX_NAMED = 20;

/** Thrown to leave a value half looked at. */
const ENOUGH = new Error('enough faults');

interface Definition {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly hasDefault: boolean;
  readonly defaultValue: unknown;
}

/**
 * Compiles the variable definitions of an operation (GraphQL specification, section 6.1.2). What is wrong is told by
 * name and type; graphql-js would quote the value, which may be a bsn.
 * @throws KetenFout VARIABELE_ONGELDIG with `variabelen: OnbruikbareVariabele[]` (from the compiled function)
 */
export function compileVariables(schema: GraphQLSchema, operation: OperationDefinitionNode): CoerceVariables {
  const definitions = (operation.variableDefinitions ?? []).map((node): Definition => {
    const type = typeFromAST(schema, node.type);
    if (!isInputType(type)) throw new KetenFout('DOCUMENT_ONGELDIG');
    const hasDefault = node.defaultValue !== undefined;
    return {
      name: node.variable.name.value,
      type,
      hasDefault,
      defaultValue: hasDefault ? valueFromAST(node.defaultValue, type) : undefined,
    };
  });
  return (sent) => {
    const coerced: Record<string, unknown> = {};
    const wrong: OnbruikbareVariabele[] = [];
    for (const definition of definitions) {
      if (wrong.length < MAX_NAMED) coerce(definition, sent, coerced, wrong);
    }
    if (wrong.length > 0) throw new KetenFout('VARIABELE_ONGELDIG', undefined, { variabelen: wrong });
    return coerced;
  };
}

function coerce(
  { name, type, hasDefault, defaultValue }: Definition,
  sent: Readonly<Record<string, unknown>>,
  coerced: Record<string, unknown>,
  wrong: OnbruikbareVariabele[],
): void {
  const value = Object.hasOwn(sent, name) ? sent[name] : undefined;
  if (value === undefined) {
    if (hasDefault) coerced[name] = defaultValue;
    else if (isNonNullType(type)) wrong.push({ variabele: name, pad: [], type: String(type) });
    return;
  }
  try {
    coerced[name] = coerceInputValue(value, type, (pad) => {
      wrong.push({ variabele: name, pad: [...pad], type: String(type) });
      if (wrong.length >= MAX_NAMED) throw ENOUGH;
    });
  } catch (stop) {
    if (stop !== ENOUGH) throw stop;
  }
}
