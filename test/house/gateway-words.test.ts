import { Kind, parse } from 'graphql';
import { expect, it } from 'vitest';
import { bronbestanden, subgraphSdl } from './bronbestanden.ts';

/** Types of GraphQL and of paging, and the words of authorisation: what an asker is and for whom one acts. */
const WOORDEN_VAN_DE_GATEWAY = new Set(['Query', 'Mutation', 'PageInfo', 'Gemeente']);

const entiteiten = new Set(
  subgraphSdl()
    .flatMap(({ tekst }) => parse(tekst).definitions)
    .filter((each) => each.kind === Kind.OBJECT_TYPE_DEFINITION || each.kind === Kind.ENUM_TYPE_DEFINITION)
    .map(({ name }) => name.value)
    .filter((name) => !WOORDEN_VAN_DE_GATEWAY.has(name)),
);

it('the gateway names no type of the domain, so that it runs any supergraph', () => {
  expect(entiteiten).toContain('Klant');
  const gateway = bronbestanden('gateway');
  expect(gateway.length).toBeGreaterThan(0);
  const genoemd = gateway.flatMap(({ pad, tekst }) =>
    [...entiteiten]
      .filter((name) => new RegExp(`(?<![a-zA-Z])${name}`).test(tekst))
      .map((name) => `${pad}: ${name}`),
  );
  expect(genoemd).toEqual([]);
});
