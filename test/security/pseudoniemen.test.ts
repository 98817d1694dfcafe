// Threats: 6a, 6b, 6c
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import type { DirectiveNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { laadArgumenten } from '../../schema/beleid/laad-argumenten.ts';
import { leesSubgraphs } from '../../schema/compose/lees-subgraphs.ts';
import { pseudoniemenVoor } from '../../schema/keten/pseudoniem.ts';
import { velden } from '../../schema/lint/subgraph-bron.ts';
import { laadOperaties } from '../../schema/operaties/laad-operaties.ts';
import { klanten } from '../../subgraphs/klanten/klanten.ts';
import { trajecten } from '../../subgraphs/trajecten/trajecten.ts';
import { alleNodes, type Bladzijde, klantSleutel, stelDocument } from '../graph/stel-document.ts';
import { beginGraph, type GraphAntwoord, type Testgraph } from '../setup/begin-graph.ts';
import { beginSubgraph } from '../setup/begin-subgraph.ts';
import { maakPseudoniemring, pseudoniem } from '../setup/pseudoniem.ts';
import { volgStatements } from '../setup/volg-statements.ts';

/** A klant in the caseload of consulent-lv. */
const KLANT = klantSleutel(0x101);
const ONBEKEND = pseudoniem('00000000-0000-4000-8000-000000000000');
const KLANTREGIE = 'https://register.ketengraaf.example/verwerkingen/klantregie/1';
const headers = {
  traceparent: `00-${'e'.repeat(32)}-${'f'.repeat(16)}-01`,
  'x-verwerkingsactiviteit': KLANTREGIE,
};

/** What is no pseudonym of a klant for the overheidsorganen of the keten. */
const VREEMD: readonly (readonly [wat: string, id: string])[] = [
  ['the key within the keten', KLANT],
  ['the pseudonym of an inwoner', pseudoniem(KLANT, 'inwoners')],
  ['the pseudonym of a werkgever', pseudoniem(KLANT, 'KVK90001354')],
  ['the pseudonym of an aanbieder', pseudoniem(KLANT, 'BAANBRUG')],
  ['a pseudonym for the own organisation alone', pseudoniem(KLANT, 'GM1916')],
  [
    'a pseudonym made with another key',
    pseudoniemenVoor(maakPseudoniemring(randomBytes(64)), 'keten', Date.now()).maak(KLANT),
  ],
  ['a pseudonym with a character less', pseudoniem(KLANT).slice(0, -1)],
  ['a pseudonym with padding', `${pseudoniem(KLANT)}==`],
  ['a pseudonym twice', pseudoniem(KLANT).repeat(2)],
  ['nothing', ''],
  ['a wildcard', '%'],
  ['a text that is SQL', `' or true --`],
  ['a long text', 'x'.repeat(20_000)],
];

/** The arguments that say which klant is meant, as `Type.veld(naam)`. */
const VAN_KLANT = [...laadArgumenten().values()].filter(({ soort }) => soort === 'klant');

let graph: Testgraph;
beforeAll(async () => {
  // A source that comes back is asked again at once.
  graph = await beginGraph({ ONDERBREKER_PROCENT: '100' });
});
afterAll(() => graph.stop());

const vraag = (query: string, variables: object = {}): Promise<GraphAntwoord> =>
  graph.vraag({ body: { query, variables }, als: 'consulent-lv', headers });

/** A question with one argument that names a klant. */
function metArgument(argument: string, id: string): Promise<GraphAntwoord> {
  const [, veld, naam] = /^Query\.(\w+)\((\w+)\)$/.exec(argument) ?? [];
  if (veld === undefined || naam === undefined)
    throw new Error(`this test has no question with ${argument} yet`);
  return vraag(`query ($id: ID!) { ${veld}(${naam}: $id) { id naam } }`, { id });
}

describe('an argument that names a klant', () => {
  it('is read as a pseudonym, each of them and no other', () => {
    const gelezen = leesSubgraphs(new URL('../../', import.meta.url)).flatMap((bron) =>
      velden(bron).flatMap(({ type, field }) =>
        (field.arguments ?? [])
          .filter(({ directives }) => directives?.some(isPseudoniem))
          .map(({ name }) => `${type.name.value}.${field.name.value}(${name.value})`),
      ),
    );
    expect(gelezen.toSorted()).toEqual(VAN_KLANT.map(({ argument }) => argument).toSorted());
    expect(gelezen).toContain('Query.klant(id)');
  });

  it.each(VAN_KLANT.map(({ argument }) => argument))(
    '%s knows the pseudonym of the asker',
    async (argument) => {
      const { data, errors } = await metArgument(argument, pseudoniem(KLANT));
      expect(errors).toBeUndefined();
      expect(Object.values(data ?? {})).toMatchObject([{ id: pseudoniem(KLANT) }]);
    },
  );

  it.each(VREEMD)(
    'takes %s for a klant who does not exist: the same bytes by the same statements',
    async (_, id) => {
      for (const { argument } of VAN_KLANT) {
        const niemand = await volgStatements(() => metArgument(argument, ONBEKEND));
        expect(Object.values(niemand.uitkomst.data ?? {})).toEqual([null]);
        const vreemd = await volgStatements(() => metArgument(argument, id));
        expect(vreemd.uitkomst.tekst).toBe(niemand.uitkomst.tekst);
        expect(vreemd.statements).toEqual(niemand.statements);
      }
    },
  );

  it('that is wrong in two ways at once reads as two klanten who do not exist', async () => {
    const twee = (een: string, ander: string) =>
      volgStatements(() =>
        vraag('query ($a: ID!, $b: ID!) { a: klant(id: $a) { id } b: klant(id: $b) { id } }', {
          a: een,
          b: ander,
        }),
      );
    const onbekend = await twee(ONBEKEND, pseudoniem('00000000-0000-4000-8000-000000000001'));
    const vreemd = await twee(KLANT, pseudoniem(KLANT, 'inwoners'));
    expect(onbekend.uitkomst.data).toEqual({ a: null, b: null });
    expect(vreemd.uitkomst.tekst).toBe(onbekend.uitkomst.tekst);
    expect(vreemd.statements).toEqual(onbekend.statements);
  });

  it('leaves no reading of anybody in the record', async () => {
    await graph.database.sql('klanten', 'truncate logboek');
    for (const [, id] of VREEMD) await metArgument('Query.klant(id)', id);
    const rijen = await graph.database.sql('klanten', 'select distinct betrokkenen, velden from logboek');
    expect(rijen).toEqual([{ betrokkenen: [], velden: [] }]);
  });
});

it('an id from an answer is the way to the same klant in the next question, for every klant of a caseload', async () => {
  const lijst = await alleNodes<{ id: string; naam: string }>(async (na) => {
    const { data } = await vraag(
      'query ($na: String) { klanten(first: 100, after: $na) { edges { node { id naam } } pageInfo { hasNextPage endCursor } } }',
      { na },
    );
    return data?.['klanten'] as Bladzijde<{ id: string; naam: string }>;
  });
  expect(lijst.length).toBeGreaterThan(20);
  expect(new Set(lijst.map(({ id }) => id)).size).toBe(lijst.length);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...lijst), async ({ id, naam }) => {
      const { data } = await vraag('query ($id: ID!) { klant(id: $id) { id naam } }', { id });
      expect(data).toEqual({ klant: { id, naam } });
    }),
    { numRuns: 15 },
  );
});

