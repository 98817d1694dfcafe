import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { ALLE } from '../../schema/beleid/matrix-regel.ts';
import { REDENSOORTEN, teltVoor } from '../../schema/beleid/voorwaarde-van-rijen.ts';
import type { Betrokkene } from '../identity/betrokkene.ts';
import { type Beleid, past } from './beleid.ts';
import type { Beleidseisen } from './beleidseis.ts';
import { visibleSchema } from './visible-schema.ts';

/** The schema as an asker gets to see it. */
export type SchemaFor = (betrokkene: Betrokkene) => GraphQLSchema;

const MAX_KEPT = 20;

/**
 * Makes the function that leaves out of the schema what an asker would be refused for every purpose and every reason.
 * For every purpose, because those who explore a schema state none yet. It makes a schema readable and protects nothing:
 * what is left out is refused when it is asked, as it would be if it were shown. Askers who see the same data groups
 * share a schema.
 */
export function schemasFor(schema: GraphQLSchema, eisen: Beleidseisen, beleid: Beleid): SchemaFor {
  const kept = new LRUCache<string, GraphQLSchema>({ max: MAX_KEPT });
  return (betrokkene) => {
    const groepen = visibleGroups(beleid, betrokkene);
    const key = [...groepen].join(' ');
    const known = kept.get(key);
    if (known !== undefined) return known;
    const visible = visibleSchema(
      schema,
      (veld) => eisen.get(veld)?.some((each) => each.every((groep) => groepen.has(groep))) ?? false,
    );
    kept.set(key, visible);
    return visible;
  };
}

/** The data groups that some line of the matrix grants to an asker, in the order of the groups. */
function visibleGroups(
  { groepen, ketenpartners, regelsVoor }: Beleid,
  { organisatie, rollen, rechten }: Betrokkene,
): ReadonlySet<string> {
  const soort = ketenpartners.organisaties.get(organisatie)?.soort;
  const redenen = [undefined, ...REDENSOORTEN];
  return new Set(
    [...groepen.keys()].filter((groep) =>
      regelsVoor(groep).some(
        (regel) =>
          (regel.rol === ALLE || rollen.includes(regel.rol)) &&
          past(regel.organisatiesoort, soort) &&
          redenen.some((reden) => teltVoor(regel.rijen, rechten, reden)),
      ),
    ),
  );
}
