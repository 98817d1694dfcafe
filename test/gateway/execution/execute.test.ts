import { describe, expect, it } from 'vitest';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import type { PlannerName } from '../../../gateway/planning/choose-planner.ts';
import type { SubgraphAnswer } from '../../../gateway/execution/call-subgraph.ts';
import { graphInProcess, type Intervene } from '../graph-in-process.ts';
import { bookshop } from './bookshop.ts';

const away =
  (subgraph: string): Intervene =>
  (call) => {
    if (call.subgraph === subgraph) throw new KetenFout('BRON_MISLUKT');
    return undefined;
  };

const answering =
  (subgraph: string, change: (answer: SubgraphAnswer) => unknown): Intervene =>
  (call, answer) =>
    call.subgraph === subgraph ? (change(answer) as SubgraphAnswer) : undefined;

describe.each<PlannerName>(['hive', 'apollo'])('execution of plans of %s', (planner) => {
  it('joins entities of several subgraphs, lists within lists', async () => {
    const { ask } = await graphInProcess(bookshop, planner);
    expect(await ask('{ products { name reviews { body author { name } } } }')).toEqual({
      data: {
        products: [
          {
            name: 'Tafel',
            reviews: [
              { body: 'Stevig', author: { name: 'Ada' } },
              { body: 'Wiebelt', author: { name: 'Bob' } },
            ],
          },
          { name: 'Stoel', reviews: [{ body: 'Mooi', author: { name: 'Ada' } }] },
        ],
      },
    });
  });

  it('asks for an entity once, however many places need it', async () => {
    const { ask, calls } = await graphInProcess(bookshop, planner);
    await ask('{ products { reviews { author { name } } } }');
    const call = calls.find(({ subgraph }) => subgraph === 'users');
    expect(call?.variables['representations']).toEqual([
      { __typename: 'User', id: 'u1' },
      { __typename: 'User', id: 'u2' },
    ]);
  });

  it('sends the fields that another subgraph requires', async () => {
    const { ask } = await graphInProcess(bookshop, planner);
    expect(await ask('{ products { shipping } }')).toEqual({
      data: { products: [{ shipping: 130 }, { shipping: 45 }] },
    });
  });

  it('answers aliases, fragments, interfaces and __typename', async () => {
    const { ask } = await graphInProcess(bookshop, planner);
    const query = `{ a: product(id: "1") { ...P __typename } things { __typename id ... on Voucher { value } ... on Product { title: name reviews { body } } } } fragment P on Product { x: name name }`;
    expect(await ask(query)).toEqual({
      data: {
        a: { x: 'Tafel', name: 'Tafel', __typename: 'Product' },
        things: [
          {
            __typename: 'Product',
            id: '1',
            title: 'Tafel',
            reviews: [{ body: 'Stevig' }, { body: 'Wiebelt' }],
          },
          { __typename: 'Voucher', id: 'v1', value: 5 },
        ],
      },
    });
  });

  it('leaves out what @include and @skip leave out, on every request anew', async () => {
    const { ask } = await graphInProcess(bookshop, planner);
    const query =
      'query Q($yes: Boolean!, $no: Boolean = true) { product(id: "1") { id name @include(if: $yes) reviews @skip(if: $no) { id } } }';
    expect(await ask(query, { yes: true })).toEqual({ data: { product: { id: '1', name: 'Tafel' } } });
    expect(await ask(query, { yes: false, no: false })).toEqual({
      data: { product: { id: '1', reviews: [{ id: 'r1' }, { id: 'r2' }] } },
    });
  });

  it('answers questions about the schema from the schema that clients see', async () => {
    const { ask, calls } = await graphInProcess(bookshop, planner);
    const result = await ask(
      '{ __typename kind: __type(name: "Kind") { enumValues { name } } ... { __schema { queryType { name } } } }',
    );
    expect(result).toEqual({
      data: {
        __typename: 'Query',
        kind: { enumValues: [{ name: 'WOOD' }] },
        __schema: { queryType: { name: 'Query' } },
      },
    });
    expect(calls).toEqual([]);
  });

  it('runs mutations and then what they reach elsewhere', async () => {
    const { ask, calls } = await graphInProcess(bookshop, planner);
    const query = 'mutation { one: rename(id: "1", name: "Bank") { name reviews { body } } }';
    expect(await ask(query)).toEqual({
      data: { one: { name: 'Bank', reviews: [{ body: 'Stevig' }, { body: 'Wiebelt' }] } },
    });
    expect(calls.map(({ subgraph }) => subgraph)).toEqual(['products', 'reviews']);
  });

  it('brings the entities of several places at once where the plan says so', async () => {
    const { ask, calls } = await graphInProcess(bookshop, planner);
    const query =
      '{ product(id: "1") { best { author { name } } } products { reviews { author { name } product { name } } } }';
    const { data, errors } = await ask(query);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      product: { best: { author: { name: 'Ada' } } },
      products: [
        {
          reviews: [
            { author: { name: 'Ada' }, product: { name: 'Tafel' } },
            { author: { name: 'Bob' }, product: { name: 'Tafel' } },
          ],
        },
        { reviews: [{ author: { name: 'Ada' }, product: { name: 'Stoel' } }] },
      ],
    });
    // One for the roots, then one to reviews, users and products where places are joined.
    if (planner === 'hive') expect(calls).toHaveLength(4);
  });

  it('marks each place of a joined call that failed', async () => {
    const { ask } = await graphInProcess(bookshop, planner);
    const query =
      '{ product(id: "2") { reviews { author { name } } } products { reviews { author { naam: name } } } }';
    const { data, errors } = await ask(query, {}, away('users'));
    expect(data).toMatchObject({ product: { reviews: [{ author: { name: null } }] } });
    expect(errors?.map(({ path }) => path?.join('.')).toSorted()).toEqual([
      'product.reviews.0.author.name',
      'products.0.reviews.0.author.naam',
      'products.0.reviews.1.author.naam',
      'products.1.reviews.0.author.naam',
    ]);
  });

  it('shows a field under an alias that is the name of a key or of a required field', async () => {
    const { ask } = await graphInProcess(bookshop, planner);
    const query =
      '{ product(id: "1") { id: name price: name shipping reviews { id: body author { id: name name: id } } } }';
    expect(await ask(query)).toEqual({
      data: {
        product: {
          id: 'Tafel',
          price: 'Tafel',
          shipping: 130,
          reviews: [
            { id: 'Stevig', author: { id: 'Ada', name: 'u1' } },
            { id: 'Wiebelt', author: { id: 'Bob', name: 'u2' } },
          ],
        },
      },
    });
  });

  it('reads fields that share a name with what every object inherits', async () => {
    const { ask } = await graphInProcess(bookshop, planner);
    const query = '{ products { reviews { author { constructor toString: name } } } }';
    const { data } = await ask(query);
    expect(data).toEqual({
      products: [
        {
          reviews: [
            { author: { constructor: 'bouwer', toString: 'Ada' } },
            { author: { constructor: null, toString: 'Bob' } },
          ],
        },
        { reviews: [{ author: { constructor: 'bouwer', toString: 'Ada' } }] },
      ],
    });
  });
});

