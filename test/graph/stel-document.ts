import { laadOperaties, type Operatie } from '../../schema/operaties/laad-operaties.ts';
import { pseudoniemenVoor } from '../../schema/keten/pseudoniem.ts';
import { metPseudoniemen } from '../../schema/operaties/met-pseudoniemen.ts';
import type { GraphAntwoord, Testgraph } from '../setup/begin-graph.ts';
import { afnemerVanGebruiker, pseudoniem, PSEUDONIEMRING } from '../setup/pseudoniem.ts';

/** How a trusted document is asked; what is left out is as in the register. A klant is named by her key, as there. */
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
  const vrager = als ?? operatie.als;
  const vraag = metPseudoniemen(
    { ...operatie, variabelen: { ...operatie.variabelen, ...variabelen } },
    pseudoniemenVoor(PSEUDONIEMRING, afnemerVanGebruiker(vrager), Date.now()),
  );
  return graph.vraag({
    body: { documentId: vraag.id, variables: vraag.variabelen },
    als: vrager,
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

/** The pseudonym of a klant of the demo cases for the overheidsorganen of the keten, by its number. */
export function klantId(nummer: number): string {
  return pseudoniem(klantSleutel(nummer));
}
