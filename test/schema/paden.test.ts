import { readFileSync } from 'node:fs';
import { buildASTSchema, getNamedType, type GraphQLSchema, isObjectType, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { laadMatrix } from '../../schema/beleid/laad-matrix.ts';
import { apiSchema } from '../../schema/compose/api-schema.ts';
import { leesSubgraphs } from '../../schema/compose/lees-subgraphs.ts';
import { groepenVan } from '../../schema/lint/policy-lijst.ts';
import { directives, objecttypen, velden } from '../../schema/lint/subgraph-bron.ts';

const ROOT = new URL('../../', import.meta.url);
const subgraphs = leesSubgraphs(ROOT);
const schema = apiSchema(readFileSync(new URL('schema/supergraph.graphql', ROOT), 'utf8'));

/** Who is a person here: whoever a type is about in the logboek, and a werkgever, who may be an eenmanszaak. */
const PERSONEN = new Set([
  ...subgraphs
    .flatMap(objecttypen)
    .filter((type) => directives(type, 'betrokkene').length > 0)
    .map(({ name }) => name.value),
  'Werkgever',
  'Vestiging',
  'Contactpersoon',
]);

/** The data groups of every field, by `Type.veld`. */
const GROEPEN = new Map(
  subgraphs
    .flatMap(velden)
    .map(({ type, field }) => [`${type.name.value}.${field.name.value}`, groepenVan(field)]),
);

/** What can be asked below a field of Query: the object types, and the fields as `Type.veld`. */
function onder(schema: GraphQLSchema, wortel: string): { typen: ReadonlySet<string>; velden: string[] } {
  const veld = schema.getQueryType()?.getFields()[wortel];
  if (veld === undefined) throw new Error(`Query has no field ${wortel}`);
  const typen = new Set<string>();
  const gevonden: string[] = [];
  const nog = [getNamedType(veld.type)];
  for (let type = nog.pop(); type !== undefined; type = nog.pop()) {
    if (!isObjectType(type) || typen.has(type.name)) continue;
    typen.add(type.name);
    for (const { name, type: soort } of Object.values(type.getFields())) {
      gevonden.push(`${type.name}.${name}`);
      nog.push(getNamedType(soort));
    }
  }
  return { typen, velden: gevonden };
}

/** The ways into the graph that whoever governs has, as far as the schema has them. */
const VAN_BESTUUR = ['gemeente', 'samenwerkingsverband'].filter(
  (wortel) => schema.getQueryType()?.getFields()[wortel] !== undefined,
);

describe('from what a bestuur asks', () => {
  test.each(VAN_BESTUUR)('%s leads to no person', (wortel) => {
    const { typen } = onder(schema, wortel);
    expect([...typen].filter((type) => PERSONEN.has(type))).toEqual([]);
  });

  test('a gemeente is one', () => {
    expect(VAN_BESTUUR).toContain('gemeente');
  });
});

describe('from what a werkgever asks', () => {
  const WORTELS = ['mijnWerkgever', 'voordracht'];
  /** Every data group of which the matrix has a line for a werkgever, and the two that everyone has. */
  const VAN_WERKGEVER = new Set([
    'structuur',
    'publiek',
    'vacature.beheer',
    'klant.profiel',
    'klant.zoekprofiel',
    'voordracht.uitnodiging',
    'klant.contact',
    'werkgever.subsidie',
  ]);

  test('the matrix gives a werkgever no other data group', () => {
    const verleend = laadMatrix()
      .filter(({ organisatiesoort }) => organisatiesoort === 'WERKGEVER')
      .map(({ gegevensgroep }) => gegevensgroep);
    expect(new Set([...verleend, 'structuur', 'publiek'])).toEqual(VAN_WERKGEVER);
  });

  test.each(WORTELS)('%s leads to a kandidaat and not to a klant', (wortel) => {
    const { typen } = onder(schema, wortel);
    expect(typen).toContain('Kandidaat');
    expect(typen).not.toContain('Klant');
    expect(typen).not.toContain('WerkzoekendeProfiel');
  });

  test.each(WORTELS)('%s leads to no field of a data group that is not for a werkgever', (wortel) => {
    const vreemd = onder(schema, wortel).velden.filter((pad) =>
      (GROEPEN.get(pad) ?? ['unknown']).some((groep) => !VAN_WERKGEVER.has(groep)),
    );
    expect(vreemd).toEqual([]);
  });
});

describe('the walk itself', () => {
  const KLEIN = buildASTSchema(
    parse(`
      type Query { gemeente: Gemeente }
      type Gemeente { naam: String maanden: [Maand!]! }
      type Maand { dossiers: [Dossier!] }
      type Dossier { klant: Klant! }
      type Klant { id: ID! }`),
  );

  test('finds a type at the end of lists and other types', () => {
    expect([...onder(KLEIN, 'gemeente').typen].toSorted()).toEqual(['Dossier', 'Gemeente', 'Klant', 'Maand']);
  });

  test('finds the persons of the graph from where they are asked', () => {
    const { typen } = onder(schema, 'klant');
    expect([...typen].filter((type) => PERSONEN.has(type))).toEqual(
      expect.arrayContaining(['Klant', 'Uitkering']),
    );
  });
});
