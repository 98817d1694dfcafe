// Threats: 3
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { laadGegevensgroepen } from '../../schema/beleid/laad-gegevensgroepen.ts';
import type { MatrixRegel } from '../../schema/beleid/matrix-regel.ts';
import { ROLLEN } from '../../schema/codelijsten/rollen.ts';
import { klantSleutel } from '../graph/stel-document.ts';
import { beginGraph, type Testgraph } from '../setup/begin-graph.ts';
import { isGegeven, ZONDER_VELD } from './matrix/proefvraag.ts';
import { SOORTEN, vragerVan } from './matrix/proefvrager.ts';
import { isVerleend, MATRIX, naamVan, stel, URIS, vraagVanGroep } from './matrix/regels.ts';

const KLANT = klantSleutel(0x101);
const groepen = laadGegevensgroepen().map(({ code }) => code);

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

/** The same as a line grants, but for one dimension. */
interface Buur {
  readonly dimensie: 'rol' | 'soort' | 'activiteit' | 'groep';
  readonly regel: MatrixRegel;
}

/** A neighbour in each dimension that nothing grants; a dimension of which all is granted has none. */
function burenVan(regel: MatrixRegel): readonly Buur[] {
  const { rol, organisatiesoort: soort, verwerkingsactiviteit: doel, gegevensgroep: groep } = regel;
  const anders = <K extends keyof MatrixRegel>(
    dimensie: Buur['dimensie'],
    veld: K,
    waarde: MatrixRegel[K] | undefined,
  ) =>
    waarde === undefined ? [] : [{ dimensie, regel: { ...regel, voorwaarde: undefined, [veld]: waarde } }];
  return [
    ...anders(
      'rol',
      'rol',
      ROLLEN.find((each) => !isVerleend(each, soort, doel, groep)),
    ),
    ...anders(
      'soort',
      'organisatiesoort',
      (SOORTEN as MatrixRegel['organisatiesoort'][]).find((each) => !isVerleend(rol, each, doel, groep)),
    ),
    ...anders(
      'activiteit',
      'verwerkingsactiviteit',
      [...URIS.keys()].find((each) => !isVerleend(rol, soort, each, groep)),
    ),
    ...anders(
      'groep',
      'gegevensgroep',
      groepen.find(
        (each) =>
          !isVerleend(rol, soort, doel, each) &&
          ZONDER_VELD[each] === undefined &&
          vraagVanGroep(each) !== undefined,
      ),
    ),
  ];
}

describe('beside each line of the matrix', () => {
  const bijzonder = MATRIX.filter(
    ({ rol, gegevensgroep }) => rol !== '*' && ZONDER_VELD[gegevensgroep] === undefined,
  );
  const eenmaal = new Map(
    bijzonder.map((regel) => [
      [regel.rol, regel.organisatiesoort, regel.verwerkingsactiviteit, regel.gegevensgroep].join(' '),
      regel,
    ]),
  );

  it.each(['rol', 'soort', 'activiteit', 'groep'] as const)(
    'another %s is refused',
    async (dimensie) => {
      const gezien: string[] = [];
      for (const regel of eenmaal.values()) {
        const buur = burenVan(regel).find((each) => each.dimensie === dimensie);
        if (buur === undefined) {
          gezien.push(`${naamVan(regel)}: no neighbour`);
          continue;
        }
        const vraag = vraagVanGroep(buur.regel.gegevensgroep);
        if (vraag === undefined) throw new Error(`no question for ${buur.regel.gegevensgroep}`);
        const { data, errors, tekst } = await stel(
          graph,
          vragerVan(buur.regel, KLANT),
          buur.regel.verwerkingsactiviteit,
          vraag,
        );
        const geweigerd = (errors?.[0]?.extensions['geweigerd'] ?? []) as {
          gegevensgroep: string;
          reden: string;
        }[];
        const isGeweigerd =
          data === undefined &&
          geweigerd.some(
            (each) => each.gegevensgroep === buur.regel.gegevensgroep && each.reden === 'GEEN_RECHT',
          );
        if (!isGeweigerd) gezien.push(`${naamVan(buur.regel)}: ${tekst}`);
      }
      expect(gezien).toEqual([]);
    },
    60_000,
  );
});

it.each(MATRIX.filter(({ rol }) => rol === '*'))(
  'what is for everybody is given to somebody without a role or purpose: $gegevensgroep',
  async (regel) => {
    const vraag = vraagVanGroep(regel.gegevensgroep);
    if (vraag === undefined) throw new Error('no question');
    const { data, errors } = await stel(graph, vragerVan(regel, KLANT), '*', vraag);
    expect(errors).toBeUndefined();
    expect(isGegeven(data, vraag)).toBe(true);
  },
);
