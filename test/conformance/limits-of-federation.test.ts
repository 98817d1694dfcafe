import { describe, expect, it } from 'vitest';
import type { PlannerName } from '../../gateway/planning/choose-planner.ts';
import type { Row } from './graph-context.ts';
import type { ConformanceGraph } from './conformance-graph.ts';
import { federated, gatewayOver } from './federated.ts';
import type { Fault } from './graph-context.ts';
import { NO_FAULTS } from './faults.ts';

const products: readonly Row[] = [{ id: 'p1', price: 10, size: 3, stock: 4 }];

/** Two fields of one subgraph, of which one requires what may be null and the other what may not. */
const shop: Pick<ConformanceGraph, 'subgraphs'> = {
  subgraphs: [
    {
      name: 'catalogue',
      typeDefs: `
        type Query { products: [Product] }
        type Product @key(fields: "id") { id: ID! price: Int size: Int! }
      `,
      resolvers: { Query: { products: () => products }, Product: { __resolveReference: () => products[0] } },
    },
    {
      name: 'shipping',
      typeDefs: `
        type Product @key(fields: "id") {
          id: ID! price: Int @external size: Int! @external
          cost: Int @requires(fields: "price") box: Int @requires(fields: "size") stock: Int
        }
      `,
      resolvers: {
        Product: {
          cost: ({ price }: Row) => Number(price) + 1,
          box: ({ size }: Row) => Number(size) + 1,
          stock: () => 4,
        },
      },
    },
    {
      name: 'taxes',
      typeDefs: `
        type Product @key(fields: "id") { id: ID! cost: Int @external tax: Int @requires(fields: "cost") }
      `,
      resolvers: { Product: { tax: ({ cost }: Row) => (cost === null ? 0 : Number(cost)) } },
    },
  ],
};

describe.each<PlannerName>(['hive', 'apollo'])('with plans of %s', async (planner) => {
  const { ask } = await gatewayOver(federated(shop), planner);
  const answer = async (query: string, where: 'fields' | 'gone', at: string, fault: Fault) => {
    const faults = { ...NO_FAULTS, [where]: new Map([[at, fault]]) };
    const { data, errors } = await ask({ query, variables: {} }, faults);
    return { data, paths: errors?.map(({ path }) => path?.join('.')) };
  };

  it('what stands in one call with a field whose required part failed, fails with it', async () => {
    expect(await answer('{ products { id cost stock } }', 'fields', 'price#p1', { code: 'STUK' })).toEqual({
      data: { products: [{ id: 'p1', cost: null, stock: null }] },
      paths: ['products.0.cost', 'products.0.stock'],
    });
  });

  it('a required field that may not be null empties what it stands in', async () => {
    expect(await answer('{ products { id box } }', 'fields', 'size#p1', { code: 'STUK' })).toEqual({
      data: { products: [null] },
      paths: ['products.0'],
    });
  });

  it('a row that its subgraph does not know has no value for who requires one, who is not asked', async () => {
    expect(await answer('{ products { id tax } }', 'gone', 'shipping#p1', {})).toEqual({
      data: { products: [{ id: 'p1', tax: null }] },
      paths: undefined,
    });
  });
});
