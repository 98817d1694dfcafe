import {
  type DocumentNode,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  parse,
  validate,
} from 'graphql';
import type { Operatie } from '../operaties/laad-operaties.ts';

/**
 * What is wrong with the trusted documents, one line each: a document that does not fit the schema or is not one
 * named operation, an example whose variables do not fit, a user that does not exist.
 * @param schema the API schema
 * @param gebruikers the names of the demo users
 */
export function controleerOperaties(
  operaties: Iterable<Operatie>,
  schema: GraphQLSchema,
  gebruikers: ReadonlySet<string>,
): readonly string[] {
  return [...operaties].flatMap((operatie) => [
    ...(gebruikers.has(operatie.als) ? [] : [`${operatie.id}: unknown user ${operatie.als}`]),
    ...documentGebreken(operatie, schema),
  ]);
}

function documentGebreken({ id, document, variabelen }: Operatie, schema: GraphQLSchema): readonly string[] {
  const toon = ({ message, locations }: GraphQLError): string =>
    `${id}:${locations?.[0]?.line ?? 1}: ${message}`;
  const parsed = parseOfFout(document);
  if (parsed instanceof GraphQLError) return [toon(parsed)];
  const gebreken = validate(schema, parsed).map(toon);
  const [operation, ...more] = parsed.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (operation?.name === undefined || more.length > 0)
    return [...gebreken, `${id}: must be exactly one named operation`];
  const definitions = operation.variableDefinitions ?? [];
  const bekend = new Set(definitions.map(({ variable }) => variable.name.value));
  return [
    ...gebreken,
    ...definitions
      .filter((definition) => getVariableValues(schema, [definition], variabelen).errors !== undefined)
      .map(({ variable }) => `${id}: the example's variable ${variable.name.value} does not fit its type`),
    ...Object.keys(variabelen)
      .filter((naam) => !bekend.has(naam))
      .map((naam) => `${id}: the example has a variable ${naam} that the document does not ask for`),
  ];
}

function parseOfFout(document: string): DocumentNode | GraphQLError {
  try {
    return parse(document);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
