import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getIntrospectionQuery,
  graphqlSync,
  isObjectType,
  parse,
  printSchema,
  validateSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { laadBeleid } from '../../../gateway/authorisation/beleid.ts';
import { leesBeleidseisen } from '../../../gateway/authorisation/beleidseis.ts';
import { schemasFor } from '../../../gateway/authorisation/introspection.ts';
import { visibleSchema } from '../../../gateway/authorisation/visible-schema.ts';
import { SCHEMA_MAP } from '../../../schema/bestanden/schema-map.ts';
import { ROLLEN } from '../../../schema/codelijsten/rollen.ts';
import { apiSchema } from '../../../schema/compose/api-schema.ts';

const sdl = readFileSync(new URL('supergraph.graphql', SCHEMA_MAP), 'utf8');
const schema = apiSchema(sdl);
const eisen = leesBeleidseisen(parse(sdl));
const beleid = laadBeleid();
const schemaFor = schemasFor(schema, eisen, beleid);
const vrager = (organisatie: string, ...rollen: string[]) => ({
  sub: 'iemand',
  organisatie,
  rollen,
  namens: [],
  rechten: [],
});

describe('the schema that an asker gets to see', () => {
  it('holds no field that no line of the matrix grants, whatever the role', () => {
    for (const rol of ROLLEN) {
      const groepen = new Set(
        [...beleid.groepen.keys()].filter((groep) =>
          beleid
            .regelsVoor(groep)
            .some(
              (regel) => ['*', rol].includes(regel.rol) && ['*', 'GEMEENTE'].includes(regel.organisatiesoort),
            ),
        ),
      );
      for (const type of Object.values(schemaFor(vrager('GM0394', rol)).getTypeMap())) {
        if (!isObjectType(type) || type.name.startsWith('__')) continue;
        for (const veld of Object.keys(type.getFields())) {
          const eis = eisen.get(`${type.name}.${veld}`);
          expect(
            eis?.[0]?.every((groep) => groepen.has(groep)),
            `${rol}: ${type.name}.${veld}`,
          ).toBe(true);
        }
      }
    }
  });

  it('is a valid schema, whatever the role', () => {
    for (const rol of ROLLEN) expect(validateSchema(schemaFor(vrager('GM0394', rol))), rol).toEqual([]);
  });

  it('is the same for all who see the same data groups, and another for who sees more', () => {
    const niemand = schemaFor(vrager('GM0394'));
    expect(schemaFor(vrager('GM0629', 'bestaat_niet'))).toBe(niemand);
    expect(schemaFor(vrager('ONBEKEND', 'regisseur'))).toBe(niemand);
    expect(schemaFor(vrager('GM0394', 'regisseur'))).not.toBe(niemand);
  });

  it('names neither a type of which nothing is left nor what only such a type names', () => {
    const toy = buildSchema(`
      type Query { open: Int box(size: Size): Box things: [Thing] other: Other }
      enum Size { S }
      input Filter { size: Size }
      scalar Rare
      type Box { secret(filter: Filter): Rare }
      interface Thing { id: ID name: String }
      type A implements Thing { id: ID name: String }
      type B implements Thing { id: ID name: String }
      union Other = Box | C
      type C { more: Box secret: Int }
    `);
    const hidden = new Set(['Box.secret', 'C.secret', 'B.name']);
    const visible = visibleSchema(toy, (veld) => !hidden.has(veld));
    expect(printSchema(visible)).toBe(
      printSchema(
        buildSchema(`
          type Query { open: Int things: [Thing] }
          interface Thing { id: ID }
          type A implements Thing { id: ID name: String }
          type B implements Thing { id: ID }
        `),
      ),
    );
    expect(graphqlSync({ schema: visible, source: getIntrospectionQuery() }).errors).toBeUndefined();
  });

  it('is the whole schema for who may see everything', () => {
    expect(printSchema(visibleSchema(schema, () => true))).toBe(printSchema(schema));
  });
});
