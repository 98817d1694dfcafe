import { cedarDecisionPoint } from '../../../gateway/authorisation/cedar-decision-point.ts';
import { laadCedar } from '../../../schema/beleid/laad-cedar.ts';
import { laadGegevensgroepen } from '../../../schema/beleid/laad-gegevensgroepen.ts';
import { laadMatrix } from '../../../schema/beleid/laad-matrix.ts';
import { laadVerwerkingsregister } from '../../../schema/beleid/laad-verwerkingsregister.ts';
import { type Redensoort, teltVoor } from '../../../schema/beleid/voorwaarde-van-rijen.ts';

/** What a decision is about, without a purpose when `activiteit` is absent. */
export interface Vraag {
  readonly rollen: readonly string[];
  readonly soort: string;
  readonly activiteit: string | undefined;
  readonly groep: string;
  readonly rechten: readonly string[];
  readonly reden: Redensoort | undefined;
}

const register = laadVerwerkingsregister();
const uris = new Map(register.map(({ code, uri }) => [code, uri]));
const punt = cedarDecisionPoint(laadCedar(), new Map(register.map((each) => [each.uri, each])));
const matrix = Map.groupBy(laadMatrix(), ({ gegevensgroep }) => gegevensgroep);

export const GROEPEN = laadGegevensgroepen().map(({ code }) => code);
/** Every purpose, and none. */
export const ACTIVITEITEN = [undefined, ...uris.keys()];

/** Whether a line of the matrix grants it. */
export function matrixVerleent({ rollen, soort, activiteit, groep, rechten, reden }: Vraag): boolean {
  return (matrix.get(groep) ?? []).some(
    (regel) =>
      (regel.rol === '*' || rollen.includes(regel.rol)) &&
      (regel.organisatiesoort === '*' || regel.organisatiesoort === soort) &&
      (regel.verwerkingsactiviteit === '*' || regel.verwerkingsactiviteit === activiteit) &&
      teltVoor(regel.rijen, rechten, reden),
  );
}

/** Whether the Cedar policies permit it. */
export async function cedarVerleent({
  rollen,
  soort,
  activiteit,
  groep,
  rechten,
  reden,
}: Vraag): Promise<boolean> {
  const uri = activiteit === undefined ? undefined : uris.get(activiteit);
  const { decision } = await punt.evaluation({
    subject: { type: 'organisatie', id: 'ONZE', properties: { organisatiesoort: soort, rollen, rechten } },
    action: {
      name: 'verwerken',
      properties: uri === undefined ? {} : { 'dpl.core.processing_activity_id': uri },
    },
    resource: { type: 'gegevensgroep', id: groep },
    context: reden === undefined ? {} : { reden },
  });
  return decision;
}
