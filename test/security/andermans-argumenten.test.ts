// Threats: 6, 7
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { laadArgumenten } from '../../schema/beleid/laad-argumenten.ts';
import { klantId } from '../graph/stel-document.ts';
import { beginGraph, type GraphAntwoord, type Testgraph } from '../setup/begin-graph.ts';
import { volgStatements } from '../setup/volg-statements.ts';

const uri = (doel: string): string => `https://register.ketengraaf.example/verwerkingen/${doel}/1`;

/** A list that can be paged: the question with its cursor in `$na`, and who may ask it. */
interface Lijst {
  readonly als: string;
  readonly doel: string;
  readonly query: string;
}

const BLAD = '{ edges { cursor } pageInfo { hasNextPage endCursor } }';
const VAN_KLANT = { als: 'consulent-lv', doel: 'klantregie' };
const VAN_WERKGEVER = { als: 'werkgever-69599084', doel: 'pw-participatie' };

/** Every list of the graph, by the argument that takes its cursor. */
const LIJSTEN: Readonly<Record<string, Lijst>> = {
  'Query.klanten(after)': {
    ...VAN_KLANT,
    query: `query ($na: String) { klanten(first: 1, after: $na) ${BLAD} }`,
  },
  'Query.taken(after)': {
    ...VAN_KLANT,
    query: `query ($na: String) { taken(totEnMet: "2013-06-30", first: 1, after: $na) ${BLAD} }`,
  },
  'Query.aanvragen(after)': {
    ...VAN_KLANT,
    query: `query ($na: String) { aanvragen(first: 1, after: $na) ${BLAD} }`,
  },
  'Query.ongezien(after)': {
    ...VAN_KLANT,
    query: `query ($na: String) { ongezien(first: 1, after: $na) ${BLAD} }`,
  },
  'Klant.vorderingen(after)': {
    ...VAN_KLANT,
    query: `query ($na: String) { klant(id: "${klantId(0x101)}") { vorderingen(first: 1, after: $na) ${BLAD} } }`,
  },
  'Klant.voordrachten(after)': {
    ...VAN_KLANT,
    query: `query ($na: String) { klant(id: "${klantId(0x101)}") { voordrachten(first: 1, after: $na) ${BLAD} } }`,
  },
  'Query.zoekprofielen(after)': {
    als: 'werkgever-69599084',
    doel: 'bemiddeling',
    query: `query ($na: String) { zoekprofielen(first: 1, after: $na) ${BLAD} }`,
  },
  'Werkgever.vacatures(after)': {
    ...VAN_WERKGEVER,
    query: `query ($na: String) { mijnWerkgever { vacatures(first: 1, after: $na) ${BLAD} } }`,
  },
  'Werkgever.plaatsingen(after)': {
    ...VAN_WERKGEVER,
    query: `query ($na: String) { mijnWerkgever { plaatsingen(first: 1, after: $na) ${BLAD} } }`,
  },
  'Vacature.voordrachten(after)': {
    ...VAN_WERKGEVER,
    query: `query ($na: String) { mijnWerkgever { vacatures(first: 20) { edges { node { voordrachten(first: 1, after: $na) ${BLAD} } } } } }`,
  },
  'Loonkostensubsidie.betalingen(after)': {
    ...VAN_WERKGEVER,
    query: `query ($na: String) { mijnWerkgever { plaatsingen(first: 20) { edges { node { loonkostensubsidie { betalingen(first: 1, after: $na) ${BLAD} } } } } } }`,
  },
};

/** Whose asker has no other list: its cursors are tried in test/subgraphs/klanten/noodtoegang.test.ts. */
const ELDERS: ReadonlySet<string> = new Set(['Query.noodtoegangen(after)']);

const argumenten = [...laadArgumenten().keys()];

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

const stel = ({ als, doel, query }: Lijst, na?: string): Promise<GraphAntwoord> =>
  graph.vraag({
    body: { query, variables: na === undefined ? {} : { na } },
    als,
    headers: {
      'x-verwerkingsactiviteit': uri(doel),
      traceparent: `00-${'e'.repeat(32)}-${'f'.repeat(16)}-01`,
    },
  });

/** The cursors in an answer. */
const cursorsIn = ({ tekst }: GraphAntwoord): readonly string[] =>
  [...tekst.matchAll(/"cursor":"([^"]+)"/g)].map(([, cursor = '']) => cursor);

/** An answer that gives nothing, and says that the cursor is wrong and no more. */
function verwachtGeweigerd(antwoord: GraphAntwoord, na: string, wat: string): void {
  const codes = new Set(antwoord.errors?.map(({ extensions }) => extensions.code));
  expect(codes, wat).toEqual(new Set(['CURSOR_ONGELDIG']));
  expect(cursorsIn(antwoord), wat).toEqual([]);
  if (na.length > 3) expect(antwoord.tekst, wat).not.toContain(na);
}

