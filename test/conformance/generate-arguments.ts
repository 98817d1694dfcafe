import {
  astFromValue,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  print,
} from 'graphql';
import type { Tape } from './tape.ts';

/** Values that arguments may get, by `Type.field.argument`. */
export type ArgumentValues = Readonly<Record<string, readonly unknown[]>>;

const OF_TYPE: Readonly<Record<string, readonly unknown[]>> = {
  Int: [0, 1, 2, -3],
  Float: [0, 1.5, -2],
  String: ['', 'x', 'quote " and \\ and é'],
  Boolean: [true, false],
  ID: ['1', '2'],
};

/** Writes arguments and the variables they use, as literals or as variables with and without defaults. */
export class GeneratedArguments {
  readonly #tape: Tape;
  readonly #values: ArgumentValues;
  readonly definitions: string[] = [];
  readonly variables: Record<string, unknown> = {};

  constructor(tape: Tape, values: ArgumentValues) {
    this.#tape = tape;
    this.#values = values;
  }

  /** The arguments of one field, or nothing. */
  write(type: GraphQLCompositeType, field: GraphQLField<unknown, unknown>): string {
    const written = field.args.flatMap((argument) => {
      const isOptional = !isNonNullType(argument.type) || argument.defaultValue !== undefined;
      if (isOptional && this.#tape.chance(3)) return [];
      const choices = this.#values[`${type.name}.${field.name}.${argument.name}`];
      const value = choices === undefined ? this.#value(argument.type) : this.#tape.pick(choices);
      const text = this.#tape.chance(2)
        ? this.#variable(argument.type, value, argument.defaultValue !== undefined)
        : literal(value, argument.type);
      return [`${argument.name}: ${text}`];
    });
    return written.length === 0 ? '' : `(${written.join(', ')})`;
  }

  /** A Boolean variable for `@include` and `@skip`; few of them, so that they meet again. */
  condition(): string {
    const name = `if${this.#tape.below(3)}`;
    if (!this.definitions.some((each) => each.startsWith(`$${name}:`))) {
      const hasDefault = this.#tape.chance(3);
      this.definitions.push(
        hasDefault ? `$${name}: Boolean = ${this.#tape.chance(2)}` : `$${name}: Boolean!`,
      );
      if (!hasDefault || this.#tape.chance(2)) this.variables[name] = this.#tape.chance(2);
    }
    return `$${name}`;
  }

  #variable(type: GraphQLInputType, value: unknown, mayBeAbsent: boolean): string {
    const name = `v${this.definitions.length}`;
    if (value !== null && this.#tape.chance(4)) {
      this.definitions.push(`$${name}: ${String(type)} = ${literal(value, type)}`);
    } else {
      this.definitions.push(`$${name}: ${String(type)}`);
      if (!isNonNullType(type) && mayBeAbsent && this.#tape.chance(4)) return `$${name}`;
      this.variables[name] = value;
    }
    return `$${name}`;
  }

  #value(type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return this.#value(type.ofType) ?? this.#value(type);
    if (this.#tape.chance(8)) return null;
    if (isListType(type)) return Array.from({ length: this.#tape.below(3) }, () => this.#value(type.ofType));
    if (isEnumType(type)) return this.#tape.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      return Object.fromEntries(
        Object.values(type.getFields())
          .filter((field) => isRequiredInputField(field) || this.#tape.chance(2))
          .map((field) => [field.name, this.#value(field.type)]),
      );
    }
    return this.#tape.pick(OF_TYPE[type.name] ?? ['x', 7, true]);
  }
}

function literal(value: unknown, type: GraphQLInputType): string {
  const node = astFromValue(value, type);
  if (!node) throw new Error(`no literal of ${String(type)}`);
  return print(node);
}
