import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { SCHEMA_MAP } from '../schema/bestanden/schema-map.ts';
import { apiSchema } from '../schema/compose/api-schema.ts';
import { schrijfOfVergelijk } from '../schema/compose/schrijf-of-vergelijk.ts';
import { SUPERGRAPH } from '../schema/compose/stel-samen.ts';
import { groepenVan } from '../schema/lint/policy-lijst.ts';
import { velden } from '../schema/lint/subgraph-bron.ts';
import { autorisatiematrixPagina } from './genereer/autorisatiematrix.ts';
import { dpiaPagina } from './genereer/dpia.ts';
import { foutenPagina } from './genereer/fouten.ts';
import { ketenpartnersPagina } from './genereer/ketenpartners.ts';
import { schemaPagina, type Veldgroepen } from './genereer/schema-referentie.ts';
import { verwerkingsregisterPagina } from './genereer/verwerkingsregister.ts';

const ROOT = new URL('../', SCHEMA_MAP);

function veldgroepen(sdl: string): Veldgroepen {
  const bron = { naam: 'supergraph', bestand: SUPERGRAPH, document: parse(sdl) };
  return new Map(
    velden(bron).map(({ type, field }) => [`${type.name.value}.${field.name.value}`, groepenVan(field)]),
  );
}

/** The generated pages by file name in `docs/`. */
function paginas(): Readonly<Record<string, string>> {
  const sdl = readFileSync(new URL(SUPERGRAPH, ROOT), 'utf8');
  return {
    'autorisatiematrix.md': autorisatiematrixPagina(),
    'dpia.md': dpiaPagina(readFileSync(new URL('docs/dpia.md', ROOT), 'utf8')),
    'fouten.md': foutenPagina(),
    'ketenpartners.md': ketenpartnersPagina(),
    'schema.md': schemaPagina(apiSchema(sdl), veldgroepen(sdl)),
    'verwerkingsregister.md': verwerkingsregisterPagina(),
  };
}

const controleer = process.argv.includes('--check');
const verouderd = Object.entries(paginas()).flatMap(([naam, inhoud]) => {
  const reden = schrijfOfVergelijk(new URL(`docs/${naam}`, ROOT), `docs/${naam}`, inhoud, controleer);
  return reden === undefined ? [] : [reden];
});
if (verouderd.length > 0) {
  console.error(verouderd.join('\n'));
  process.exitCode = 1;
} else {
  console.log(`docs/: generated pages ${controleer ? 'are up to date' : 'written'}.`);
}
