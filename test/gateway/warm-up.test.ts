import { createHash } from 'node:crypto';
import { getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../gateway/http/limits.ts';
import { knownOperations } from '../../gateway/known-operations.ts';
import type { Planner } from '../../gateway/planning/planner.ts';
import { bouwStand } from '../../gateway/stand.ts';
import { warmUp } from '../../gateway/warm-up.ts';
import type { Operatie } from '../../schema/operaties/laad-operaties.ts';
import { bookshop } from './execution/bookshop.ts';
import { graphInProcess } from './graph-in-process.ts';

const { supergraph } = (await graphInProcess(bookshop)).stand;

const operatie = (id: string, document: string): [string, Operatie] => [
  id,
  {
    id,
    titel: id,
    bestand: `${id}.graphql`,
    document,
    verwerkingsactiviteit: '',
    als: '',
    klanten: [],
    variabelen: {},
  },
];

function countingPlanner(failing = '') {
  const seen: string[] = [];
  const planner: Planner = {
    name: 'counting',
    ready: async () => {},
    close: async () => {},
    plan: async ({ operationName }) => {
      seen.push(operationName ?? '');
      if (operationName === failing) throw new Error('no plan');
      return {};
    },
  };
  return { planner, seen };
}

describe('warming up', () => {
  const operaties = new Map([
    operatie('een', 'query Een { products { id } }'),
    operatie('twee', 'query Twee { products { name } }'),
  ]);

  it('plans every trusted document, so that whoever asks it first finds it parsed and planned', async () => {
    const { planner, seen } = countingPlanner();
    const stand = await bouwStand({ supergraph, beleid: undefined, operaties, planner });
    const known = knownOperations(stand, { limits: DEFAULT_LIMITS, maxBytes: 1_000_000 });
    await warmUp(stand, known, { maxTokens: 1_000, onFailure: () => {} });
    expect(seen).toEqual(['Een', 'Twee']);

    for (const { document: text } of operaties.values()) {
      const queryHash = createHash('sha256').update(text).digest('hex');
      // Apollo Server puts the hash of its schema before it.
      const document = await known.documents?.get(`0123:${queryHash}`);
      const operation = getOperationAST(document ?? parse('{ a }'));
      expect(operation?.name?.value).toMatch(/Een|Twee/);
      if (document === undefined || !operation) continue;
      const operationName = operation.name?.value ?? null;
      await known.prepare({ document, operation, queryHash, operationName }).executor();
    }
    expect(seen).toEqual(['Een', 'Twee']);
  });

  it('names a document that cannot be planned, and goes on with the others', async () => {
    const { planner, seen } = countingPlanner('Een');
    const stand = await bouwStand({ supergraph, beleid: undefined, operaties, planner });
    const known = knownOperations(stand, { limits: DEFAULT_LIMITS, maxBytes: 1_000_000 });
    const failed: string[] = [];
    await warmUp(stand, known, { maxTokens: 1_000, onFailure: (id) => failed.push(id) });
    expect(failed).toEqual(['een']);
    expect(seen).toEqual(['Een', 'Twee']);
  });
});

describe('a trusted document that does not fit the supergraph', () => {
  it.each([
    [
      'asks a field that is not there',
      'query Een {\n  boeken { id }\n}',
      /^operaties\/een\.graphql:2: .*boeken/,
    ],
    ['is no document', 'query Een {', /^operaties\/een\.graphql:1: Syntax Error/],
  ])('and %s makes no Stand', async (_, document, reden) => {
    const made = bouwStand({
      supergraph,
      beleid: undefined,
      operaties: new Map([operatie('een', document)]),
    });
    await expect(made).rejects.toMatchObject({
      code: 'BESTAND_ONGELDIG',
      reden: expect.stringMatching(reden),
    });
  });
});
