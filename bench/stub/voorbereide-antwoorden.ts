import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, type GraphQLSchema, parse } from 'graphql';
import type { Subgraph } from '../gevallen/graaf.ts';
import { PLAATSHOUDER, vindKenmerk } from '../gevallen/kenmerk.ts';

/** How often a subgraph was asked something of a measured question, and how often it had to execute for it. */
export interface Tellers {
  aanroepen: number;
  uitgevoerd: number;
}

/** Answers a request body with the text of an answer. */
export type Beantwoord = (body: string) => string | Promise<string>;

/**
 * A subgraph that executes with graphql-js what it is asked for the first time, and afterwards gives the same bytes
 * with another kenmerk. Two bodies are the same when only their kenmerken differ; each has one kenmerk.
 */
export function voorbereideAntwoorden(subgraph: Subgraph, tellers: Tellers): Beantwoord {
  const schema = buildSubgraphSchema([
    { typeDefs: parse(subgraph.sdl), resolvers: subgraph.resolvers as Record<string, never> },
  ]);
  const sjablonen = new Map<string, readonly string[]>();

  return (body) => {
    const kenmerk = vindKenmerk(body);
    if (kenmerk === undefined) return voerUit(schema, body);
    tellers.aanroepen += 1;
    const sleutel = body.replaceAll(kenmerk, PLAATSHOUDER);
    const sjabloon = sjablonen.get(sleutel);
    if (sjabloon !== undefined) return sjabloon.join(kenmerk);
    tellers.uitgevoerd += 1;
    return voerUit(schema, body).then((tekst) => {
      sjablonen.set(sleutel, tekst.split(kenmerk));
      return tekst;
    });
  };
}

async function voerUit(schema: GraphQLSchema, body: string): Promise<string> {
  const { query, variables, operationName } = JSON.parse(body) as {
    readonly query: string;
    readonly variables?: Record<string, unknown> | null;
    readonly operationName?: string | null;
  };
  const resultaat = await graphql({
    schema,
    source: query,
    variableValues: variables ?? {},
    operationName: operationName ?? null,
  });
  return JSON.stringify(resultaat);
}
