import { Supergraph } from '@apollo/federation-internals';
import { graphql, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import type { Geval } from './gevallen.ts';
import { PLAATSHOUDER } from './kenmerk.ts';

/**
 * The right answer to a case, by graphql-js on one schema with the resolvers of all subgraphs: no gateway is involved.
 * The ids in it carry the placeholder instead of a kenmerk.
 * @returns the `data` of the answer
 * @throws Error when the document does not run
 */
export async function verwachtAntwoord(geval: Geval, supergraph: string): Promise<unknown> {
  const { data, errors } = await graphql({
    schema: monoliet(geval, supergraph),
    source: geval.document,
    variableValues: geval.variables(PLAATSHOUDER),
  });
  if (errors !== undefined)
    throw new Error(`${geval.naam}: ${errors.map(({ message }) => message).join('; ')}`);
  return JSON.parse(JSON.stringify(data)) as unknown;
}

/** The schema that clients see, without resolvers. */
export function publiekSchema(supergraph: string): GraphQLSchema {
  return Supergraph.build(supergraph).apiSchema().toGraphQLJSSchema();
}

function monoliet({ graaf }: Geval, supergraph: string): GraphQLSchema {
  const schema = publiekSchema(supergraph);
  for (const { resolvers } of graaf.subgraphs) {
    for (const [typeNaam, velden] of Object.entries(resolvers)) {
      const type = schema.getType(typeNaam);
      if (!isObjectType(type)) continue;
      for (const [naam, resolve] of Object.entries(velden)) {
        const veld = type.getFields()[naam];
        if (veld !== undefined) veld.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
      }
    }
  }
  return schema;
}
