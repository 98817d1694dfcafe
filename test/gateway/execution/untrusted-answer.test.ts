import { describe, expect, it } from 'vitest';
import type { PlannerName } from '../../../gateway/planning/choose-planner.ts';
import type { SubgraphAnswer } from '../../../gateway/execution/call-subgraph.ts';
import { graphInProcess, type Intervene } from '../graph-in-process.ts';
import { bookshop } from './bookshop.ts';

const answering =
  (subgraph: string, change: (answer: SubgraphAnswer) => unknown): Intervene =>
  (call, answer) =>
    call.subgraph === subgraph ? (change(answer) as SubgraphAnswer) : undefined;

describe.each<PlannerName>(['hive', 'apollo'])('a source, in plans of %s,', (planner) => {
  it.each([
    ['no list of entities', { data: {} }],
    ['too few entities', { data: { _entities: [] } }],
    ['null for data', { data: null, errors: [{ message: 'x' }] }],
    ['a list for data', { data: [] }],
    ['errors that are no list', { data: null, errors: 'x' }],
  ])('that answers with %s is a source that failed', async (_, answer) => {
    const { ask } = await graphInProcess(bookshop, planner);
    const result = await ask(
      '{ product(id: "2") { name reviews { author { name } } } }',
      {},
      answering('users', () => answer),
    );
    expect(result.data).toEqual({ product: { name: 'Stoel', reviews: [{ author: { name: null } }] } });
    expect(result.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['BRON_MISLUKT']);
  });

  it('cannot reach a prototype', async () => {
    const { ask } = await graphInProcess(bookshop, planner);
    const hostile = JSON.parse(
      '{"data":{"product":{"__proto__":{"polluted":true},"name":"Stoel","__typename":"Product","id":"2"}}}',
    );
    const result = await ask(
      '{ product(id: "2") { name } }',
      {},
      answering('products', () => hostile as SubgraphAnswer),
    );
    expect(result).toEqual({ data: { product: { name: 'Stoel' } } });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    ['a text for an Int', { price: '100' }, 'price'],
    ['a fraction for an Int', { price: 1.5 }, 'price'],
    ['an object for an Int', { price: {} }, 'price'],
  ])('that gives %s leaves the field empty', async (_, fields, field) => {
    const { ask } = await graphInProcess(bookshop, planner);
    const product = { __typename: 'Product', id: '1', name: 'Tafel', ...fields };
    const result = await ask(
      '{ product(id: "1") { name price } }',
      {},
      answering('products', () => ({ data: { product } })),
    );
    expect(result.data?.['product']).toMatchObject({ name: 'Tafel', [field]: null });
    expect(result.errors?.map(({ path }) => path)).toEqual([['product', field]]);
  });

  it('that gives an enum value that clients cannot see leaves the field empty', async () => {
    const { ask } = await graphInProcess(bookshop, planner);
    const result = await ask('{ product(id: "1") { wood: kind(n: 1) kind(n: 2) } }');
    expect(result.data).toEqual({ product: { wood: 'WOOD', kind: null } });
    expect(result.errors?.map(({ path }) => path)).toEqual([['product', 'kind']]);
  });

  it('at several places of one object is told at each, and the one that empties it among them', async () => {
    const { ask } = await graphInProcess(bookshop, planner);
    const intervene = answering('reviews', ({ data }) => ({
      data: { ...(data as object), _entities: [null] },
      errors: [
        { message: 'x', path: ['_entities', 0, 'reviews'], extensions: { code: 'CURSOR_ONGELDIG' } },
        { message: 'x', path: ['_entities', 0, 'best', 'body'], extensions: { code: 'INVOER_ONGELDIG' } },
      ],
    }));
    const { data, errors } = await ask(
      '{ product(id: "2") { name best { body } reviews { id } } }',
      {},
      intervene,
    );
    expect(data).toEqual({ product: null });
    expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions?.['code']])).toEqual([
      ['product.best.body', 'INVOER_ONGELDIG'],
    ]);
  });

  it('is told of where the client asked something, when it was a field that only the plan asked', async () => {
    const { ask } = await graphInProcess(bookshop, planner);
    const intervene = answering('users', () => ({
      data: { _entities: [null, null] },
      errors: [
        { message: 'x', path: ['_entities', 0, 'id'] },
        { message: 'x', path: ['_entities', 1, 'name', 'bsn 123456782', 5] },
      ],
    }));
    const { data, errors } = await ask(
      '{ product(id: "1") { reviews { author { naam: name } } } }',
      {},
      intervene,
    );
    expect(data).toEqual({ product: { reviews: [{ author: { naam: null } }, { author: { naam: null } }] } });
    expect(errors?.map(({ path }) => path?.join('.'))).toEqual([
      'product.reviews.0.author.naam',
      'product.reviews.1.author.naam',
    ]);
  });
});
