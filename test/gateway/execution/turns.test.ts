import { afterEach, expect, it, vi } from 'vitest';
import { graphInProcess, type TestSubgraph } from '../graph-in-process.ts';

const COUNT = 700;
const numbers = Array.from({ length: COUNT }, (_, index) => index);

const shelves: readonly TestSubgraph[] = [
  {
    name: 'shelves',
    typeDefs: `type Query { shelves: [Shelf!]! } type Shelf { boxes: [Box]! label: String! } type Box @key(fields: "id") { id: ID! }`,
    resolvers: {
      Query: { shelves: () => [{ label: 'first' }, { label: 'last' }] },
      Shelf: { boxes: () => numbers.map((id) => ({ id: String(id) })) },
    },
  },
  {
    name: 'contents',
    typeDefs: `type Box @key(fields: "id") { id: ID! weight: Int! }`,
    resolvers: {
      Box: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        weight: ({ id }: { id: string }) => {
          if (id === '690') throw new Error('lost');
          return Number(id) * 2;
        },
      },
    },
  },
];

afterEach(() => {
  vi.restoreAllMocks();
});

it('lets others have their turn while it works on a large answer, and gives the same answer', async () => {
  const { ask } = await graphInProcess(shelves);
  const query = '{ shelves { boxes { id weight } label } }';
  const atOnce = await ask(query);
  let turns = 0;
  let now = 0;
  // Every look at the clock finds the turn over.
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1_000));
  let isDone = false;
  const count = (): void => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  const inTurns = await ask(query);
  isDone = true;
  expect(inTurns).toEqual(atOnce);
  expect(turns).toBeGreaterThan(20);
  const boxes = numbers.map((id) => (id === 690 ? null : { id: String(id), weight: id * 2 }));
  expect(inTurns.data).toEqual({
    shelves: [
      { boxes, label: 'first' },
      { boxes, label: 'last' },
    ],
  });
  expect(inTurns.errors?.map(({ path }) => path)).toEqual([
    ['shelves', 0, 'boxes', 690, 'weight'],
    ['shelves', 1, 'boxes', 690, 'weight'],
  ]);
});
