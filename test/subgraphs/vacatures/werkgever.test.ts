import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vacatures } from '../../../subgraphs/vacatures/vacatures.ts';
import { beginSubgraph, type Testsubgraph } from '../../setup/begin-subgraph.ts';
import type { Groepen } from '../../setup/gateway-aanroep.ts';
import type { Testdatabase } from '../../setup/maak-database.ts';
import { volgStatements } from '../../setup/volg-statements.ts';
import { alsWerkgever, GEMEENTE, HOVENIER, KOK, maakVacatures, REGISSEUR } from './eigen-gegevens.ts';

const WERKGEVER = alsWerkgever('90001354');

const VOORDRACHT = `id fase datum volgendeStap beroep { codeBeroepsnaam omschrijvingBeroepsnaam }
  kandidaat { id naam bemiddelingsberoep { codeBeroepsnaam } werktijden { aantalWerkurenPerWeekMinimaal aantalWerkurenPerWeekMaximaal } }
  herkomst { bron bronsoort peildatum }`;

/** A page as answered. */
interface Pagina<Node> {
  readonly edges: readonly { readonly node: Node }[];
}

/** What a question about oneself as a werkgever answers. */
interface Antwoord {
  readonly vacatures: Pagina<Record<string, unknown> & { voordrachten: Pagina<Record<string, unknown>> }>;
  readonly plaatsingen: Pagina<Record<string, unknown>>;
}

let database: Testdatabase;
let subgraph: Testsubgraph;
beforeAll(async () => {
  database = await maakVacatures();
  subgraph = await beginSubgraph(vacatures, database);
});
afterAll(async () => {
  await subgraph.stop();
  await database.weg();
});

async function vraag(query: string, groepen: Groepen = WERKGEVER) {
  const { data, errors } = await subgraph.vraag({ query, groepen });
  expect(errors).toBeUndefined();
  return data?.['mijnWerkgever'] as unknown as Antwoord;
}

const nodes = <Node>({ edges }: Pagina<Node>) => edges.map(({ node }) => node);

