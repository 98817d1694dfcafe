import { parse } from 'graphql';
import { gebrekBij, type Lintgebrek } from './gebrek.ts';
import { policyLijst } from './policy-lijst.ts';
import { velden } from './subgraph-bron.ts';

/**
 * Every fault in a composed supergraph: a field of an object type that came out of composition without
 * exactly one list of known data groups, so that the gateway would not know what it asks for.
 */
export function lintSupergraph(
  sdl: string,
  bestand: string,
  gegevensgroepen: ReadonlySet<string>,
): readonly Lintgebrek[] {
  const bron = { naam: 'supergraph', bestand, document: parse(sdl) };
  return velden(bron).flatMap(({ type, field }) => {
    const gebrek = (melding: string): Lintgebrek =>
      gebrekBij(bron, field, 'policy', `${type.name.value}.${field.name.value} ${melding}`);
    const lijst = policyLijst(field);
    if ('fout' in lijst) return [gebrek(lijst.fout)];
    return lijst.groepen
      .filter((groep) => !gegevensgroepen.has(groep))
      .map((groep) => gebrek(`lists the unknown data group "${groep}"`));
  });
}
