import {
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import groepen from '../../schema/beleid/gegevensgroepen.json' with { type: 'json' };
import type { Transactie } from '../../subgraphs/chassis/database/databank.ts';
import { isExternal } from '../../subgraphs/chassis/guard/veldbeleid.ts';
import { leesSchema } from '../../subgraphs/chassis/server/lees-schema.ts';
import type { SubgraphDefinition } from '../../subgraphs/chassis/subgraph-definition.ts';
import { financien } from '../../subgraphs/financien/financien.ts';
import { klanten } from '../../subgraphs/klanten/klanten.ts';
import { trajecten } from '../../subgraphs/trajecten/trajecten.ts';
import { vacatures } from '../../subgraphs/vacatures/vacatures.ts';
import { beginSubgraph } from '../setup/begin-subgraph.ts';
import { maakDatabase, type Testdatabase } from '../setup/maak-database.ts';
import { pseudoniem } from '../setup/pseudoniem.ts';

const KLANT = '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0001';

/** A value in the demo data for every argument that must be given, by its name. */
const ARGUMENTEN: Readonly<Record<string, string>> = {
  id: `"${pseudoniem(KLANT)}"`,
  code: '"GM0394"',
  van: '"2012-11"',
  tot: '"2013-03"',
  jaren: '[2013]',
  jaar: '2013',
  kwartaal: '1',
  totEnMet: '"2013-12-31"',
  bsn: '"999930023"',
  naam: '"Annelies Verhoeven-Brink"',
  geboortedatum: '"1988-11-15"',
};

/** A key in the demo data of every entity. */
const SLEUTELS: Readonly<Record<string, object>> = {
  Klant: { sleutel: KLANT },
  Gemeente: { code: 'GM0394' },
  GemeenteMaand: { gemeente: { code: 'GM0394' }, maand: '2013-03' },
  Traject: { id: '8fa3517c-2be4-4d69-b7f0-3e58c1a20071' },
  Arbeidsmarktregio: { code: 'zuid-holland-centraal' },
  Werkgever: { kvk: '69599084' },
  Vacature: { id: '5d80a3c7-e296-4f41-8b0d-1a94c7e30005' },
  Plaatsing: { id: '7e24d6b9-85c0-4a3f-9c12-d06be8510009' },
  Loonkostensubsidie: { id: 'a3d1f85b-40e7-4c96-91bc-f7285de40001' },
  Samenwerkingsverband: { code: 'wi-lvw', deelnemers: [{ __typename: 'Gemeente', code: 'GM1916' }] },
};

/** The klant of the demo for whom there is something in every subgraph. */
const KLANTBEELD = { sleutel: '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0101' };

/** The klant of the demo who got a voorschot. */
const INWONER = { sleutel: '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0102' };

const ALLES = Object.fromEntries(
  groepen.map(({ code }) => [code, ['GM0394', 'GM1916', 'cv/GM0626', 'kvk/69599084']]),
);

let database: Testdatabase;
beforeAll(async () => {
  database = await maakDatabase('keten_gevuld');
  await database.sql(
    'klanten',
    `insert into noodtoegang values ('00f067aa0ba902b7', '0af7651916cd43dd8448eb211c80319c', 'GM1916', 'een-ander', 'NOODTOEGANG_CRISIS', '{}', 0, now())`,
  );
  await database.sql(
    'vacatures',
    `insert into voordrachtstap (voordracht_id, soort) select id, 'INTREKKEN' from voordracht where klant_id = $1`,
    [KLANTBEELD.sleutel],
  );
});
afterAll(() => database.weg());

test('every field of klanten is answered, and none but one with the key of a klant', async () => {
  expect(await onbeantwoord(klanten, { ...SLEUTELS, Klant: INWONER })).toEqual([]);
});

test('every field of financien is answered, and none but one with the key of a klant', async () => {
  expect(await onbeantwoord(financien, { ...SLEUTELS, Klant: KLANTBEELD })).toEqual([]);
});

test('every field of vacatures is answered, and none but one with the key of a klant', async () => {
  expect(await onbeantwoord(vacatures, { ...SLEUTELS, Klant: KLANTBEELD })).toEqual([]);
});

test('every field of trajecten is answered, and none but one with the key of a klant', async () => {
  expect(await onbeantwoord(trajecten, { ...SLEUTELS, Klant: KLANTBEELD })).toEqual([]);
});

/**
 * Asks a subgraph for all it has: the errors, the types of which the answer has no object, and each key of a klant that is
 * given elsewhere than in the one field for it.
 */
async function onbeantwoord<Tx extends Transactie, Loaders>(
  definition: SubgraphDefinition<Tx, Loaders>,
  sleutels: Readonly<Record<string, object>> = SLEUTELS,
): Promise<readonly unknown[]> {
  const subgraph = await beginSubgraph(definition, database);
  try {
    const { query, variables, typen } = alleVelden(await leesSchema(definition), sleutels);
    const { tekst, errors } = await subgraph.vraag({ query, variables, groepen: ALLES });
    const gezien = gevonden(tekst);
    // A bsn is given of one person in an answer: of the others here it is refused.
    const mislukt = (errors ?? []).filter(({ path }) => path?.at(-1) !== 'Klant_bsn');
    return [...mislukt, ...typen.filter((naam) => !gezien.has(naam)), ...klantsleutels(tekst)];
  } finally {
    await subgraph.stop();
  }
}

/** A question for every field that can be reached, and the types whose objects must be in the answer. */
function alleVelden(
  schema: GraphQLSchema,
  sleutels: Readonly<Record<string, object>>,
): {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly typen: readonly string[];
} {
  const typen = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('_') && name !== 'Query' && name !== 'Mutation');
  const entiteiten = typen.filter(({ astNode }) =>
    astNode?.directives?.some(({ name }) => name.value === 'key'),
  );
  const wortels = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
    ({ name }) => !name.startsWith('_'),
  );
  const fragmenten = entiteiten.map((type) => `... on ${type.name} ${selectie(type, [])}`);
  return {
    query: `query ($sleutels: [_Any!]!) {
      ${wortels.map((veld) => veldtekst(veld, [])).join('\n')}
      _entities(representations: $sleutels) { ${fragmenten.join('\n')} }
    }`,
    variables: { sleutels: entiteiten.map(({ name }) => ({ __typename: name, ...sleutels[name] })) },
    typen: typen.map(({ name }) => name),
  };
}