describe('a cursor', () => {
  it('is tried in every argument that takes one', () => {
    expect(Object.keys(LIJSTEN).toSorted()).toEqual(
      argumenten.filter((naam) => naam.endsWith('(after)') && !ELDERS.has(naam)).toSorted(),
    );
  });

  it.each(Object.entries(LIJSTEN))('of another list is refused by %s', async (naam, lijst) => {
    const vreemd = Object.entries(LIJSTEN).filter(([ander]) => ander !== naam);
    let geprobeerd = 0;
    for (const [ander, anders] of vreemd) {
      const [cursor] = cursorsIn(await stel({ ...anders, als: lijst.als, doel: lijst.doel }));
      if (cursor === undefined) continue;
      geprobeerd += 1;
      verwachtGeweigerd(await stel(lijst, cursor), cursor, ander);
    }
    expect(geprobeerd).toBeGreaterThan(0);
  });

  it.each(Object.entries(LIJSTEN))('that was forged or changed is refused by %s', async (_, lijst) => {
    const [goed] = cursorsIn(await stel(lijst));
    if (goed === undefined) throw new Error('no cursor');
    const bytes = Buffer.from(goed, 'base64url');
    const anders = Buffer.from(bytes);
    anders.writeUInt8(anders.readUInt8(14) ^ 1, 14);
    const zonderTag = bytes.subarray(0, -16);
    const pogingen = {
      'one bit': anders.toString('base64url'),
      'the tag left off': zonderTag.toString('base64url'),
      'a tag of zeros': Buffer.concat([zonderTag, Buffer.alloc(16)]).toString('base64url'),
      padding: `${goed}==`,
      twice: goed + goed,
      'random bytes': randomBytes(bytes.length).toString('base64url'),
      'a place in plain text': Buffer.from('["5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0101"]').toString('base64url'),
      nothing: '',
      SQL: "' or true --",
    };
    for (const [wat, na] of Object.entries(pogingen)) verwachtGeweigerd(await stel(lijst, na), na, wat);
  });

  it.each(['Query.klanten(after)', 'Query.taken(after)', 'Klant.vorderingen(after)'])(
    'of somebody else, or for another purpose, is refused by %s',
    async (naam) => {
      const lijst = LIJSTEN[naam];
      if (lijst === undefined) throw new Error(naam);
      const [cursor] = cursorsIn(await stel(lijst));
      if (cursor === undefined) throw new Error('no cursor');
      const collega = await stel({ ...lijst, als: 'collega-lv' }, cursor);
      // Of a klant out of reach no list is read, and no cursor either.
      if (naam.startsWith('Klant.')) expect(collega.data).toEqual({ klant: null });
      else verwachtGeweigerd(collega, cursor, 'a colleague');
      const claims = { sub: 'consulent-lv', organisatie: 'GM1916', rollen: ['consulent_inkomen'] };
      const anderDoel = await graph.vraag({
        body: { query: lijst.query, variables: { na: cursor } },
        headers: {
          authorization: `Bearer ${await graph.uitgever.token(claims)}`,
          'x-verwerkingsactiviteit': uri('pw-inkomen'),
        },
      });
      verwachtGeweigerd(anderDoel, cursor, 'another purpose');
    },
  );
});

describe('the key of what is another’s', () => {
  it('is tried in every argument of a question that takes one', () => {
    const sleutels = [...laadArgumenten().values()]
      .filter(({ argument, soort }) => soort === 'sleutel' && argument.startsWith('Query.'))
      .map(({ argument }) => argument);
    // A samenwerkingsverband is public; an id of a klant is tried in pseudoniemen.test.ts.
    expect(sleutels.toSorted()).toEqual(['Query.samenwerkingsverband(code)', 'Query.voordracht(id)']);
  });

  it('gives in Query.voordracht(id) the bytes and statements of one that does not exist', async () => {
    const rijen = await graph.database.sql(
      'vacatures',
      "select id from voordracht where kvk <> '69599084' order by hashtext(id) limit 10",
    );
    const lijst = (id: string): Lijst => ({
      als: 'werkgever-69599084',
      doel: 'bemiddeling',
      query: `{ voordracht(id: "${id}") { id fase kandidaat { naam } } }`,
    });
    const niemand = await volgStatements(() => stel(lijst('00000000-0000-4000-8000-000000000000')));
    expect(niemand.uitkomst.data).toEqual({ voordracht: null });
    expect(rijen.length).toBe(10);
    for (const { id } of rijen) {
      const ander = await volgStatements(() => stel(lijst(String(id))));
      expect(ander.uitkomst.tekst).toBe(niemand.uitkomst.tekst);
      expect(ander.statements).toEqual(niemand.statements);
    }
  });
});
