import { describe, expect, it } from 'vitest';
import type { SubgraphAnswer } from '../../../gateway/execution/call-subgraph.ts';
import { graphInProcess, type TestSubgraph } from '../graph-in-process.ts';

const thing = { __typename: 'Thing', id: 't1' };
const subgraphs: readonly TestSubgraph[] = [
  {
    name: 'things',
    typeDefs: `
      type Query { thing: Thing things: [Thing!] node: Node either: Either }
      interface Node { id: ID! }
      union Either = Thing | Other
      type Other { text: String }
      type Thing implements Node @key(fields: "id") {
        id: ID! int: Int float: Float text: String flag: Boolean kind: Kind json: JSON child: Thing list: [Int] grid: [[Int]]
      }
      enum Kind { A B @inaccessible }
      scalar JSON
    `,
    resolvers: {
      Query: { thing: () => thing, things: () => [thing], node: () => thing, either: () => thing },
    },
  },
  {
    name: 'names',
    typeDefs: `
      type Thing @key(fields: "id") { id: ID! name: String owner: Owner! }
      type Owner @key(fields: "id") { id: ID! }
    `,
    resolvers: { Thing: { name: () => 'Naam', owner: () => ({ id: 'o1' }) } },
  },
  {
    name: 'owners',
    typeDefs: `type Owner @key(fields: "id") { id: ID! thing: Thing } type Thing @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: { Owner: { thing: () => ({ id: 't1' }) } },
  },
];

const graph = await graphInProcess(subgraphs, 'hive');

/** Asks, with one subgraph answering this text, as it would come over the wire. */
const askWith = async (query: string, subgraph: string, text: string) => {
  const { data, errors = [] } = await graph.ask(query, {}, (call) =>
    call.subgraph === subgraph ? { ...(JSON.parse(text) as SubgraphAnswer), text } : undefined,
  );
  return {
    data,
    errors: errors.map(({ path, extensions }) => [path?.join('.'), extensions?.['code']]),
  };
};

const nested = (depth: number, open: string, close: string): string =>
  `${open.repeat(depth)}1${close.repeat(depth)}`;

describe('a value of the wrong type', () => {
  it.each([
    ['int', '"1"'],
    ['int', '1.5'],
    ['int', '2147483648'],
    ['int', '9007199254740993'],
    ['int', '1e400'],
    ['int', 'true'],
    ['int', '{}'],
    ['int', '[1]'],
    ['float', '"1.5"'],
    ['float', '1e400'],
    ['float', '9007199254740993'],
    ['float', '-9007199254740993'],
    ['float', '12345678901234567890'],
    ['float', '1000000000000000000000000000000000001'],
    ['float', '[]'],
    ['text', '1'],
    ['text', 'false'],
    ['text', '{"toString":"x"}'],
    ['text', '["a"]'],
    ['flag', '0'],
    ['flag', '"true"'],
    ['kind', '"B"'],
    ['kind', '"C"'],
    ['kind', '"constructor"'],
    ['kind', '0'],
    ['json', '9007199254740993'],
    ['json', '{"deep":[-9007199254740993]}'],
    ['json', '1e400'],
    ['json', nested(5_000, '[', ']')],
    ['json', nested(5_000, '{"a":', '}')],
    ['child', '"t2"'],
    ['child', '[]'],
    ['child', '[{"id":"t2"}]'],
    ['child', '7'],
    ['list', '{}'],
    ['list', '"12"'],
    ['list', '{"0":1,"length":1}'],
    ['grid', '1'],
  ])('of %s is an error at its place and nowhere else: %s', async (field, value) => {
    const selection = field === 'child' ? 'child { id }' : field;
    const text = `{"data":{"thing":{"__typename":"Thing","id":"t1","${field}":${value},"same":"t1"}}}`;
    expect(await askWith(`{ thing { same: id ${selection} name } }`, 'things', text)).toEqual({
      data: { thing: { same: 't1', [field]: null, name: 'Naam' } },
      errors: [[`thing.${field}`, 'BRON_MISLUKT']],
    });
  });

  it.each([
    ['9007199254740993', 'an id beyond what a number holds'],
    ['1.5', 'a fraction'],
    ['true', 'a boolean'],
    ['{}', 'an object'],
  ])('of an id, %s, empties the object it is of', async (value) => {
    const text = `{"data":{"thing":{"__typename":"Thing","id":${value}}}}`;
    expect(await askWith('{ thing { id } }', 'things', text)).toEqual({
      data: { thing: null },
      errors: [['thing.id', 'BRON_MISLUKT']],
    });
  });

  it('inside lists of lists is an error at its element', async () => {
    const text = '{"data":{"thing":{"grid":[[1,"2"],3,null,[{}]]}}}';
    expect(await askWith('{ thing { grid } }', 'things', text)).toEqual({
      data: { thing: { grid: [[1, null], null, null, [null]] } },
      errors: [
        ['thing.grid.0.1', 'BRON_MISLUKT'],
        ['thing.grid.1', 'BRON_MISLUKT'],
        ['thing.grid.3.0', 'BRON_MISLUKT'],
      ],
    });
  });

  it.each([
    '9007199254740992',
    '-9007199254740994',
    '100000000000000000000',
    '123456789012345670000',
    '1000000000000000000000',
    '9007199254740993.0',
    '1.2345678901234567e30',
  ])('is no error where a number holds it: %s', async (value) => {
    const text = `{"data":{"thing":{"float":${value},"text":"9007199254740993, 9007199254740993"}}}`;
    const { data, errors } = await askWith('{ thing { float text } }', 'things', text);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ thing: { float: Number(value) } });
  });

  it('is an error where it was rounded, and not where another answer has the same number as it is', async () => {
    const text =
      '{"data":{"thing":{"int":1,"float":9007199254740996,"json":[9007199254740996, 18014398509481985]}}}';
    expect(await askWith('{ thing { int float json } }', 'things', text)).toEqual({
      data: { thing: { int: 1, float: 9007199254740996, json: null } },
      errors: [['thing.json', 'BRON_MISLUKT']],
    });
  });

  it('is not what another source is asked with', async () => {
    const text = '{"data":{"thing":{"__typename":"Thing","id":9007199254740993}}}';
    expect(await askWith('{ thing { name } }', 'things', text)).toEqual({
      data: { thing: { name: null } },
      errors: [['thing.name', 'BRON_MISLUKT']],
    });
  });

  it('leaves numbers alone that are what they were', async () => {
    const text =
      '{"data":{"thing":{"int":-2147483648,"float":1e300,"json":[9007199254740991,0.1,-0,1.5e3,{"__proto__":1}]}}}';
    const { data, errors } = await askWith('{ thing { int float json } }', 'things', text);
    expect(errors).toEqual([]);
    expect(JSON.stringify(data)).toBe(
      '{"thing":{"int":-2147483648,"float":1e+300,"json":[9007199254740991,0.1,0,1500,{"__proto__":1}]}}',
    );
  });
});

describe('an object that is not what was asked', () => {
  it.each([
    ['of no known type', 'node', '{"__typename":"Nope","id":"t1"}'],
    ['of a type that the interface does not have', 'node', '{"__typename":"Other","text":"x"}'],
    ['of a type named after a built-in', 'node', '{"__typename":"Query"}'],
    ['without a type', 'node', '{"id":"t1"}'],
    ['with an object for its type', 'node', '{"__typename":{},"id":"t1"}'],
    ['of no member of the union', 'either', '{"__typename":"Owner","id":"t1"}'],
    ['of a type of the language', 'either', '{"__typename":"__proto__","id":"t1"}'],
  ])('%s empties its place', async (_, field, value) => {
    const selection = field === 'node' ? 'id' : '... on Thing { id }';
    const text = `{"data":{"${field}":${value},"thing":{"text":"heel"}}}`;
    expect(await askWith(`{ ${field} { ${selection} } thing { text } }`, 'things', text)).toEqual({
      data: { [field]: null, thing: { text: 'heel' } },
      errors: [[field, 'BRON_MISLUKT']],
    });
  });

  it.each([
    ['of another type', '[{"__typename":"Owner","name":"geheim"}]'],
    ['with the key of another', '[{"__typename":"Thing","id":"t2","name":"geheim"}]'],
    ['that is a text', '["geheim"]'],
    ['that is a list', '[["geheim"]]'],
  ])('as an entity, %s, is a source that failed', async (_, entities) => {
    const text = `{"data":{"_entities":${entities}}}`;
    expect(await askWith('{ thing { id name } }', 'names', text)).toEqual({
      data: { thing: { id: 't1', name: null } },
      errors: [['thing.name', 'BRON_MISLUKT']],
    });
  });

  it.each(['null', '{}', '"x"', '7', '[]', '[{"name":"a"},{"name":"b"}]'])(
    'as the list of entities, %s, is a source that failed',
    async (entities) => {
      const text = `{"data":{"_entities":${entities}}}`;
      expect(await askWith('{ thing { id name } }', 'names', text)).toEqual({
        data: { thing: { id: 't1', name: null } },
        errors: [['thing.name', 'BRON_MISLUKT']],
      });
    },
  );

  it.each(['[]', '"x"', '7', 'true', 'null'])('as data, %s, is a source that failed', async (data) => {
    expect(await askWith('{ thing { id name } }', 'names', `{"data":${data}}`)).toEqual({
      data: { thing: { id: 't1', name: null } },
      errors: [['thing.name', 'BRON_MISLUKT']],
    });
  });
});

describe('an answer made to harm', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('cannot reach a prototype by %s', async (key) => {
    const evil = `{"polluted":"ja","name":"geheim"}`;
    const text = `{"data":{"${key}":${evil},"_entities":[{"${key}":${evil},"name":"Naam"}]},"errors":[{"message":"x","path":["${key}","polluted"]}]}`;
    const { data } = await askWith('{ thing { id name } }', 'names', text);
    expect(data).toEqual({ thing: { id: 't1', name: 'Naam' } });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    ['objects', nested(100_000, '{"thing":', '}')],
    ['lists', nested(100_000, '[', ']')],
    ['lists of objects', nested(100_000, '[{"child":', '}]')],
  ])('of %s within each other is an error where it was asked', async (_, deep) => {
    const text = `{"data":{"things":${deep},"thing":{"__typename":"Thing","id":"t1","text":"heel"}}}`;
    const { data, errors } = await askWith('{ things { id name } thing { text name } }', 'things', text);
    expect(data).toEqual({ things: null, thing: { text: 'heel', name: 'Naam' } });
    expect(errors).toEqual([[expect.stringMatching(/^things/), 'BRON_MISLUKT']]);
  });

  it('that is deep twice, in two answers to be merged, harms nothing else', async () => {
    const deep = nested(100_000, '{"a":', '}');
    const { data } = await graph.ask('{ thing { text name owner { id } } }', {}, ({ subgraph }) => {
      if (subgraph === 'things')
        return JSON.parse(
          `{"data":{"thing":{"__typename":"Thing","id":"t1","text":"heel","x":${deep}}}}`,
        ) as SubgraphAnswer;
      return JSON.parse(
        `{"data":{"_entities":[{"name":"Naam","owner":{"id":"o1"},"x":${deep}}]}}`,
      ) as SubgraphAnswer;
    });
    expect(data).toEqual({ thing: { text: 'heel', name: 'Naam', owner: { id: 'o1' } } });
  });

  it('with very many errors that point at what is there is one error', async () => {
    const error = '{"message":"x","path":["_entities"]}';
    const text = `{"data":{"_entities":[{"name":"Naam"}]},"errors":[${Array.from({ length: 200_000 }, () => error).join(',')}]}`;
    const { data, errors } = await askWith('{ thing { name } }', 'names', text);
    expect(data).toEqual({ thing: { name: 'Naam' } });
    expect(errors).toEqual([[undefined, 'BRON_MISLUKT']]);
  });
});
