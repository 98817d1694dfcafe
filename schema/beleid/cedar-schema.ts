import { ORGANISATIESOORTEN } from '../codelijsten/organisatiesoorten.ts';
import { RECHTEN } from '../codelijsten/rechten.ts';
import { ROLLEN } from '../codelijsten/rollen.ts';
import { REDENSOORTEN } from './voorwaarde-van-rijen.ts';

/** Where the Cedar schema stands, from the root of the project. */
export const CEDARSCHEMA = 'schema/beleid/cedar/keten.cedarschema';

/** The action of a question without a purpose: no code of the register holds a space. */
export const ZONDER_DOEL = 'zonder doel';

/**
 * The Cedar schema that policies are validated against. Roles, kinds, rights, data groups and purposes are enumerated, so
 * that a policy which names one that does not exist is refused instead of matching nobody.
 * @param groepen codes of the data groups
 * @param doelen codes of the verwerkingsactiviteiten
 */
export function cedarSchema(groepen: readonly string[], doelen: readonly string[]): string {
  return `// Written by \`npm run schema\` from the code lists, the data groups and the register: do not edit.

entity Rol enum ${lijst(ROLLEN)};

entity Organisatiesoort enum ${lijst(ORGANISATIESOORTEN)};

entity Recht enum ${lijst(RECHTEN)};

entity Redensoort enum ${lijst(REDENSOORTEN)};

entity Gegevensgroep enum ${lijst(groepen)};

entity Betrokkene in [Rol] = {
  soort: Organisatiesoort,
  rechten: Set<Recht>,
};

action
${[...doelen, ZONDER_DOEL].map((doel) => `  ${JSON.stringify(doel)}`).join(',\n')}
appliesTo {
  principal: Betrokkene,
  resource: Gegevensgroep,
  context: { reden?: Redensoort },
};
`;
}

function lijst(waarden: readonly string[]): string {
  return `[\n${waarden.map((waarde) => `  ${JSON.stringify(waarde)}`).join(',\n')}\n]`;
}
