import { laadOperaties, type Operatie } from '../../schema/operaties/laad-operaties.ts';
import type { GraphAntwoord, Testgraph } from '../setup/begin-graph.ts';

/** How a trusted document is asked; what is left out is as in the register. */
interface Anders {
  readonly als?: string;
  readonly variabelen?: Operatie['variabelen'];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks a trusted document of the register, as the user it is for and with the variables of its example. */
export function stelDocument(
  graph: Testgraph,
  id: string,
  { als, variabelen, headers = {} }: Anders = {},
): Promise<GraphAntwoord> {
  const operatie = laadOperaties().get(`keten:${id}`);
  if (operatie === undefined) throw new Error(`${id} is not in the register`);
  return graph.vraag({
    body: { documentId: operatie.id, variables: { ...operatie.variabelen, ...variabelen } },
    als: als ?? operatie.als,
    headers,
  });
}

/** The answer of a document that must be answered without an error. */
export async function antwoordOp<Antwoord>(
  graph: Testgraph,
  id: string,
  anders: Anders = {},
): Promise<Antwoord> {
  const { data, errors } = await stelDocument(graph, id, anders);
  if (errors !== undefined) throw new Error(`${id}: ${JSON.stringify(errors)}`);
  return data as Antwoord;
}

/** A page of a connection, as it comes in an answer. */
export interface Bladzijde<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** All nodes of a connection, page after page; `lees` gets the cursor after which the page begins. */
export async function alleNodes<Node>(
  lees: (na: string | null) => Promise<Bladzijde<Node>>,
): Promise<readonly Node[]> {
  const nodes: Node[] = [];
  let na: string | null = null;
  do {
    const { edges, pageInfo }: Bladzijde<Node> = await lees(na);
    nodes.push(...edges.map(({ node }) => node));
    na = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (na !== null);
  return nodes;
}

/** The key of a klant of the demo cases, by its number. */
export function klantSleutel(nummer: number): string {
  return `5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d${nummer.toString(16).padStart(4, '0')}`;
}
