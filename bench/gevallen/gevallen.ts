import { type Graaf, leesDocument } from './graaf.ts';
import { ketenGraaf } from './keten-graaf.ts';
import { winkelGraaf } from './winkel-graaf.ts';

/** One question that every gateway is asked, each time with a kenmerk of its own. */
export interface Geval {
  readonly naam: string;
  readonly graaf: Graaf;
  readonly document: string;
  readonly variables: (kenmerk: string) => Readonly<Record<string, unknown>>;
  /** What is asked, for people. */
  readonly omschrijving: string;
}

const keten = leesDocument('keten/keten.graphql');

/** The cases, in the order in which they are measured. */
export const GEVALLEN: readonly Geval[] = [
  {
    naam: 'keten',
    graaf: ketenGraaf,
    document: keten,
    variables: (kenmerk) => ({ kenmerk, aantal: 20 }),
    omschrijving: '20 klanten over vier subgraphs',
  },
  {
    naam: 'breed',
    graaf: ketenGraaf,
    document: keten,
    variables: (kenmerk) => ({ kenmerk, aantal: 1_000 }),
    omschrijving: '1.000 klanten over vier subgraphs',
  },
  {
    naam: 'diep',
    graaf: winkelGraaf,
    document: leesDocument('winkel/diep.graphql'),
    variables: (kenmerk) => ({ kenmerk }),
    omschrijving: 'users, reviews, products en authors, heen en terug',
  },
  {
    naam: 'klein',
    graaf: ketenGraaf,
    document: leesDocument('keten/klein.graphql'),
    variables: (kenmerk) => ({ id: `${kenmerk}-KL-7` }),
    omschrijving: 'één klant uit één subgraph',
  },
];
