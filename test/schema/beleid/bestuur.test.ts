import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { laadMatrix } from '../../../schema/beleid/laad-matrix.ts';
import { SCHEMA_MAP } from '../../../schema/bestanden/schema-map.ts';
import { leesSubgraphs } from '../../../schema/compose/lees-subgraphs.ts';
import { groepenVanBestuur, padenNaarPersonen } from '../../../schema/compose/paden-naar-personen.ts';
import type { SubgraphBron } from '../../../schema/lint/subgraph-bron.ts';

const bronnen = leesSubgraphs(new URL('../', SCHEMA_MAP));
const bestuur = groepenVanBestuur(laadMatrix());

const metType = (sdl: string): readonly SubgraphBron[] => [
  ...bronnen,
  { naam: 'proef', bestand: 'proef', document: parse(sdl) },
];

describe('bestuur', () => {
  it('sees figures, and no group about persons', () => {
    expect([...bestuur].toSorted()).toEqual(['financien.gemeente', 'publiek', 'structuur', 'sturing']);
  });

  it('comes by no way through the whole graph to a type about persons', () => {
    expect(padenNaarPersonen(bronnen, bestuur)).toEqual([]);
  });

  it.each([
    ['a field', 'type Gemeente { klant: Klant @policy(policies: [["sturing"]]) }', 'Gemeente.klant'],
    [
      'a list in a type between',
      `type Gemeente { deel: Deel @policy(policies: [["sturing"]]) }
       type Deel { wie: [Traject!]! @policy(policies: [["structuur"]]) }`,
      'Gemeente.deel → Deel.wie',
    ],
    [
      'a union',
      `type Gemeente { deel: Deel @policy(policies: [["sturing"]]) }
       union Deel = Budget | Vordering`,
      'Gemeente.deel',
    ],
    [
      'an interface',
      `type Gemeente { deel: Deel @policy(policies: [["publiek"]]) }
       interface Deel { id: ID }
       type Wie implements Deel @betrokkene(sleutel: "id") { id: ID @policy(policies: [["structuur"]]) }`,
      'Gemeente.deel',
    ],
    [
      'a werkgever, who may be an eenmanszaak',
      'type Gemeente { werkgevers: [Werkgever!]! @policy(policies: [["sturing"]]) }',
      'Gemeente.werkgevers',
    ],
    ['a mutation', 'type Mutation { wie: Klant @policy(policies: [["publiek"]]) }', 'Mutation.wie'],
  ])('would come to one by %s', (_, sdl, weg) => {
    const paden = padenNaarPersonen(metType(sdl), bestuur);
    expect(paden.some((pad) => pad.endsWith(weg))).toBe(true);
  });

  it('is held back by the data groups and by nothing else: who may see a dossier comes to the klant', () => {
    expect(padenNaarPersonen(bronnen, new Set([...bestuur, 'klant.identificerend']))).toContain(
      'Query.klant',
    );
  });
});
