import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { lintSubgraphs } from '../../../schema/lint/lint-subgraphs.ts';

const GROEPEN = new Set(['structuur', 'publiek', 'klant.dossier', 'klant.bsn']);
/** None here: the rules about persons have a test of their own. */
const PERSOONSGROEPEN = new Set<string>();
const p = (...groepen: readonly string[]): string =>
  `@policy(policies: [[${groepen.map((each) => `"${each}"`).join(', ')}]])`;
const S = p('structuur');
const D = p('klant.dossier');

/** What the lint says of SDLs, the first being that of subgraph `a`: `file:line rule message`. */
function lint(...sdls: readonly string[]): readonly string[] {
  const bronnen = sdls.map((sdl, index) => {
    const naam = 'abc'.charAt(index);
    return { naam, bestand: `${naam}.graphql`, document: parse(sdl) };
  });
  return lintSubgraphs(bronnen, GROEPEN, PERSOONSGROEPEN).map(
    ({ bestand, regel, rule, melding }) => `${bestand}:${regel} ${rule} ${melding}`,
  );
}

const klant = (...velden: readonly string[]): string =>
  ['"Een klant."', 'type Klant @key(fields: "id") {', `"De sleutel." id: ID! ${S}`, ...velden, '}'].join(
    '\n',
  );

