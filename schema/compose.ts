import { globSync } from 'node:fs';
import { parse } from 'graphql';
import { CEDARSCHEMA } from './beleid/cedar-schema.ts';
import { laadArgumenten } from './beleid/laad-argumenten.ts';
import { laadCedar } from './beleid/laad-cedar.ts';
import { laadGegevensgroepen } from './beleid/laad-gegevensgroepen.ts';
import { laadMatrix } from './beleid/laad-matrix.ts';
import { folderPath, SCHEMA_MAP } from './bestanden/schema-map.ts';
import { apiSchema } from './compose/api-schema.ts';
import { controleerOperaties } from './compose/controleer-operaties.ts';
import { leesSubgraphs } from './compose/lees-subgraphs.ts';
import { groepenVanBestuur, padenNaarPersonen } from './compose/paden-naar-personen.ts';
import { schrijfOfVergelijk } from './compose/schrijf-of-vergelijk.ts';
import { stelSamen, SUPERGRAPH } from './compose/stel-samen.ts';
import { laadGebruikers } from './demo/laad-gebruikers.ts';
import { KetenFout } from './fouten/keten-fout.ts';
import { lintArgumenten } from './lint/lint-argumenten.ts';
import { laadOperaties } from './operaties/laad-operaties.ts';

const ROOT = new URL('../', SCHEMA_MAP);

/**
 * `npm run schema` composes the supergraph and writes the Cedar schema; with `--check` it writes nothing and fails when
 * a committed one is stale. Either way the policy files must load, every argument must be listed, no way that bestuur may
 * go leads to a person, and every trusted document must fit the composed schema.
 */
function compose(controleer: boolean): readonly string[] {
  const matrix = laadMatrix();
  const groepen = laadGegevensgroepen();
  const bronnen = leesSubgraphs(ROOT);
  const samenstelling = stelSamen(
    bronnen,
    new Set(groepen.map(({ code }) => code)),
    new Set(groepen.filter(({ persoonsgegevens }) => persoonsgegevens).map(({ code }) => code)),
  );
  if ('gebreken' in samenstelling) return samenstelling.gebreken;
  const { sdl } = samenstelling;
  const verouderd = schrijfOfVergelijk(new URL(SUPERGRAPH, ROOT), SUPERGRAPH, sdl, controleer);
  const cedar = schrijfOfVergelijk(new URL(CEDARSCHEMA, ROOT), CEDARSCHEMA, laadCedar().schema, controleer);
  lintArgumenten(parse(sdl), laadArgumenten());
  const operaties = laadOperaties();
  const documenten = new Set([...operaties.values()].map(({ bestand }) => bestand));
  return [
    ...[verouderd, cedar].filter((reden) => reden !== undefined),
    ...padenNaarPersonen(bronnen, groepenVanBestuur(matrix)).map((pad) => `bestuur reaches a person: ${pad}`),
    ...globSync('*.graphql', { cwd: `${folderPath(SCHEMA_MAP)}/operaties` })
      .filter((bestand) => !documenten.has(bestand))
      .map((bestand) => `schema/operaties/${bestand}: is not in register.json`),
    ...controleerOperaties(operaties.values(), apiSchema(sdl), new Set(laadGebruikers().keys())),
  ];
}

function faults(controleer: boolean): readonly string[] {
  try {
    return compose(controleer);
  } catch (error) {
    if (!(error instanceof KetenFout)) throw error;
    return [`${error.code}: ${error.message}`, error.reden];
  }
}

const controleer = process.argv.includes('--check');
const gebreken = faults(controleer);
if (gebreken.length > 0) {
  console.error(gebreken.join('\n'));
  process.exitCode = 1;
} else {
  console.log(`${SUPERGRAPH} ${controleer ? 'is up to date' : 'written'}; every trusted document fits it.`);
}
