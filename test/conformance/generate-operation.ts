import fc from 'fast-check';
import {
  getNamedType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** A generated query with the variables it uses. */
export interface GeneratedOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, boolean>>;
}

/** What may be generated. */
export interface OperationOptions {
  /** Choices of argument texts, by `Type.field`. */
  readonly argumentTexts: ArgumentTexts;
  /** Whether `@include` and `@skip` stand on leaves only, and not on what has fields of its own. */
  readonly conditionsOnLeavesOnly: boolean;
}

/** Arguments for required arguments of the schema under test, by `Type.field`. */
export type ArgumentTexts = Readonly<Record<string, readonly string[]>>;

const DEPTH = 5;

/** Valid queries on a schema: aliases, fragments of all kinds, `__typename`, `@include` and `@skip` with variables. */
export function operations(
  schema: GraphQLSchema,
  options: OperationOptions,
): fc.Arbitrary<GeneratedOperation> {
  return fc
    .tuple(fc.array(fc.nat(997), { minLength: 20, maxLength: 150 }), fc.boolean(), fc.boolean())
    .map(([tape, a, b]) => build(schema, options, tape, { a, b }));
}

function build(
  schema: GraphQLSchema,
  { argumentTexts, conditionsOnLeavesOnly }: OperationOptions,
  tape: readonly number[],
  variables: Readonly<Record<string, boolean>>,
): GeneratedOperation {
  let at = 0;
  const next = (below: number): number => {
    const value = tape[at % tape.length] ?? 0;
    at += 1;
    return (value + Math.floor(at / tape.length)) % below;
  };
  const fragments: string[] = [];
  const used = new Set<string>();
  let aliases = 0;

  const condition = (isLeaf = false): string => {
    if (next(6) !== 0 || (conditionsOnLeavesOnly && !isLeaf)) return '';
    const variable = next(2) === 0 ? 'a' : 'b';
    used.add(variable);
    return ` @${next(2) === 0 ? 'include' : 'skip'}(if: $${variable})`;
  };

  const selection = (type: GraphQLNamedType, depth: number): string => {
    const parts: string[] = next(4) === 0 ? ['__typename'] : [];
    if (isObjectType(type) || isInterfaceType(type)) {
      const fields = Object.values(type.getFields());
      const count = 1 + next(3);
      for (let n = 0; n < count; n += 1) {
        const field = fields[next(fields.length)];
        if (field === undefined) continue;
        const inner = getNamedType(field.type);
        if (isCompositeType(inner) && depth >= DEPTH) continue;
        const choices = argumentTexts[`${type.name}.${field.name}`] ?? [''];
        const args = choices[next(choices.length)] ?? '';
        // Every use has an alias of its own, so that no two selections can contradict each other.
        aliases += 1;
        const alias = next(3) === 0 && args === '' && !isNonNullType(field.type) ? '' : `x${aliases}: `;
        const name = `${alias}${field.name}${args}${condition(!isCompositeType(inner))}`;
        parts.push(
          isCompositeType(inner)
            ? `${alias === '' ? `y${aliases}: ` : ''}${name} ${selection(inner, depth + 1)}`
            : name,
        );
      }
    }
    if (isAbstractType(type)) {
      for (const possible of schema.getPossibleTypes(type)) {
        if (next(2) === 0)
          parts.push(`... on ${possible.name}${condition()} ${selection(possible, depth + 1)}`);
      }
    } else if (depth < DEPTH && next(6) === 0) {
      parts.push(fragment(type as GraphQLObjectType, depth));
    }
    return `{ ${parts.length === 0 ? '__typename' : parts.join(' ')} }`;
  };

  const fragment = (type: GraphQLObjectType, depth: number): string => {
    const body = selection(type, depth + 1);
    if (next(2) === 0) return `...${condition()} ${body}`;
    const name = `F${fragments.length}`;
    fragments.push('');
    fragments[Number(name.slice(1))] = `fragment ${name} on ${type.name} ${body}`;
    return `...${name}${condition()}`;
  };

  const root = schema.getQueryType();
  if (!root) throw new Error('no query type');
  const body = selection(root, 0);
  const definitions = [...used].toSorted().map((name) => `$${name}: Boolean!`);
  const header = definitions.length === 0 ? 'query Q' : `query Q(${definitions.join(', ')})`;
  return {
    query: [`${header} ${body}`, ...fragments].join('\n'),
    variables: Object.fromEntries([...used].map((name) => [name, variables[name] ?? false])),
  };
}
