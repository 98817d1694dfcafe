import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';
import { metStrikteScalars } from '../scalars/met-strikte-scalars.ts';

/** What a client sees of a supergraph: its API schema, with strict scalars. */
export function apiSchema(sdl: string): GraphQLSchema {
  const supergraph = Supergraph.build(sdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES });
  return metStrikteScalars(supergraph.apiSchema().toGraphQLJSSchema());
}
