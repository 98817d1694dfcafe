import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import { catalogus, type Foutcode, foutsoort } from '../../schema/fouten/catalogus.ts';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';

/** What Apollo Server's own codes mean in our catalogue. */
const APOLLO_CODES: Readonly<Record<string, Foutcode>> = {
  GRAPHQL_PARSE_FAILED: 'DOCUMENT_ONGELDIG',
  GRAPHQL_VALIDATION_FAILED: 'DOCUMENT_ONGELDIG',
  OPERATION_RESOLUTION_FAILURE: 'OPERATIE_ONBEKEND',
  BAD_REQUEST: 'AANROEP_ONGELDIG',
  BAD_USER_INPUT: 'VARIABELE_ONGELDIG',
};

const VALUES: ReadonlySet<string> = new Set([
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
  Kind.OBJECT_FIELD,
]);

/**
 * Makes of any error what a client may read: a code and a text of the catalogue, with place and path. graphql-js
 * explains validation errors in English; that explanation goes along (`uitleg`) unless it is about a value,
 * since then it quotes the value.
 */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const graphqlError = error instanceof GraphQLError ? error : undefined;
  const original = graphqlError?.originalError ?? error;
  const place = {
    ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
  };
  if (original instanceof KetenFout) {
    return { message: original.message, ...place, extensions: { code: original.code, ...original.details } };
  }
  const given = String(formatted.extensions?.['code'] ?? '');
  if (Object.hasOwn(catalogus, given)) {
    const { bron } = formatted.extensions ?? {};
    const extensions = { code: given, ...(bron === undefined ? {} : { bron }) };
    return { message: foutsoort(given as Foutcode).nl, ...place, extensions };
  }
  const code = isTokenLimit(formatted) ? 'TE_VEEL_TOKENS' : (APOLLO_CODES[given] ?? 'INTERNE_FOUT');
  const uitleg =
    given === 'GRAPHQL_VALIDATION_FAILED' && !isAboutValue(graphqlError) ? formatted.message : undefined;
  return {
    message: foutsoort(code).nl,
    ...place,
    extensions: { code, ...(uitleg === undefined ? {} : { uitleg }) },
  };
}

function isTokenLimit({ message, extensions }: GraphQLFormattedError): boolean {
  return extensions?.['code'] === 'GRAPHQL_PARSE_FAILED' && message.includes('Parsing aborted');
}

/** Fail closed: an error that points nowhere might quote a value as well. */
function isAboutValue(error: GraphQLError | undefined): boolean {
  const nodes = error?.nodes ?? [];
  return nodes.length === 0 || nodes.some(({ kind }) => VALUES.has(kind));
}
