import { getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../gateway/http/limits.ts';
import type { Plan } from '../../gateway/planning/plan.ts';
import type { Planner } from '../../gateway/planning/planner.ts';
import { knownOperations, type OperationRequest } from '../../gateway/known-operations.ts';
import { bouwStand } from '../../gateway/stand.ts';
import { graphInProcess } from './graph-in-process.ts';
import { bookshop } from './execution/bookshop.ts';

const { supergraph } = (await graphInProcess(bookshop)).stand;

function request(text: string): OperationRequest {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  return { document, operation, queryHash: text, operationName: null };
}

/** Prepares operations with a planner that counts, and fails as long as it is told to. */
async function prepareCounting(maxBytes: number) {
  const seen = { plans: 0, fails: false };
  const plan = async (): Promise<Plan> => {
    seen.plans += 1;
    if (seen.fails) throw new Error('no plan');
    return {};
  };
  const planner: Planner = {
    name: 'counting',
    ready: async () => {},
    plan,
    close: async () => {},
  };
  const stand = await bouwStand({ supergraph, beleid: undefined, planner });
  return { seen, ...knownOperations(stand, { limits: DEFAULT_LIMITS, maxBytes }) };
}

describe('an operation', () => {
  it('is planned once, however many ask it at the same time', async () => {
    const { seen, prepare } = await prepareCounting(1_000_000);
    const asked = Array.from({ length: 50 }, () => prepare(request('{ products { id } }')).executor());
    expect(new Set(await Promise.all(asked))).toHaveLength(1);
    expect(seen.plans).toBe(1);
  });

  it('whose plan failed is planned again when it is asked again', async () => {
    const { seen, prepare } = await prepareCounting(1_000_000);
    seen.fails = true;
    const asked = Array.from({ length: 5 }, () => prepare(request('{ products { id } }')).executor());
    for (const each of asked) await expect(each).rejects.toThrow('no plan');
    expect(seen.plans).toBe(1);
    seen.fails = false;
    await expect(prepare(request('{ products { id } }')).executor()).resolves.toBeTypeOf('function');
    expect(seen.plans).toBe(2);
  });

  it('makes room for others when the bound is reached', async () => {
    const { seen, prepare } = await prepareCounting(10_000);
    const asked = ['{ products { id } }', '{ products { name } }'];
    for (const text of [...asked, ...asked]) await prepare(request(text)).executor();
    expect(seen.plans).toBe(4);
  });
});
