import { BESTUURSROLLEN } from '../codelijsten/bestuursrollen.ts';
import type { Organisatiesoort } from '../codelijsten/organisatiesoorten.ts';
import type { Rijen } from '../codelijsten/rijen.ts';
import type { Gegevensgroep } from './laad-gegevensgroepen.ts';
import type { Verwerkingsactiviteit } from './laad-verwerkingsregister.ts';
import { ALLE, type MatrixRegel } from './matrix-regel.ts';

/** The kinds of rows that only these kinds of organisation can reach; the others are for any. */
const RIJEN_VAN: Partial<Readonly<Record<Rijen, readonly Organisatiesoort[]>>> = {
  werkgever: ['WERKGEVER'],
  cv_online: ['WERKGEVER'],
  inwoner: ['INWONER', 'VERTEGENWOORDIGER'],
  orgaan: ['GEMEENTE'],
};

/**
 * What is wrong with a line of the matrix that is well-formed by itself, as reasons for the operator.
 * @param groepen the data groups by code
 * @param register the verwerkingsactiviteiten by code
 */
export function gebrekenVanRegel(
  regel: MatrixRegel,
  groepen: ReadonlyMap<string, Gegevensgroep>,
  register: ReadonlyMap<string, Verwerkingsactiviteit>,
): readonly string[] {
  const groep = groepen.get(regel.gegevensgroep);
  if (groep === undefined) return ['unknown gegevensgroep'];
  return [
    ...gebrekenVanDoel(regel, register),
    ...(groep.persoonsgegevens ? gebrekenVanPersonen(regel) : []),
    ...gebrekenVanSoort(regel, groep),
    ...gebrekenVanRijen(regel),
  ];
}

function gebrekenVanDoel(
  { rol, verwerkingsactiviteit, gegevensgroep }: MatrixRegel,
  register: ReadonlyMap<string, Verwerkingsactiviteit>,
): readonly string[] {
  if (verwerkingsactiviteit === ALLE) return [];
  const activiteit = register.get(verwerkingsactiviteit);
  if (activiteit === undefined) return ['unknown verwerkingsactiviteit'];
  return [
    ...(activiteit.gegevensgroepen.includes(gegevensgroep)
      ? []
      : [`the register does not list the gegevensgroep for ${verwerkingsactiviteit}`]),
    ...(rol === ALLE || activiteit.rollen.includes(rol)
      ? []
      : [`the register does not list the rol for ${verwerkingsactiviteit}`]),
  ];
}

function gebrekenVanPersonen(regel: MatrixRegel): readonly string[] {
  const { rol, organisatiesoort, verwerkingsactiviteit, taak, rijen } = regel;
  const bestuur: readonly string[] = [...BESTUURSROLLEN];
  return [
    ...([rol, organisatiesoort, verwerkingsactiviteit].includes(ALLE)
      ? ['personal data are granted to a named role, kind and purpose, never to *']
      : []),
    ...(taak === undefined ? ['a grant of personal data names the taak that bounds its rows'] : []),
    ...(rijen === undefined ? ['a grant of personal data names the rijen it reaches'] : []),
    ...(rijen === 'orgaan' || bestuur.includes(rol) || organisatiesoort === 'RAAD'
      ? ['bestuur reaches aggregates only']
      : []),
  ];
}

function gebrekenVanSoort({ organisatiesoort }: MatrixRegel, groep: Gegevensgroep): readonly string[] {
  const alleenVoor: readonly string[] | undefined = groep.alleenVoor;
  return alleenVoor === undefined || alleenVoor.includes(organisatiesoort)
    ? []
    : [`this gegevensgroep is for ${alleenVoor.join(', ')} only`];
}

function gebrekenVanRijen({ organisatiesoort, taak, rijen, voorwaarde }: MatrixRegel): readonly string[] {
  const soorten: readonly string[] | undefined = rijen === undefined ? undefined : RIJEN_VAN[rijen];
  return [
    ...(taak !== undefined && rijen === undefined ? ['a taak without rijen bounds nothing'] : []),
    ...(rijen !== undefined && taak === undefined ? ['rijen without a taak are bounded by nothing'] : []),
    ...(soorten === undefined || soorten.includes(organisatiesoort)
      ? []
      : [`rijen ${rijen} are for ${soorten.join(', ')} only`]),
    ...(voorwaarde === undefined || rijen === 'organisatie'
      ? []
      : ['a voorwaarde is one on the gemeente whose rijen are reached: organisatie']),
  ];
}
