import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Foutcode, foutsoort } from '../../schema/fouten/catalogus.ts';
import { beginGraph, type GraphAntwoord, type Testgraph } from '../setup/begin-graph.ts';
import { volgStatements } from '../setup/volg-statements.ts';

const PW_INKOMEN = 'https://register.ketengraaf.example/verwerkingen/pw-inkomen/1';

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

const stuur = (body: unknown, headers: Record<string, string> = {}): Promise<GraphAntwoord> =>
  graph.vraag({
    body,
    als: 'consulent-haarlemmermeer',
    headers: {
      'x-verwerkingsactiviteit': PW_INKOMEN,
      accept: 'application/graphql-response+json',
      ...headers,
    },
  });

/** Every error has a code of the catalogue, its Dutch text, the trace, and nothing of the server's inside. */
function verwachtFout({ status, tekst, errors, headers }: GraphAntwoord, code: Foutcode): void {
  expect(errors?.[0]).toMatchObject({ message: foutsoort(code).nl, extensions: { code } });
  expect(errors?.[0]?.extensions['traceId']).toBe(headers.get('x-trace-id'));
  expect(status).toBe(foutsoort(code).http);
  expect(JSON.parse(tekst)).not.toHaveProperty('data');
  expect(tekst).not.toMatch(/\bat \S+ \(|node_modules|stack/i);
}

describe('a request that is no question', () => {
  it.each<[string, unknown, Record<string, string>, Foutcode]>([
    ['malformed JSON', '{"query": "{', {}, 'AANROEP_ONGELDIG'],
    ['an empty body', '', {}, 'AANROEP_ONGELDIG'],
    ['a list of questions', [{ query: '{ __typename }' }], {}, 'AANROEP_ONGELDIG'],
    ['a text', '"x"', {}, 'AANROEP_ONGELDIG'],
    ['no query', {}, {}, 'AANROEP_ONGELDIG'],
    ['a query that is a number', { query: 1 }, {}, 'AANROEP_ONGELDIG'],
    ['variables that are a list', { query: '{ __typename }', variables: [] }, {}, 'AANROEP_ONGELDIG'],
    [
      'both a query and a documentId',
      { query: '{ __typename }', documentId: 'keten:WP-001' },
      {},
      'AANROEP_ONGELDIG',
    ],
    ['an unknown documentId', { documentId: 'keten:XX-999' }, {}, 'DOCUMENT_ONBEKEND'],
    ['a body over 100 KB', { query: `{ __typename } #${'x'.repeat(110_000)}` }, {}, 'AANROEP_TE_GROOT'],
    [
      'another content type',
      '{ __typename }',
      { 'content-type': 'application/graphql' },
      'MEDIATYPE_NIET_ONDERSTEUND',
    ],
    [
      'plain text',
      '{"query":"{ __typename }"}',
      { 'content-type': 'text/plain' },
      'MEDIATYPE_NIET_ONDERSTEUND',
    ],
    [
      'an answer type we do not speak',
      { query: '{ __typename }' },
      { accept: 'text/html' },
      'ANTWOORDTYPE_NIET_ONDERSTEUND',
    ],
    [
      'two purposes that differ',
      { query: '{ __typename }' },
      { 'x-doelbinding': 'https://x.example/1' },
      'DOEL_ONBEKEND',
    ],
  ])('%s is refused with a clear code', async (_, body, headers, code) => {
    verwachtFout(await stuur(body, headers), code);
  });

  it('is asked with POST only', async () => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const response = await fetch(`${graph.url}?query={__typename}`, { method });
      expect([response.status, response.headers.get('allow')], method).toEqual([405, 'POST']);
    }
  });

  it('elsewhere than at the endpoint does not exist', async () => {
    const response = await fetch(new URL('/geheim', graph.url));
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NIET_GEVONDEN' } }] });
  });
});