describe('a werkgever', () => {
  test('sees itself, its vestigingen in order and its contactpersoon', async () => {
    expect(
      await vraag(`{ mijnWerkgever { kvk handelsnaamOrganisatie isEenmanszaak vestigingen { vestigingsnummer plaats }
        contactpersoon { naam naamOrganisatie telefoonnummer } } }`),
    ).toEqual({
      kvk: '90001354',
      handelsnaamOrganisatie: 'Groen BV',
      isEenmanszaak: false,
      vestigingen: [
        { vestigingsnummer: '000000000001', plaats: 'Voorburg' },
        { vestigingsnummer: '000000000002', plaats: 'Voorschoten' },
      ],
      contactpersoon: {
        naam: 'A. de Wit',
        naamOrganisatie: 'Werkgeversservicepunt',
        telefoonnummer: '0700000000',
      },
    });
  });

  test('without a contactpersoon has none', async () => {
    expect(
      await vraag('{ mijnWerkgever { isEenmanszaak contactpersoon { naam } } }', alsWerkgever('69599084')),
    ).toEqual({ isEenmanszaak: true, contactpersoon: null });
  });

  test('sees its own vacatures, the newest first, with the names of VUM', async () => {
    const { vacatures } = await vraag(`{ mijnWerkgever { vacatures { edges { node {
      id nummerVacature naamVacature sluitingsdatumVacature codeWerkEnDenkniveauMinimaal status aantalPlaatsen
      beroep { codeBeroepsnaam omschrijvingBeroepsnaam }
      werktijden { aantalWerkurenPerWeekMinimaal aantalWerkurenPerWeekMaximaal } } } } } }`);
    const zelfde = {
      nummerVacature: 'V-1',
      beroep: { codeBeroepsnaam: HOVENIER, omschrijvingBeroepsnaam: 'hovenier' },
      werktijden: { aantalWerkurenPerWeekMinimaal: 16, aantalWerkurenPerWeekMaximaal: 32 },
    };
    expect(nodes(vacatures)).toEqual([
      {
        ...zelfde,
        id: 'hovenier',
        naamVacature: 'Hovenier',
        sluitingsdatumVacature: '2013-05-01',
        codeWerkEnDenkniveauMinimaal: '3',
        status: 'OPEN',
        aantalPlaatsen: 3,
      },
      {
        ...zelfde,
        id: 'voorman',
        naamVacature: 'Voorman',
        sluitingsdatumVacature: null,
        codeWerkEnDenkniveauMinimaal: null,
        status: 'VERVULD',
        aantalPlaatsen: 1,
      },
    ]);
  });

  test('sees how many places of an open vacature are left, also when the plaatsingen themselves were not granted', async () => {
    const query = '{ mijnWerkgever { vacatures { edges { node { id resterendePlaatsen } } } } }';
    for (const groepen of [WERKGEVER, { 'vacature.beheer': ['kvk/90001354'] }]) {
      expect(nodes((await vraag(query, groepen)).vacatures)).toEqual([
        { id: 'hovenier', resterendePlaatsen: 2 },
        { id: 'voorman', resterendePlaatsen: null },
      ]);
    }
  });

  test('sees of a kandidaat what the phase of the voordracht shows, and no more', async () => {
    const { vacatures } = await vraag(
      `{ mijnWerkgever { vacatures(first: 1) { edges { node { voordrachten { edges { node { ${VOORDRACHT} } } } } } } } }`,
    );
    const wensen = {
      bemiddelingsberoep: [{ codeBeroepsnaam: HOVENIER }, { codeBeroepsnaam: KOK }],
      werktijden: { aantalWerkurenPerWeekMinimaal: 24, aantalWerkurenPerWeekMaximaal: 36 },
    };
    const niets = { naam: null, bemiddelingsberoep: [], werktijden: null };
    const gezien = nodes(vacatures)
      .flatMap(({ voordrachten }) => nodes(voordrachten))
      .map(({ id, fase, kandidaat }) => [id, fase, kandidaat]);
    expect(gezien).toEqual([
      ['onbekend', 'VOORGEDRAGEN', { id: 'onbekend', ...niets }],
      ['gesloten', 'GEEINDIGD', { id: 'gesloten', ...niets }],
      ['afgeschermd', 'UITGENODIGD', { id: 'afgeschermd', ...niets }],
      ['verhuisd', 'GEPLAATST', { id: 'verhuisd', naam: 'naam van verhuisd', ...wensen }],
      ['collega', 'VOORGEDRAGEN', { id: 'collega', naam: null, ...wensen }],
      ['caseload', 'UITGENODIGD', { id: 'caseload', naam: 'naam van caseload', ...wensen }],
    ]);
  });

  test('sees who works there, by name until the last day', async () => {
    const { plaatsingen } = await vraag(
      '{ mijnWerkgever { plaatsingen { edges { node { id soort naam begin einde urenPerWeek } } } } }',
    );
    const zelfde = { soort: 'REGULIER', urenPerWeek: 32 };
    expect(nodes(plaatsingen)).toEqual([
      { ...zelfde, id: 'loopt', naam: 'naam van verhuisd', begin: '2013-03-11', einde: null },
      { ...zelfde, id: 'laatste-dag', naam: 'naam van caseload', begin: '2013-01-11', einde: '2013-04-02' },
      { ...zelfde, id: 'voorbij', naam: null, begin: '2012-10-11', einde: '2013-04-01' },
    ]);
  });

  test('is told no name of whom is afgeschermd, from the day on and not before', async () => {
    const namen = async () => {
      const { plaatsingen } = await vraag('{ mijnWerkgever { plaatsingen { edges { node { id naam } } } } }');
      return nodes(plaatsingen).map(({ id, naam }) => [id, naam]);
    };
    const zet = (sql: string) => database.sql('vacatures', sql);
    const [loopt, , voorbij] = [['loopt', 'naam van verhuisd'], [], ['voorbij', null]];
    await zet(`insert into klantbereik (klant_id, verantwoordelijke, medewerker, afgeschermd, geldig_van)
      values ('caseload', 'GM1916', 'consulent-lv', true, '2013-04-03')`);
    expect(await namen()).toEqual([loopt, ['laatste-dag', 'naam van caseload'], voorbij]);
    await zet(`update klantbereik set geldig_van = '2013-04-02' where klant_id = 'caseload' and afgeschermd`);
    expect(await namen()).toEqual([loopt, ['laatste-dag', null], voorbij]);
    await zet(`delete from klantbereik where klant_id = 'caseload' and afgeschermd`);
  });

  test('without klant.contact is refused the names and answered the rest', async () => {
    const { 'klant.contact': _contact, ...groepen } = WERKGEVER;
    const { data, errors } = await subgraph.vraag({
      query: '{ voordracht(id: "caseload") { fase kandidaat { id naam } } }',
      groepen,
    });
    expect(data).toEqual({
      voordracht: { fase: 'UITGENODIGD', kandidaat: { id: 'caseload', naam: null } },
    });
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['voordracht', 'kandidaat', 'naam'], 'NIET_GEAUTORISEERD'],
    ]);
  });
});

