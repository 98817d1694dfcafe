import type { Lintgebrek } from './gebrek.ts';
import { maakGraaf } from './graaf.ts';
import { regelGedeeldeDirective, regelGedeeldVeld, regelImport } from './regel-gedeeld.ts';
import { regelOntbreekt } from './regel-ontbreekt.ts';
import { regelBetrokkene, regelBsn, regelNergens } from './regel-persoon.ts';
import { regelPolicy } from './regel-policy.ts';
import { regelPseudoniem } from './regel-pseudoniem.ts';
import { regelRequires } from './regel-requires.ts';
import { regelStructuur } from './regel-structuur.ts';
import { regelWoorden } from './regel-woorden.ts';
import type { SubgraphBron } from './subgraph-bron.ts';

/**
 * Every fault in the SDL of the subgraphs, by file and line.
 * @param gegevensgroepen the codes of the data groups that may be listed
 * @param persoonsgroepen those of them that hold data about persons
 */
export function lintSubgraphs(
  bronnen: readonly SubgraphBron[],
  gegevensgroepen: ReadonlySet<string>,
  persoonsgroepen: ReadonlySet<string>,
): readonly Lintgebrek[] {
  const graaf = maakGraaf(bronnen);
  return [
    ...bronnen.flatMap(regelWoorden),
    ...regelImport(graaf),
    ...regelPolicy(graaf, gegevensgroepen),
    ...regelStructuur(graaf),
    ...regelBsn(graaf),
    ...regelBetrokkene(graaf, persoonsgroepen),
    ...regelNergens(graaf),
    ...regelOntbreekt(graaf),
    ...regelRequires(graaf),
    ...regelPseudoniem(graaf),
    ...regelGedeeldVeld(graaf),
    ...regelGedeeldeDirective(graaf),
  ].toSorted((a, b) => a.bestand.localeCompare(b.bestand, 'en') || a.regel - b.regel);
}