const listed = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** Small documents that a planner or graphql-js would make much of. */
const CONDITION_BOMB = `query(${listed(16, (i) => `$v${i}: Boolean! = true`)}) { klant(id: "x") { ...G0 } } ${listed(
  9,
  (i) =>
    `fragment G${i} on Klant { ${i === 8 ? 'id' : `... @include(if: $v${2 * i}) { ...G${i + 1} ... @skip(if: $v${2 * i + 1}) { ...G${i + 1} } }`} }`,
)}`;
const FRAGMENT_BOMB = `{ klant(id: "x") { ...G0 } } ${listed(
  15,
  (i) => `fragment G${i} on Klant { ${i === 14 ? 'id' : `...G${i + 1} ... { ...G${i + 1} }`} }`,
)}`;
const INTROSPECTION_BOMB = `{ __schema { ...S } } fragment S on __Schema { types { ${listed(40, (i) => `a${i}: fields { ...F }`)} } } fragment F on __Field { ${listed(40, (i) => `b${i}: name`)} }`;

describe('a document that cannot be run', () => {
  it.each<[string, string, Foutcode]>([
    ['a syntax error', '{ klant(', 'DOCUMENT_ONGELDIG'],
    ['an unknown field', '{ klant(id: "1") { geheim } }', 'DOCUMENT_ONGELDIG'],
    ['a fragment that cycles', '{ ...A } fragment A on Query { ...A }', 'DOCUMENT_ONGELDIG'],
    ['_entities', '{ _entities(representations: []) { __typename } }', 'DOCUMENT_ONGELDIG'],
    ['_service', '{ _service { sdl } }', 'DOCUMENT_ONGELDIG'],
    ['two operations and no name', 'query A { __typename } query B { __typename }', 'OPERATIE_ONBEKEND'],
    ['more than 2.000 tokens', `{ ${'__typename '.repeat(2001)} }`, 'TE_VEEL_TOKENS'],
    [
      'more than 50 aliases',
      `{ ${Array.from({ length: 51 }, (_, n) => `a${n}: __typename`).join(' ')} }`,
      'TE_VEEL_ALIASSEN',
    ],
    ['more than 20 fields at the root', `{ ${'__typename '.repeat(21)} }`, 'TE_VEEL_WORTELVELDEN'],
    [
      'more than 15 levels',
      `{ klant(id: "1") ${'{ uitkeringen { rechthebbenden '.repeat(8)} { id } ${'} } '.repeat(8)} }`,
      'TE_DIEP',
    ],
    [
      'pages of more than 5.000 rows together',
      '{ klanten(first: 100) { edges { node { vorderingen(first: 50) { edges { node { id } } } } } } }',
      'TE_DUUR',
    ],
    ['conditions that multiply', CONDITION_BOMB, 'TE_DUUR'],
    ['fragments that multiply', FRAGMENT_BOMB, 'TE_DUUR'],
    ['questions about the schema that multiply', INTROSPECTION_BOMB, 'TE_VEEL_ALIASSEN'],
    [
      'a variable with a name of the plans',
      'query ($representations: String) { klanten(after: $representations) { edges { cursor } } }',
      'DOCUMENT_ONGELDIG',
    ],
    ['an alias that would reach a prototype', '{ __proto__: __typename }', 'DOCUMENT_ONGELDIG'],
    [
      'an alias that takes a reserved name',
      '{ gemeente(code: "GM0394") { __typename: naam } }',
      'DOCUMENT_ONGELDIG',
    ],
  ])('for %s is refused before anything is fetched', async (_, query, code) => {
    const { uitkomst, statements } = await volgStatements(() => stuur({ query }));
    verwachtFout(uitkomst, code);
    expect(statements).toEqual([]);
  });

  it('is refused the second time as well, when it is known already', async () => {
    const query = `{ ${'__typename '.repeat(22)} }`;
    verwachtFout(await stuur({ query }), 'TE_VEEL_WORTELVELDEN');
    verwachtFout(await stuur({ query }), 'TE_VEEL_WORTELVELDEN');
  });

  it('counts pages whose size is in a variable', async () => {
    const query =
      'query Q($n: Int!) { klanten(first: $n) { edges { node { id vorderingen(first: $n) { edges { node { id } } } } } } }';
    verwachtFout(await stuur({ query, variables: { n: 100 } }), 'TE_DUUR');
    expect((await stuur({ query, variables: { n: 10 } })).status).toBe(200);
  });

  it('gets no suggestions of names', async () => {
    const { tekst } = await stuur({ query: '{ klant(id: "1") { naa } }' });
    expect(tekst).not.toMatch(/Did you mean|naam/);
  });
});

