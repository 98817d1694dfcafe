import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { bestandFout } from '../schema/bestanden/bestand-fout.ts';

/**
 * The document of a supergraph.
 * @throws KetenFout BESTAND_ONGELDIG naming the line that cannot be read
 */
export function parseSupergraph(sdl: string): DocumentNode {
  try {
    return parse(sdl);
  } catch (cause) {
    if (!(cause instanceof GraphQLError)) throw cause;
    const regel = cause.locations?.[0]?.line;
    throw bestandFout(
      'supergraph',
      [{ reden: cause.message, ...(regel === undefined ? {} : { regel }) }],
      cause,
    );
  }
}
