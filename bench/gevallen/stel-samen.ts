import { composeServices } from '@apollo/composition';
import { type DocumentNode, parse } from 'graphql';
import type { Graaf } from './graaf.ts';

/**
 * Composes a graph with its subgraphs at `<stub>/<naam>`.
 * @param lees reads the SDL of a subgraph
 * @throws Error when the subgraphs do not compose, with every reason
 */
export function stelSamen(graaf: Graaf, stub: string, lees: (sdl: string) => DocumentNode = parse): string {
  const { supergraphSdl, errors } = composeServices(
    graaf.subgraphs.map(({ naam, sdl }) => ({ name: naam, typeDefs: lees(sdl), url: `${stub}/${naam}` })),
  );
  if (supergraphSdl !== undefined) return supergraphSdl;
  throw new Error(errors.map(({ message }) => message).join('\n'));
}
