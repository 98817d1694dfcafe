import { laadMatrix } from '../../../schema/beleid/laad-matrix.ts';
import { laadVerwerkingsregister } from '../../../schema/beleid/laad-verwerkingsregister.ts';
import type { MatrixRegel } from '../../../schema/beleid/matrix-regel.ts';
import type { GraphAntwoord, Testgraph } from '../../setup/begin-graph.ts';
import { type Proefvraag, proefvraag } from './proefvraag.ts';
import type { Proefvrager } from './proefvrager.ts';

/** The lines of the matrix, one for each kind of rows. */
export const MATRIX = laadMatrix();

/** The URI of each verwerkingsactiviteit, by its code. */
export const URIS: ReadonlyMap<string, string> = new Map(
  laadVerwerkingsregister().map(({ code, uri }) => [code, uri]),
);

/** Whether a line gives a group to a role at a kind of organisation for a purpose. */
export const isVerleend = (rol: string, soort: string, activiteit: string, groep: string): boolean =>
  regelsVan(rol, soort, activiteit, groep).length > 0;

/** The lines that do. */
export function regelsVan(
  rol: string,
  soort: string,
  activiteit: string,
  groep: string,
): readonly MatrixRegel[] {
  const past = (waarde: string, gevraagd: string): boolean => waarde === '*' || waarde === gevraagd;
  return MATRIX.filter(
    (regel) =>
      past(regel.rol, rol) &&
      past(regel.organisatiesoort, soort) &&
      past(regel.verwerkingsactiviteit, activiteit) &&
      regel.gegevensgroep === groep,
  );
}

/** A line as tests name it. */
export const naamVan = ({
  regel,
  rol,
  organisatiesoort,
  verwerkingsactiviteit,
  gegevensgroep,
  rijen,
}: MatrixRegel): string =>
  `line ${regel}: ${rol} ${organisatiesoort} ${verwerkingsactiviteit} ${gegevensgroep} ${rijen ?? 'all'}`;

/** A question for a group that is about nobody: to be refused, or of what is for everybody. */
export function vraagVanGroep(groep: string): Proefvraag | undefined {
  return proefvraag(
    groep,
    { klant: 'x', voordracht: 'x', gemeente: 'GM1916', handelsnaam: 'x', subsidie: 'x' },
    true,
  );
}

/** Puts a question as an asker with these claims. */
export async function stel(
  graph: Testgraph,
  { claims, reden }: Proefvrager,
  activiteit: string,
  { query, variables }: Proefvraag,
): Promise<GraphAntwoord> {
  return graph.vraag({
    body: { query, variables },
    headers: {
      authorization: `Bearer ${await graph.uitgever.token(claims)}`,
      ...(activiteit === '*' ? {} : { 'x-verwerkingsactiviteit': URIS.get(activiteit) ?? '' }),
      ...(reden === undefined ? {} : { 'x-toegangsreden': reden }),
    },
  });
}