/**
 * All fields of a type, each under a name of its own, as fields of two types may differ in what they are; of a type
 * that is being selected already only its name.
 */
function selectie(type: GraphQLObjectType, boven: readonly string[]): string {
  if (boven.includes(type.name)) return '{ __typename }';
  const velden = Object.values(type.getFields())
    .filter(({ name }) => !isExternal(type, name))
    .map((veld) => `${type.name}_${veld.name}: ${veldtekst(veld, [...boven, type.name])}`);
  return `{ __typename ${velden.join(' ')} }`;
}

function veldtekst({ name, args, type }: GraphQLField<unknown, unknown>, boven: readonly string[]): string {
  const gegeven = args.filter(isRequiredArgument).map((arg) => {
    const waarde = ARGUMENTEN[arg.name];
    if (waarde === undefined) throw new Error(`give ARGUMENTEN a value for ${arg.name} of ${name}`);
    return `${arg.name}: ${waarde}`;
  });
  const named = getNamedType(type);
  return `${name}${gegeven.length > 0 ? `(${gegeven.join(', ')})` : ''} ${isObjectType(named) ? selectie(named, boven) : ''}`;
}

/** The keys of klanten in an answer, beside `Klant.sleutel`. */
function klantsleutels(tekst: string): readonly string[] {
  const zonder: unknown = JSON.parse(tekst, (naam, waarde: unknown) =>
    naam === 'Klant_sleutel' ? undefined : waarde,
  );
  return JSON.stringify(zonder).match(new RegExp(`${KLANT.slice(0, -4)}[0-9a-f]{4}`, 'g')) ?? [];
}

/** The types of the objects in an answer. */
function gevonden(tekst: string): ReadonlySet<string> {
  return new Set([...tekst.matchAll(/"__typename":"(\w+)"/g)].map(([, naam = '']) => naam));
}