describe.each<PlannerName>(['hive', 'apollo'])('a source that fails, in plans of %s,', (planner) => {
  it('leaves its own part empty, with path and code, and the rest whole', async () => {
    const { ask } = await graphInProcess(bookshop, planner);
    const result = await ask('{ product(id: "1") { name reviews { author { name } } } }', {}, away('users'));
    expect(result.data).toEqual({
      product: { name: 'Tafel', reviews: [{ author: { name: null } }, { author: { name: null } }] },
    });
    expect(result.errors?.map(({ path, extensions }) => [path, extensions])).toEqual([
      [['product', 'reviews', 0, 'author', 'name'], { code: 'BRON_MISLUKT', bron: 'users' }],
      [['product', 'reviews', 1, 'author', 'name'], { code: 'BRON_MISLUKT', bron: 'users' }],
    ]);
  });

  it('empties the parent when the missing part may not be null, and says so once', async () => {
    const { ask } = await graphInProcess(bookshop, planner);
    const result = await ask('{ product(id: "1") { name best { body } } }', {}, away('reviews'));
    expect(result.data).toEqual({ product: null });
    expect(result.errors?.map(({ path }) => path)).toEqual([['product', 'best']]);
  });

  it('empties the whole answer when nothing above may be null', async () => {
    const { ask } = await graphInProcess(bookshop, planner);
    const result = await ask('{ products { name } }', {}, away('products'));
    expect(result.data).toBeNull();
    expect(result.errors?.map(({ path }) => path)).toEqual([['products']]);
  });

  it('is not asked for what depends on a part that failed before', async () => {
    const { ask, calls } = await graphInProcess(bookshop, planner);
    const result = await ask('{ product(id: "1") { reviews { author { name } } } }', {}, away('reviews'));
    expect(calls.some(({ subgraph }) => subgraph === 'users')).toBe(false);
    expect(result.errors?.map(({ path }) => path)).toEqual([['product', 'reviews']]);
  });

  it('gives the paths of its own errors in the answer as the client asked it', async () => {
    const { ask } = await graphInProcess(bookshop, planner);
    const intervene = answering('users', () => ({
      data: { _entities: [{ naam: 'Ada' }, { naam: null }] },
      errors: [
        { message: 'geheim', path: ['_entities', 1, 'naam'], extensions: { code: 'STUK', sql: 'select' } },
      ],
    }));
    const result = await ask('{ product(id: "1") { r: reviews { author { naam: name } } } }', {}, intervene);
    expect(result.errors?.map(({ path }) => path)).toEqual([['product', 'r', 1, 'author', 'naam']]);
    expect(JSON.stringify(result)).not.toMatch(/geheim|select|STUK/);
  });

  it('passes on the codes that mean something to the asker, and no other', async () => {
    const { ask } = await graphInProcess(bookshop, planner);
    const failing = (code: string): Intervene =>
      answering('users', () => ({
        data: { _entities: [{ name: null }, { name: 'Bob' }] },
        errors: [{ message: 'x', path: ['_entities', 0, 'name'], extensions: { code } }],
      }));
    const codes = async (code: string) => {
      const { errors } = await ask('{ product(id: "1") { reviews { author { name } } } }', {}, failing(code));
      return errors?.map(({ path, extensions }) => [path?.join('.'), extensions?.['code']]);
    };
    expect(await codes('CURSOR_ONGELDIG')).toEqual([['product.reviews.0.author.name', 'CURSOR_ONGELDIG']]);
    expect(await codes('LOGBOEK_NIET_BESCHIKBAAR')).toEqual([
      ['product.reviews.0.author.name', 'BRON_MISLUKT'],
    ]);
  });
});
