import { getOperationAST, parse } from 'graphql';
import type { CallSubgraph } from '../../gateway/execution/call-subgraph.ts';
import { compileOperation } from '../../gateway/execution/compile-operation.ts';
import { withInternalNames } from '../../gateway/execution/internal-name.ts';
import { bouwStand } from '../../gateway/stand.ts';
import { readAnswer } from '../../gateway/transport/read-answer.ts';
import { ketenGraaf } from '../gevallen/keten-graaf.ts';
import { stelSamen } from '../gevallen/stel-samen.ts';
import { type Gehouden, volgHartslag } from './hartslag.ts';

const VRAAG = `query Lijst($aantal: Int!) {
  klanten(kenmerk: "lijst", aantal: $aantal) { id geboortedatum uitkeringen { soort } }
}`;

/** How long one question with very many entities holds the event loop at a time; apart is reading JSON. */
export interface Beurten extends Gehouden {
  readonly entiteiten: number;
}

/**
 * Asks for a list of klanten of which another subgraph brings the uitkeringen, in this process and without a network,
 * and watches how long nobody else gets a turn. A first run warms up.
 */
export async function meetBeurten(entiteiten: number): Promise<Beurten> {
  const { schema, isOfType, internalName, planner } = await bouwStand({
    supergraph: stelSamen(ketenGraaf, 'http://127.0.0.1:1'),
    beleid: undefined,
  });
  const document = parse(VRAAG);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  const plan = await planner.plan({
    document: withInternalNames(document, internalName),
    operationName: 'Lijst',
  });
  const run = compileOperation({ schema, isOfType, internalName, document, operation, plan });
  const variabelen = { aantal: entiteiten };

  const vraag = async (): Promise<Beurten> => {
    const hartslag = volgHartslag();
    const call: CallSubgraph = async ({ body }) => {
      const text = hartslag.buiten('het antwoord van de subgraph maken', () => antwoord(body, entiteiten));
      return hartslag.buiten('JSON.parse van een antwoord', () =>
        readAnswer({ status: 200, text, retryAfter: undefined }),
      );
    };
    const { data, errors } = await run({ sent: variabelen, coerced: variabelen }, call);
    if (errors !== undefined) throw new Error('the question failed');
    data.answerWith({});
    await new Promise(setImmediate);
    return { entiteiten, ...(await hartslag.stop()) };
  };
  await vraag();
  return vraag();
}

function antwoord(body: string, aantal: number): string {
  const { variables } = JSON.parse(body) as { variables: { representations?: readonly unknown[] } };
  const data =
    variables.representations === undefined
      ? {
          klanten: Array.from({ length: aantal }, (_, index) => ({
            __typename: 'Klant',
            id: `lijst-KL-${index}`,
            geboortedatum: '1980-01-01',
          })),
        }
      : { _entities: variables.representations.map(() => ({ uitkeringen: [{ soort: 'BIJSTAND' }] })) };
  return JSON.stringify({ data });
}
