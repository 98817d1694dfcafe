import { globSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { bestandFout } from '../bestanden/bestand-fout.ts';
import { leesBestand } from '../bestanden/lees-bestand.ts';
import { folderPath } from '../bestanden/schema-map.ts';
import { SUBGRAPHS } from '../codelijsten/subgraphs.ts';
import type { SubgraphBron } from '../lint/subgraph-bron.ts';

/**
 * The SDL of every subgraph, by name: `subgraphs/<naam>/schema.graphql` under the folder `root`.
 * @throws KetenFout BESTAND_ONGELDIG when a file is missing or no SDL, or when a subgraph has no place in SUBGRAPHS.
 */
export function leesSubgraphs(root: URL | string): readonly SubgraphBron[] {
  const vergeten = globSync('subgraphs/*/schema.graphql', { cwd: folderPath(root) }).filter(
    (bestand) =>
      !Object.keys(SUBGRAPHS).some((naam) => bestand === join('subgraphs', naam, 'schema.graphql')),
  );
  for (const bestand of vergeten)
    throw bestandFout(bestand, [{ reden: 'the subgraph is not in schema/codelijsten/subgraphs.ts' }]);
  return Object.keys(SUBGRAPHS)
    .toSorted()
    .map((naam) => {
      const bestand = `subgraphs/${naam}/schema.graphql`;
      return { naam, bestand, document: parseSdl(leesBestand(root, bestand), bestand) };
    });
}

function parseSdl(text: string, bestand: string): DocumentNode {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const regel = error.locations?.[0]?.line;
    throw bestandFout(bestand, [{ ...(regel !== undefined && { regel }), reden: error.message }]);
  }
}
