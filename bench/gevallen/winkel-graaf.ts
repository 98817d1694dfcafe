import { type Graaf, leesDocument } from './graaf.ts';
import { kenmerkVan, volgnummer } from './kenmerk.ts';

interface User {
  readonly id: string;
}

interface Product {
  readonly upc: string;
  readonly price: number;
  readonly weight: number;
}

const USERS = 6;
const PRODUCTS = 9;
const REVIEWS = 22;

/** The whole product, whichever subgraph names it; a subgraph serves the fields of its own SDL. */
const product = (kenmerk: string, nummer: number): Product => ({
  upc: `${kenmerk}-PR-${nummer}`,
  price: 100 + nummer * 49,
  weight: 50 + nummer * 30,
});

/** Review n is by user n mod 6 about product n mod 9, so that walking along them goes round and round. */
function review(kenmerk: string, nummer: number) {
  return {
    id: `${kenmerk}-RE-${nummer}`,
    body: `Review ${nummer}: it does what the box says, and it came within a day of ordering it.`,
    author: { id: `${kenmerk}-US-${nummer % USERS}` },
    product: product(kenmerk, nummer % PRODUCTS),
  };
}

function reviews(id: string, of: number) {
  return Array.from({ length: REVIEWS }, (_, nummer) => nummer)
    .filter((nummer) => nummer % of === volgnummer(id))
    .map((nummer) => review(kenmerkVan(id), nummer));
}

/** Users, products, stock and reviews: the graph that gateways are usually compared on. Ids are `kenmerk-XX-n`. */
export const winkelGraaf: Graaf = {
  naam: 'winkel',
  subgraphs: [
    {
      naam: 'accounts',
      sdl: leesDocument('winkel/accounts.graphql'),
      resolvers: {
        Query: {
          users: (_bron: unknown, { kenmerk }: { kenmerk: string }) =>
            Array.from({ length: USERS }, (_, nummer) => ({ id: `${kenmerk}-US-${nummer}` })),
        },
        User: {
          name: ({ id }: User) => `User number ${volgnummer(id)}`,
          username: ({ id }: User) => `user-${volgnummer(id)}`,
          birthday: ({ id }: User) => `198${volgnummer(id)}-01-01`,
        },
      },
    },
    {
      naam: 'products',
      sdl: leesDocument('winkel/products.graphql'),
      resolvers: {
        Query: {
          topProducts: (_bron: unknown, { kenmerk }: { kenmerk: string }) =>
            Array.from({ length: 5 }, (_, nummer) => product(kenmerk, nummer)),
        },
        Product: {
          name: ({ upc }: Product) => `Product number ${volgnummer(upc)}`,
          price: ({ upc }: Product) => product(kenmerkVan(upc), volgnummer(upc)).price,
          weight: ({ upc }: Product) => product(kenmerkVan(upc), volgnummer(upc)).weight,
        },
      },
    },
    {
      naam: 'inventory',
      sdl: leesDocument('winkel/inventory.graphql'),
      resolvers: {
        Product: {
          inStock: ({ upc }: Product) => volgnummer(upc) % 3 !== 0,
          // From what the gateway sends along, so that a wrong @requires gives a wrong answer.
          shippingEstimate: ({ price, weight }: Product) => (price > 400 ? 0 : Math.round(weight / 2)),
        },
      },
    },
    {
      naam: 'reviews',
      sdl: leesDocument('winkel/reviews.graphql'),
      resolvers: {
        User: { reviews: ({ id }: User) => reviews(id, USERS) },
        Product: { reviews: ({ upc }: Product) => reviews(upc, PRODUCTS) },
      },
    },
  ],
};