describe('whoever is no werkgever', () => {
  test.each<[string, Groepen]>([
    ['a regisseur', { ...REGISSEUR, 'vacature.beheer': ['GM1916/consulent-lv'] }],
    ['somebody with an empty scope', { 'vacature.beheer': [] }],
    ['somebody with the numbers of two', { 'vacature.beheer': ['kvk/69599084', 'kvk/90001354'] }],
    ['a number that is unknown', alsWerkgever('99999999')],
  ])('is not told of one: %s', async (_wie, groepen) => {
    expect(await vraag('{ mijnWerkgever { kvk handelsnaamOrganisatie } }', groepen)).toBeNull();
  });
});

describe('the voordracht of another werkgever', () => {
  const vraagVoordracht = (id: string, groepen: Groepen) =>
    volgStatements(() =>
      subgraph.vraag({
        query: `query ($id: ID!) { voordracht(id: $id) { ${VOORDRACHT} } }`,
        variables: { id },
        groepen,
      }),
    );

  test('is answered byte for byte, and with the same statements, as one that does not exist', async () => {
    const [ander, onbekend] = [
      await vraagVoordracht('ander', WERKGEVER),
      await vraagVoordracht('bestaat-niet', WERKGEVER),
    ];
    expect(ander.uitkomst.tekst).toBe('{"data":{"voordracht":null}}\n');
    expect(onbekend.uitkomst.tekst).toBe(ander.uitkomst.tekst);
    expect(ander.statements).toEqual(onbekend.statements);
  });

  test('is there for its own werkgever, and for the regisseur without the name', async () => {
    const { uitkomst } = await vraagVoordracht('ander', alsWerkgever('69599084'));
    expect(uitkomst.data).toMatchObject({
      voordracht: { id: 'ander', fase: 'UITGENODIGD', kandidaat: { naam: 'naam van ander' } },
    });
    const { data } = await subgraph.vraag({
      query: '{ voordracht(id: "ander") { id fase beroep { omschrijvingBeroepsnaam } } }',
      groepen: REGISSEUR,
    });
    expect(data).toEqual({
      voordracht: { id: 'ander', fase: 'UITGENODIGD', beroep: { omschrijvingBeroepsnaam: 'kok' } },
    });
  });

  test('shows a gemeente no name, not even when klant.contact is granted there', async () => {
    const { data } = await subgraph.vraag({
      query: '{ voordracht(id: "collega") { fase kandidaat { naam } } }',
      groepen: { ...GEMEENTE, 'klant.contact': ['GM1916'] },
    });
    expect(data).toEqual({ voordracht: { fase: 'VOORGEDRAGEN', kandidaat: { naam: null } } });
  });
});

test('as an entity a vacature, a plaatsing and a werkgever are there for the werkgever itself only', async () => {
  const lees = (kvk: string) =>
    subgraph.vraag({
      query: `query ($r: [_Any!]!) { _entities(representations: $r) {
        ... on Vacature { naamVacature } ... on Plaatsing { begin } ... on Werkgever { handelsnaamOrganisatie } } }`,
      variables: {
        r: [
          { __typename: 'Vacature', id: 'kok' },
          { __typename: 'Plaatsing', id: 'elders' },
          { __typename: 'Werkgever', kvk: '69599084' },
        ],
      },
      groepen: alsWerkgever(kvk),
    });
  expect((await lees('69599084')).data).toEqual({
    _entities: [{ naamVacature: 'Kok' }, { begin: '2013-02-11' }, { handelsnaamOrganisatie: 'Eetcafé' }],
  });
  expect((await lees('90001354')).data).toEqual({ _entities: [null, null, null] });
});
