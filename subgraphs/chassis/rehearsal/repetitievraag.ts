import {
  type ArgumentNode,
  type DocumentNode,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isCompositeType,
  isRequiredArgument,
  isUnionType,
  Kind,
  parse,
} from 'graphql';

/** A question and the entities it is about. */
export interface Repetitievraag {
  readonly document: DocumentNode;
  readonly variables: { readonly r: readonly Readonly<Record<string, string>>[] };
}

/** The key of nobody and nothing: a uuid that stands for none (RFC 9562, section 5.9). */
export const NIEMAND = '00000000-0000-0000-0000-000000000000';

/** The fields of a subgraph that are about the subgraph itself. */
const VAN_FEDERATIE: ReadonlySet<string> = new Set(['_entities', '_service']);

/**
 * Makes, from the schema of a subgraph, the question that goes the most ways into its database at once: every entity that has
 * a key of one field, by a key that nobody has, and every root field that can be asked without arguments.
 */
export function repetitievraag(schema: GraphQLSchema): Repetitievraag {
  const ingangen = selectie(schema.getQueryType(), VAN_FEDERATIE);
  const entiteiten = entiteitenVan(schema).flatMap((type) => {
    const sleutel = sleutelVan(type);
    return sleutel === undefined ? [] : [{ type, sleutel }];
  });
  const delen = entiteiten.map(
    ({ type, sleutel }) => `... on ${type.name} { __typename ${selectie(type, new Set([sleutel]))} }`,
  );
  return {
    document: parse(
      `query ($r: [_Any!]!) { ${ingangen} _entities(representations: $r) { ${delen.join(' ')} } }`,
    ),
    variables: { r: entiteiten.map(({ type, sleutel }) => ({ __typename: type.name, [sleutel]: NIEMAND })) },
  };
}

/**
 * The fields of a type that need no argument, but for some. Fields of one name may differ among types: each has an alias of
 * its own.
 */
function selectie(type: GraphQLObjectType | null | undefined, behalve: ReadonlySet<string>): string {
  if (!type) return '';
  return Object.values(type.getFields())
    .filter(({ name, args }) => !behalve.has(name) && !args.some(isRequiredArgument))
    .map((veld) => `${type.name}_${veld.name}: ${veld.name}${onder(veld)}`)
    .join(' ');
}

function onder({ type }: GraphQLField<unknown, unknown>): string {
  return isCompositeType(getNamedType(type)) ? ' { __typename }' : '';
}

function entiteitenVan(schema: GraphQLSchema): readonly GraphQLObjectType[] {
  const entiteit = schema.getType('_Entity');
  return isUnionType(entiteit) ? entiteit.getTypes() : [];
}

/** The first key of a type that is one field. */
function sleutelVan({ astNode }: GraphQLObjectType): string | undefined {
  return astNode?.directives
    ?.filter(({ name }) => name.value === 'key')
    .map(({ arguments: argumenten }) => tekstVan(argumenten?.find(({ name }) => name.value === 'fields')))
    .find((velden) => velden !== undefined && /^\w+$/.test(velden));
}

function tekstVan(argument: ArgumentNode | undefined): string | undefined {
  return argument?.value.kind === Kind.STRING ? argument.value.value.trim() : undefined;
}