it('a klant has another id for the inwoner he is than for the regisseur, and neither is of use to the other', async () => {
  const eigen = await stelDocument(graph, 'IN-001');
  const { id } = eigen.data?.['mijnDossier'] as { id: string };
  expect(id).toBe(pseudoniem(klantSleutel(0x102), 'inwoners'));
  const inwoner = (klant: string): Promise<GraphAntwoord> =>
    graph.vraag({
      body: { query: 'query ($id: ID!) { klant(id: $id) { id } }', variables: { id: klant } },
      als: 'inwoner',
      headers: { 'x-verwerkingsactiviteit': 'https://register.ketengraaf.example/verwerkingen/inzage/1' },
    });
  expect((await inwoner(id)).data).toEqual({ klant: { id } });
  expect((await inwoner(pseudoniem(klantSleutel(0x102)))).data).toEqual({ klant: null });
  expect((await inwoner(klantSleutel(0x102))).data).toEqual({ klant: null });
});

it('two organisations that compare what they got of the same klanten find no id in common', async () => {
  const sleutels = [0x101, 0x103, 0x10a].map(klantSleutel);
  const AFNEMERS = ['keten', 'inwoners', 'KVK90001354', 'KVK69599084', 'BAANBRUG', 'WERKBAAR'];
  const bron = await beginSubgraph(trajecten, graph.database);
  try {
    const ids: string[] = [];
    for (const afnemer of AFNEMERS) {
      const { data } = await bron.vraag({
        query: 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Klant { id } } }',
        variables: { r: sleutels.map((sleutel) => ({ __typename: 'Klant', sleutel })) },
        afnemer,
      });
      ids.push(...(data?.['_entities'] as { id: string }[]).map(({ id }) => id));
    }
    expect(new Set(ids).size).toBe(sleutels.length * AFNEMERS.length);
    expect(ids.filter((id) => sleutels.includes(id))).toEqual([]);
  } finally {
    await bron.stop();
  }
});