describe('a wrong value', () => {
  const GEHEIM = '999999990';

  it.each<[string, unknown]>([
    [
      'as a variable',
      { query: 'query Q($g: Gemeentecode!) { gemeente(code: $g) { naam } }', variables: { g: GEHEIM } },
    ],
    [
      'as a variable of a built-in type',
      { query: 'query Q($n: Int!) { klanten(first: $n) { edges { cursor } } }', variables: { n: GEHEIM } },
    ],
    ['that is missing', { query: 'query Q($g: Gemeentecode!) { gemeente(code: $g) { naam } }' }],
  ])('%s is named by its variable and never quoted', async (_, body) => {
    const antwoord = await stuur(body);
    verwachtFout(antwoord, 'VARIABELE_ONGELDIG');
    expect(antwoord.errors?.[0]?.extensions['variabelen']).toHaveLength(1);
    expect(antwoord.tekst).not.toContain(GEHEIM);
  });

  it.each<[string, string]>([
    ['of a scalar of ours', `{ gemeente(code: "${GEHEIM}") { naam } }`],
    ['of a built-in type', `{ klanten(first: "${GEHEIM}") { edges { cursor } } }`],
    ['in a syntax error', `{ klant(id: ) "${GEHEIM}" }`],
    ['of an enum', `{ klant(id: ${GEHEIM}) { id } gemeente(code: {a: "${GEHEIM}"}) { naam } }`],
  ])('in the document, %s, is never quoted', async (_, query) => {
    const antwoord = await stuur({ query });
    verwachtFout(antwoord, 'DOCUMENT_ONGELDIG');
    expect(antwoord.tekst).not.toContain(GEHEIM);
  });

  it('a thousand times is named a few times', async () => {
    const query = 'query ($j: [Int!]!) { gemeente(code: "GM0394") { begrotingen(jaren: $j) { jaar } } }';
    const antwoord = await stuur({ query, variables: { j: Array.from({ length: 10_000 }, () => '') } });
    verwachtFout(antwoord, 'VARIABELE_ONGELDIG');
    expect(antwoord.errors?.[0]?.extensions['variabelen']).toHaveLength(20);
  });

  it('that only the source can judge is refused there, with its code and path', async () => {
    const { data, errors } = await stuur({
      query: '{ gemeente(code: "GM0394") { naam } klanten(first: 101) { edges { cursor } } }',
    });
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      { path: ['klanten'], extensions: { code: 'INVOER_ONGELDIG', bron: 'klanten' } },
    ]);
    const cursor = await stuur({ query: '{ klanten(after: "verzonnen") { edges { cursor } } }' });
    expect(cursor.errors).toMatchObject([{ path: ['klanten'], extensions: { code: 'CURSOR_ONGELDIG' } }]);
    expect(cursor.tekst).not.toContain('verzonnen');
  });
});

describe('introspection', () => {
  it('is answered to whoever is authenticated, from the schema that clients see', async () => {
    const { data } = await stuur({
      query: '{ __schema { queryType { name } } __type(name: "Klant") { fields { name } } }',
    });
    expect(data).toMatchObject({ __schema: { queryType: { name: 'Query' } } });
    expect(JSON.stringify(data)).not.toContain('_entities');
  });
});

describe('where free operations are switched off', () => {
  it('trusted documents are answered and nothing else', async () => {
    const dicht = await beginGraph({ VRIJE_OPERATIES: 'false', INTROSPECTIE: 'false' });
    try {
      const vrij = await dicht.vraag({ body: { query: '{ __typename }' }, als: 'consulent-haarlemmermeer' });
      expect(vrij).toMatchObject({
        status: 403,
        errors: [{ extensions: { code: 'VRIJE_OPERATIE_GEWEIGERD' } }],
      });
      const vast = await dicht.vraag({
        body: { documentId: 'keten:PHO-001', variables: { gemeente: 'GM0394' } },
        als: 'wethouder-haarlemmermeer',
      });
      expect(vast.errors).toBeUndefined();
    } finally {
      await dicht.stop();
    }
  });
});

describe('a browser', () => {
  it('of a page that is not on the list may not read answers', async () => {
    const response = await fetch(graph.url, {
      method: 'OPTIONS',
      headers: { origin: 'https://vreemd.example', 'access-control-request-method': 'POST' },
    });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});
