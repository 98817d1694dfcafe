import fc from 'fast-check';
import {
  type DocumentNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import { type ArgumentValues, GeneratedArguments } from './generate-arguments.ts';
import { Tape } from './tape.ts';

/** A generated operation with the variables it uses. */
export interface GeneratedOperation {
  readonly query: string;
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** How a failure shows it. */
  readonly [fc.toStringMethod]: () => string;
}

const MAX_DEPTH = 6;
const MAX_FIELDS = 40;

/** Names that objects inherit, to be aliases now and then. */
const INHERITED = ['constructor', 'toString', 'valueOf'];

/**
 * Valid operations on a schema: queries and mutations with aliases (also such that are names of other fields), named and
 * inline fragments on objects, interfaces and unions, `__typename`, arguments and variables, `@include` and `@skip`.
 */
export function operations(
  schema: GraphQLSchema,
  values: ArgumentValues = {},
): fc.Arbitrary<GeneratedOperation> {
  return fc
    .array(fc.nat(9_973), { minLength: 24, maxLength: 160 })
    .map((numbers) => new Generator(schema, values, new Tape(numbers)).operation())
    .filter(({ document }) => validate(schema, document).length === 0);
}

/** Writes one operation; it owns what has been written so far. */
class Generator {
  readonly #schema: GraphQLSchema;
  readonly #tape: Tape;
  readonly #arguments: GeneratedArguments;
  readonly #fragments: { readonly name: string; readonly type: GraphQLCompositeType; text: string }[] = [];
  readonly #names: readonly string[];
  #aliases = 0;
  #fields = 0;

  constructor(schema: GraphQLSchema, values: ArgumentValues, tape: Tape) {
    this.#schema = schema;
    this.#tape = tape;
    this.#arguments = new GeneratedArguments(tape, values);
    this.#names = Object.values(schema.getTypeMap())
      .filter((type) => !type.name.startsWith('__') && 'getFields' in type)
      .flatMap((type) => Object.keys((type as GraphQLObjectType).getFields()));
  }

  operation(): GeneratedOperation {
    const mutation = this.#schema.getMutationType();
    const isMutation = mutation !== undefined && mutation !== null && this.#tape.chance(3);
    const root = isMutation ? mutation : this.#schema.getQueryType();
    if (!root) throw new Error('no query type');
    const body = this.#selection(root, 0);
    const { definitions, variables } = this.#arguments;
    const header = definitions.length === 0 ? '' : `(${definitions.join(', ')})`;
    const query = [
      `${isMutation ? 'mutation' : 'query'} Q${header} ${body}`,
      ...this.#fragments.map(({ name, type, text }) => `fragment ${name} on ${type.name} ${text}`),
    ].join('\n');
    const text = `${query}\n${JSON.stringify(variables)}`;
    return { query, document: parse(query), variables, [fc.toStringMethod]: () => text };
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const parts: string[] = [];
    const count = 1 + this.#tape.below(depth === 0 ? 3 : 4);
    for (let n = 0; n < count; n += 1) {
      const part = this.#part(type, depth);
      if (part !== '') parts.push(part);
    }
    return `{ ${parts.length === 0 ? '__typename' : parts.join(' ')} }`;
  }

  #part(type: GraphQLCompositeType, depth: number): string {
    if (depth < MAX_DEPTH && this.#tape.chance(isAbstractType(type) ? 2 : 6))
      return this.#fragment(type, depth);
    if (isUnionType(type) || this.#tape.chance(9)) {
      return `${this.#tape.chance(3) ? this.#alias() : ''}__typename${this.#conditions()}`;
    }
    const field = this.#tape.pick(Object.values(type.getFields()));
    const inner = getNamedType(field.type);
    this.#fields += 1;
    if (isCompositeType(inner) && (depth >= MAX_DEPTH || this.#fields > MAX_FIELDS)) return '';
    const args = this.#arguments.write(type, field);
    const alias = args !== '' || this.#tape.chance(3) ? this.#alias() : '';
    const text = `${alias}${field.name}${args}${this.#conditions()}`;
    return isCompositeType(inner) ? `${text} ${this.#selection(inner, depth + 1)}` : text;
  }

  #alias(): string {
    this.#aliases += 1;
    if (this.#tape.chance(5)) return `${this.#tape.pick(this.#names)}: `;
    return this.#tape.chance(12) ? `${this.#tape.pick(INHERITED)}: ` : `a${this.#aliases}: `;
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const known = this.#fragments.filter((each) => each.text !== '' && this.#overlaps(each.type, type));
    if (known.length > 0 && this.#tape.chance(4))
      return `...${this.#tape.pick(known).name}${this.#conditions()}`;
    if (this.#tape.chance(4)) return `...${this.#conditions()} ${this.#selection(type, depth + 1)}`;
    const condition = this.#tape.pick(this.#overlapping(type));
    if (this.#tape.chance(2)) {
      const conditions = this.#conditions();
      return `... on ${condition.name}${conditions} ${this.#selection(condition, depth + 1)}`;
    }
    const fragment = { name: `F${this.#fragments.length}`, type: condition, text: '' };
    this.#fragments.push(fragment);
    fragment.text = this.#selection(condition, depth + 1);
    return `...${fragment.name}${this.#conditions()}`;
  }

  #conditions(): string {
    if (!this.#tape.chance(7)) return '';
    const one = this.#condition();
    return this.#tape.chance(6) ? `${one}${this.#condition()}` : one;
  }

  #condition(): string {
    const name = this.#tape.chance(2) ? 'include' : 'skip';
    const value = this.#tape.chance(6) ? String(this.#tape.chance(2)) : this.#arguments.condition();
    return ` @${name}(if: ${value})`;
  }

  #overlapping(type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
    return Object.values(this.#schema.getTypeMap())
      .filter(isCompositeType)
      .filter((each) => !each.name.startsWith('__') && this.#overlaps(each, type));
  }

  #overlaps(one: GraphQLCompositeType, other: GraphQLCompositeType): boolean {
    const possible = (type: GraphQLCompositeType): readonly GraphQLObjectType[] =>
      isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
    return possible(one).some((type) => possible(other).includes(type));
  }
}