it('a klant is absent for an aanbieder by the pseudonym of another, and there by its own', async () => {
  const bron = await beginSubgraph(klanten, graph.database);
  const naam = async (id: string, afnemer: string): Promise<unknown> =>
    (
      await bron.vraag({
        query: 'query ($id: ID!) { klant(id: $id) { id } }',
        variables: { id },
        groepen: { 'klant.identificerend': ['GM1916', 'GM1916/consulent-lv'] },
        afnemer,
      })
    ).data?.['klant'];
  try {
    const eigen = pseudoniem(KLANT, 'BAANBRUG');
    expect(await naam(eigen, 'BAANBRUG')).toEqual({ id: eigen });
    expect(await naam(eigen, 'WERKBAAR')).toBeNull();
    expect(await naam(eigen, 'keten')).toBeNull();
  } finally {
    await bron.stop();
  }
});

describe('the key of a klant', () => {
  it('is in no schema that a client is told of', async () => {
    const { data } = await vraag(
      '{ __type(name: "Klant") { fields { name } } __schema { types { name fields { name } } } }',
    );
    const { fields } = data?.['__type'] as { fields: { name: string }[] };
    expect(fields.map(({ name }) => name)).toContain('id');
    expect(JSON.stringify(data)).not.toMatch(/"(sleutel|_entities|_service|_Any|_Entity)"/);
  });

  it.each([
    ['as a field', `{ klant(id: "${pseudoniem(KLANT)}") { sleutel } }`],
    ['by another name', `{ klant(id: "${pseudoniem(KLANT)}") { id: sleutel } }`],
    ['in a fragment', '{ klanten { edges { node { ...F } } } } fragment F on Klant { sleutel }'],
    ['nearly', `{ klant(id: "${pseudoniem(KLANT)}") { sleute } }`],
    ['as an argument', `{ klant(sleutel: "${KLANT}") { id } }`],
    [
      'as an entity',
      `{ _entities(representations: [{ __typename: "Klant", sleutel: "${KLANT}" }]) { ... on Klant { naam } } }`,
    ],
    ['from the schema of a subgraph', '{ _service { sdl } }'],
  ])('cannot be asked %s, and no error says that it is there', async (_, query) => {
    const { data, errors = [], tekst } = await vraag(query);
    expect(data ?? null).toBeNull();
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['DOCUMENT_ONGELDIG']));
    expect(tekst).not.toContain(KLANT);
    expect(tekst).not.toMatch(/did you mean|bedoelt u/i);
  });

  it('is in no answer to a trusted document, nor in its errors when a source is away', async () => {
    const sleutels = await graph.database.sql('klanten', 'select id from klant');
    expect(sleutels.length).toBeGreaterThan(100);
    const verraadt = (tekst: string): readonly unknown[] =>
      sleutels.map(({ id }) => id).filter((id) => tekst.includes(String(id)));
    for (const weg of [undefined, 'klanten', 'trajecten'] as const) {
      if (weg !== undefined) await graph.stopSubgraph(weg);
      for (const id of laadOperaties().keys()) {
        const { tekst } = await stelDocument(graph, id.replace('keten:', ''));
        expect(verraadt(tekst), `${id}, ${weg ?? 'nothing'} away`).toEqual([]);
        expect(tekst).not.toContain('"sleutel"');
      }
      if (weg !== undefined) await graph.startSubgraph(weg);
    }
  });

  it('is no cursor, of whatever list', async () => {
    const { data } = await vraag('{ klanten(first: 3) { edges { cursor } pageInfo { endCursor } } }');
    const { edges, pageInfo } = data?.['klanten'] as Pick<Bladzijde<unknown>, 'pageInfo'> & {
      edges: { cursor: string }[];
    };
    for (const cursor of [...edges.map((each) => each.cursor), pageInfo.endCursor ?? '']) {
      expect(cursor).not.toContain('5f0c1c9e');
      expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain('5f0c1c9e');
    }
  });
});

function isPseudoniem({ name }: Pick<DirectiveNode, 'name'>): boolean {
  return name.value === 'pseudoniem';
}
