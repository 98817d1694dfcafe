import { composeServices } from '@apollo/composition';
import { SUBGRAPHS } from '../codelijsten/subgraphs.ts';
import { lintSubgraphs } from '../lint/lint-subgraphs.ts';
import { lintSupergraph } from '../lint/lint-supergraph.ts';
import type { Lintgebrek } from '../lint/gebrek.ts';
import type { SubgraphBron } from '../lint/subgraph-bron.ts';

/** Where the composed supergraph stands, from the root of the project. */
export const SUPERGRAPH = 'schema/supergraph.graphql';

/** A supergraph as SDL, or every reason why there is none, one line each. */
export type Samenstelling = { readonly sdl: string } | { readonly gebreken: readonly string[] };

/**
 * Lints the subgraphs, composes them and lints what came out. The same subgraphs always give the same bytes.
 * @param gegevensgroepen the codes of the data groups that fields may list
 * @param persoonsgroepen those of them that hold data about persons
 */
export function stelSamen(
  bronnen: readonly SubgraphBron[],
  gegevensgroepen: ReadonlySet<string>,
  persoonsgroepen: ReadonlySet<string>,
): Samenstelling {
  const gelint = lintSubgraphs(bronnen, gegevensgroepen, persoonsgroepen);
  if (gelint.length > 0) return { gebreken: gelint.map(toon) };
  const { supergraphSdl, errors } = composeServices(
    bronnen.map(({ naam, document }) => ({ name: naam, typeDefs: document, url: routingUrl(naam) })),
  );
  if (supergraphSdl === undefined) {
    return {
      gebreken: errors.map(
        ({ message, extensions }) => `${SUPERGRAPH}: ${String(extensions['code'])}: ${message}`,
      ),
    };
  }
  const sdl = `${supergraphSdl.trimEnd()}\n`;
  const gebreken = lintSupergraph(sdl, SUPERGRAPH, gegevensgroepen);
  return gebreken.length > 0 ? { gebreken: gebreken.map(toon) } : { sdl };
}

/** The address of a subgraph on one machine; a gateway is told others by its setting SUBGRAPHS. */
function routingUrl(naam: string): string {
  const poort = new Map<string, number>(Object.entries(SUBGRAPHS)).get(naam);
  return poort === undefined ? '' : `http://127.0.0.1:${poort}/graphql`;
}

function toon({ bestand, regel, rule, melding }: Lintgebrek): string {
  return `${bestand}:${regel}: ${rule}: ${melding}`;
}
