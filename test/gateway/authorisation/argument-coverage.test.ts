import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { argumentCoverage } from '../../../gateway/authorisation/argument-coverage.ts';
import type { Beleidseisen } from '../../../gateway/authorisation/beleidseis.ts';
import { compileVariables } from '../../../gateway/execution/coerce-variables.ts';
import type { Argument, Argumenten } from '../../../schema/beleid/laad-argumenten.ts';

const schema = buildSchema(`
  type Query {
    town(code: String = "T0"): Town
    things(where: Where, sort: Sort = NAME): [Thing!]!
    towns(codes: [String]): [Town!]!
    loose(x: Int): Int
  }
  input Where { town: String in: [Where!] deep: Deep name: String unknown: Int }
  input Deep { towns: [[String!]!] = [["T9"]] }
  enum Sort { NAME }
  interface Thing { parts(of: String): Int }
  type Box implements Thing { parts(of: String): Int secret: Int }
  type Bag implements Thing { parts(of: String): Int }
  type Town { name: String figures(year: Int): [Figure!]! }
  type Figure { amount: Int }
`);
const eisen: Beleidseisen = new Map(
  Object.entries({
    'Query.town': 'open',
    'Query.towns': 'open',
    'Query.things': 'open',
    'Town.name': 'open',
    'Town.figures': 'figures',
    'Figure.amount': 'amounts',
    'Box.parts': 'box',
    'Bag.parts': 'bag',
  }).map(([veld, groep]) => [veld, [[groep]]]),
);
const regel = (argument: string, soort: Argument['soort'], gegevensgroep?: string): [string, Argument] => [
  argument,
  { regel: 1, argument, soort, toelichting: '-', ...(gegevensgroep !== undefined && { gegevensgroep }) },
];
const argumenten: Argumenten = new Map([
  regel('Query.town(code)', 'organisatie'),
  regel('Query.towns(codes)', 'organisatie'),
  regel('Query.things(where)', 'inhoud'),
  regel('Query.things(sort)', 'filter', 'names'),
  regel('Where.town', 'organisatie'),
  regel('Where.in', 'inhoud'),
  regel('Where.deep', 'inhoud'),
  regel('Where.name', 'filter', 'names'),
  regel('Deep.towns', 'organisatie'),
  regel('Town.figures(year)', 'inhoud'),
  regel('Box.parts(of)', 'organisatie'),
  regel('Bag.parts(of)', 'filter', 'bags'),
]);

function coverageOf(query: string) {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  const coverage = argumentCoverage(schema, document, operation, eisen, argumenten);
  const coerce = compileVariables(schema, operation);
  return { ...coverage, given: (sent: Record<string, unknown> = {}) => coverage.given(coerce(sent)) };
}

/** The organisations that an operation names, each with the argument it stands in. */
const organisations = (query: string, variables?: Record<string, unknown>): readonly string[] =>
  coverageOf(query)
    .given(variables)
    .filter(({ argument }) => argument?.soort === 'organisatie')
    .map(({ naam, value }) => `${naam} ${String(value)}`);

describe('the organisations that arguments name', () => {
  it('are found in a literal, a variable and every default', () => {
    expect(organisations('{ town(code: "T1") { name } }')).toEqual(['Query.town(code) T1']);
    expect(organisations('{ town { name } }')).toEqual(['Query.town(code) T0']);
    expect(organisations('query ($c: String) { town(code: $c) { name } }')).toEqual(['Query.town(code) T0']);
    expect(organisations('query ($c: String = "T2") { town(code: $c) { name } }')).toEqual([
      'Query.town(code) T2',
    ]);
    expect(organisations('query ($c: String = "T2") { town(code: $c) { name } }', { c: 'T3' })).toEqual([
      'Query.town(code) T3',
    ]);
  });

  it('are found in lists, input objects and lists of lists, and in their defaults', () => {
    const query = 'query ($w: Where) { things(where: $w) { parts } }';
    const w = { town: 'T1', in: [{ town: 'T2', deep: { towns: [['T3'], ['T4', 'T5']] } }, { deep: {} }] };
    const found = [
      'Where.town T1',
      'Where.town T2',
      ...['T3', 'T4', 'T5', 'T9'].map((code) => `Deep.towns ${code}`),
    ];
    expect(organisations(query, { w })).toEqual(found);
    const literal =
      'query ($t: String) { things(where: {town: $t, in: [{town: "T2", deep: {towns: [["T3"], ["T4", "T5"]]}}, {deep: {}}]}) { parts } }';
    expect(organisations(literal, { t: 'T1' })).toEqual(found);
    expect(organisations('{ towns(codes: "T1") { name } }')).toEqual(['Query.towns(codes) T1']);
  });

  it('are none where null is given, whatever the default', () => {
    expect(organisations('{ town(code: null) { name } }')).toEqual([]);
    expect(organisations('query ($c: String = "T1") { town(code: $c) { name } }', { c: null })).toEqual([]);
    expect(organisations('{ towns(codes: [null, "T1"]) { name } }')).toEqual(['Query.towns(codes) T1']);
  });

  it('are found behind aliases, fragments, conditions and possible types', () => {
    const query = `query ($no: Boolean = false) { a: town(code: "T1") @include(if: $no) { name } ...F ...F }
      fragment F on Query { ... @skip(if: true) { b: town(code: "T2") { name } } things { parts(of: "T3") } }`;
    expect(organisations(query)).toEqual(['Query.town(code) T1', 'Query.town(code) T2', 'Box.parts(of) T3']);
  });

  it('count for the data groups of their field and of everything below it', () => {
    const query = '{ town(code: "T1") { ...F } things { parts } } fragment F on Town { figures { amount } }';
    const [town] = coverageOf(query).given();
    expect([...(town?.groepen ?? [])].toSorted()).toEqual(['amounts', 'figures', 'open']);
  });
});

describe('an argument that filters or sorts', () => {
  it('asks the data group of its field, given or by default, whatever its value', () => {
    expect(coverageOf('{ things { ... on Bag { parts(of: null) } } }').dekking).toEqual([
      { veld: 'Bag.parts(of)', eis: [['bags']] },
      { veld: 'Query.things(sort)', eis: [['names']] },
    ]);
  });

  it('within an input object asks it when it is given', () => {
    const { groepen, given } = coverageOf('query ($w: Where) { things(where: $w) { parts } }');
    const filters = (w: unknown): readonly string[] =>
      given({ w })
        .filter(({ argument }) => argument?.soort === 'filter')
        .map(({ naam }) => naam);
    expect([...groepen]).toEqual(['names']);
    expect(filters({ town: 'T1' })).toEqual([]);
    expect(filters({ in: [{ name: 'x' }] })).toEqual(['Where.name']);
  });
});

it('an argument that is not listed is refused where it is given, within an input object as well', () => {
  expect(coverageOf('{ loose }').dekking).toEqual([]);
  expect(coverageOf('{ loose(x: 1) }').dekking).toEqual([{ veld: 'Query.loose(x)', eis: undefined }]);
  const { given } = coverageOf('{ things(where: {unknown: 1}) { parts } }');
  expect(given()).toContainEqual(expect.objectContaining({ naam: 'Where.unknown', argument: undefined }));
});