describe('lintSubgraphs', () => {
  it('has nothing to say of a good subgraph', () => {
    expect(lint(klant(`"De leefvorm." leefvorm: String ${D}`))).toEqual([]);
  });

  it.each([
    ['no @policy', '"Het veld." veld: String', 'Klant.veld has no @policy'],
    [
      'two inner lists',
      '"Het veld." veld: String @policy(policies: [["publiek"], ["klant.dossier"]])',
      'exactly one inner list',
    ],
    ['no inner list', '"Het veld." veld: String @policy(policies: [])', 'exactly one inner list'],
    ['an empty inner list', '"Het veld." veld: String @policy(policies: [[]])', 'a list of data groups'],
    [
      'a text that is no list',
      '"Het veld." veld: String @policy(policies: ["publiek"])',
      'a list of data groups',
    ],
    ['two directives', `"Het veld." veld: String ${D} ${p('publiek')}`, 'more than one @policy'],
    ['a group twice', `"Het veld." veld: String ${p('publiek', 'publiek')}`, 'lists a data group twice'],
    ['an unknown group', `"Het veld." veld: String ${p('klant.alles')}`, 'unknown data group "klant.alles"'],
    [
      'a group it does not need',
      `"Het veld." veld: String ${p('publiek', 'klant.bsn')}`,
      'lists "klant.bsn" and requires no field',
    ],
  ])('refuses a field with %s', (_, veld, melding) => {
    expect(lint(klant(veld))).toEqual([expect.stringMatching(/^a\.graphql:4 policy Klant\.veld /)]);
    expect(lint(klant(veld))[0]).toContain(melding);
  });

  it('refuses a field of an entity that may not be missing, since its source can be', () => {
    const melding = 'ontbreekt Klant.veld may not be "!": its source can be away';
    expect(lint(klant(`"Het veld." veld: String! ${D}`))).toEqual([`a.graphql:4 ${melding}`]);
    expect(lint(klant(), `extend type Klant {\n"Het veld." veld: [String!]! ${D} }`)).toEqual([
      `b.graphql:2 ${melding}`,
    ]);
    expect(lint(klant(`"Het veld." veld: [String!] ${D}`))).toEqual([]);
    expect(lint(`"Een deel." type Deel {\n"Het veld." veld: String! ${D} }`)).toEqual([]);
  });

  it('checks the fields of an extension like those of a type', () => {
    expect(lint(klant(), 'extend type Klant @key(fields: "id") {\n"Het veld." veld: String }')).toEqual([
      'b.graphql:2 policy Klant.veld has no @policy',
    ]);
  });

  it('refuses @policy on a type, an interface, an interface field and a field of an @interfaceObject type', () => {
    expect(lint(klant().replace('type Klant', `type Klant ${D}`))[0]).toContain(
      'policy Klant: @policy stands on fields',
    );
    const persoon = `"Een persoon." interface Persoon {\n"De naam." naam: String ${D} }`;
    expect(lint(persoon)).toEqual([
      'a.graphql:2 policy Persoon: an interface and its fields carry no @policy',
    ]);
    expect(lint(`"Een persoon." interface Persoon ${D} { "De naam." naam: String }`)[0]).toContain(
      'an interface and its fields',
    );
    const object = `"Een persoon." type Persoon @key(fields: "id") @interfaceObject {\n"De sleutel." id: ID!\n"Het veld." veld: String ${D} }`;
    expect(lint(object)).toEqual([
      'a.graphql:3 policy Persoon.veld carries no @policy here: its owner says it',
    ]);
  });

  const eigenaar = klant(`"Het bsn." bsn: String ${p('klant.bsn')}`);
  const vrager = (policy: string): string =>
    klant('"Het bsn." bsn: String @external', `"Het veld." veld: String @requires(fields: "bsn") ${policy}`);

  it('asks a field that requires others to list their groups after its own', () => {
    expect(lint(vrager(p('klant.dossier', 'klant.bsn')), eigenaar)).toEqual([]);
    expect(lint(vrager(D), eigenaar)).toEqual([
      'a.graphql:5 policy Klant.veld requires a field of "klant.bsn" and does not list that group',
    ]);
    expect(lint(vrager(p('klant.bsn')), eigenaar)).toEqual([]);
  });

  it('finds the groups of nested required fields', () => {
    const dossier = `"Een dossier." type Dossier { "Het bsn." bsn: String ${p('klant.bsn')} }`;
    const eigenaarVanDossier = `${klant(`"Het dossier." dossier: Dossier ${D}`)} ${dossier}`;
    const vraagt = klant(
      '"Het dossier." dossier: Dossier @external',
      `"Het veld." veld: String @requires(fields: "dossier { bsn }") ${D}`,
    );
    expect(lint(vraagt, eigenaarVanDossier)).toEqual([
      expect.stringContaining('requires a field of "klant.bsn"'),
    ]);
  });

  it('refuses an @external field with @policy', () => {
    expect(
      lint(vrager(p('klant.dossier', 'klant.bsn')).replace('@external', `@external ${D}`), eigenaar),
    ).toEqual(['a.graphql:4 policy Klant.bsn carries no @policy here: its owner says it']);
  });

  it('refuses @requires of a field with arguments, and a malformed one', () => {
    const metArgument = klant(`"Het veld." bsn("De dag." dag: String): String ${D}`);
    expect(lint(vrager(D), metArgument)).toEqual([
      'a.graphql:5 requires Klant.veld requires Klant.bsn, which has arguments',
    ]);
    const geeft = vrager(p('klant.dossier', 'klant.bsn')).replace('fields: "bsn"', 'fields: "bsn(dag: 1)"');
    expect(lint(geeft, eigenaar)).toEqual([expect.stringContaining('which has arguments')]);
    expect(lint(vrager(D).replace('fields: "bsn"', 'fields: "bsn {"'), eigenaar)).toEqual([
      expect.stringContaining('malformed @requires'),
    ]);
  });

  it('lets structuur hold ids, booleans, cursors, keys and ways to objects, and no datum', () => {
    const gemeente = `"Een gemeente." type Gemeente @key(fields: "code") { "De code." code: String! ${S} }`;
    const goed = klant(
      `"Of het zo is." is: Boolean ${S}`,
      `"De plaats." cursor: String ${S}`,
      `"De gemeente." gemeente: Gemeente ${S}`,
    );
    expect(lint(`${goed} ${gemeente}`)).toEqual([]);
    for (const soort of ['String', 'Int', '[Float!]', 'Datum']) {
      const fout = klant(`"Het veld." veld: ${soort} ${S}`);
      expect(lint(fout)).toEqual([expect.stringContaining('structuur Klant.veld is a')]);
    }
  });

  it('asks the same groups of a shared field in every subgraph', () => {
    const gedeeld = (policy: string): string =>
      `"De plaats." type PageInfo @shareable {\n"Of er meer is." meer: Boolean ${policy} }`;
    expect(lint(gedeeld(S), gedeeld(S))).toEqual([]);
    expect(lint(gedeeld(S), gedeeld(p('publiek')))).toEqual([
      'b.graphql:2 gedeeld-veld PageInfo.meer lists other data groups than in a.graphql',
    ]);
  });

  it('asks the same definition of a directive in every subgraph', () => {
    const directive = (soort: string): string =>
      `"Een richtlijn." directive @betrokkene("De sleutel." sleutel: ${soort}) on OBJECT`;
    expect(lint(directive('String!'), directive('String!'))).toEqual([]);
    expect(lint(directive('String!'), directive('ID!'))).toEqual([
      'b.graphql:1 gedeelde-directive @betrokkene is defined otherwise in a.graphql',
    ]);
  });

  it('refuses an import under another name, which would hide a @policy from every other rule', () => {
    const link = (rest: string): string =>
      `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", ${rest})`;
    expect(lint(link('import: ["@key", "@policy"]'))).toEqual([]);
    expect(lint(link('import: [{ name: "@policy", as: "@beleid" }]'))).toEqual([
      expect.stringContaining('import keeps its own name'),
    ]);
    expect(lint(link('as: "fed"'))).toEqual([expect.stringContaining('import keeps its own name')]);
  });

  it.each([
    ['a type', 'enum Soort { "Een." EEN }'],
    ['a field', `"Een klant." type Klant { naam: String ${D} }`],
    ['an argument', `"Een klant." type Klant { "De naam." naam(dag: Int): String ${D} }`],
    ['an enum value', '"Een soort." enum Soort { EEN }'],
    ['a scalar', 'scalar Datum'],
    ['a directive', 'directive @x on OBJECT'],
    ['an argument of a directive', '"Een richtlijn." directive @x(naam: String) on OBJECT'],
    ['an input field', '"Een filter." input Filter { naam: String }'],
    ['an interface', 'interface Persoon { "De naam." naam: String }'],
    ['a union', 'union Iets = Klant'],
  ])('asks a description of %s', (_, sdl) => {
    expect(lint(sdl)).toEqual([expect.stringMatching(/^a\.graphql:1 beschrijving .* has no description$/)]);
  });

  it('refuses an empty description and one in English', () => {
    expect(lint('"" scalar Datum')).toEqual(['a.graphql:1 beschrijving Datum has no description']);
    expect(lint('"A calendar day with the time." scalar Datum')).toEqual([
      expect.stringContaining('not described in Dutch'),
    ]);
  });

  it.each([
    ['a type in PascalCase', '"Een dag." scalar kalender_dag'],
    ['a field in camelCase', `"Een klant." type Klant { "De naam." Naam: String ${D} }`],
    [
      'an argument in camelCase',
      `"Een klant." type Klant { "De naam." naam("De dag." de_dag: Int): String ${D} }`,
    ],
    ['an enum value in capitals', '"Een soort." enum Soort { "Een." eenVan }'],
    ['a directive in camelCase', '"Een richtlijn." directive @De_Regel on OBJECT'],
  ])('wants the name of %s', (_, sdl) => {
    expect(lint(sdl)).toEqual([
      expect.stringMatching(/^a\.graphql:1 naam .* does not have the form of its kind$/),
    ]);
  });
});
