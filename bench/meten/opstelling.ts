import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Aanmelding } from '../autorisatie/aanmelding.ts';
import { metBeleid } from '../autorisatie/met-beleid.ts';
import { schrijfArgumenten } from '../autorisatie/schrijf-argumenten.ts';
import type { Geval } from '../gevallen/gevallen.ts';
import { stelSamen } from '../gevallen/stel-samen.ts';
import { verwachtAntwoord } from '../gevallen/verwacht.ts';
import { type Opstelling, pad } from '../peers/peer.ts';

/** A case ready to be asked: its supergraph and its right answer as files. */
export interface Klaargezet {
  readonly geval: Geval;
  readonly verwacht: unknown;
  readonly opstelling: Omit<Opstelling, 'poort' | 'profielMap'>;
}

/** Composes the supergraph of a case on the stub's address, works out its right answer, and writes both. */
export async function zetKlaar(geval: Geval, stub: string, aanmelding: Aanmelding): Promise<Klaargezet> {
  const map = pad(`.uitvoer/${geval.naam}`);
  mkdirSync(map, { recursive: true });
  const sdl = stelSamen(geval.graaf, stub);
  const verwacht = await verwachtAntwoord(geval, sdl);
  const supergraph = join(map, 'supergraph.graphql');
  const antwoord = join(map, 'antwoord.json');
  writeFileSync(supergraph, sdl);
  const supergraphMetBeleid = join(map, 'supergraph-met-beleid.graphql');
  const sdlMetBeleid = stelSamen(geval.graaf, stub, metBeleid);
  writeFileSync(supergraphMetBeleid, sdlMetBeleid);
  schrijfArgumenten(aanmelding.schemaMap, sdlMetBeleid);
  writeFileSync(antwoord, JSON.stringify({ data: verwacht }));
  const subgraphs = new Map(geval.graaf.subgraphs.map(({ naam }) => [naam, `${stub}/${naam}`]));
  return {
    geval,
    verwacht,
    opstelling: { supergraph, supergraphMetBeleid, aanmelding, subgraphs, antwoord, map },
  };
}
