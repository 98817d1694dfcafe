import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import type { Graaf } from './graaf.ts';

/**
 * Composes a graph with its subgraphs at `<stub>/<naam>`.
 * @throws Error when the subgraphs do not compose, with every reason
 */
export function stelSamen(graaf: Graaf, stub: string): string {
  const { supergraphSdl, errors } = composeServices(
    graaf.subgraphs.map(({ naam, sdl }) => ({ name: naam, typeDefs: parse(sdl), url: `${stub}/${naam}` })),
  );
  if (supergraphSdl !== undefined) return supergraphSdl;
  throw new Error(errors.map(({ message }) => message).join('\n'));
}
