import { Kind } from 'graphql';
import { gebrekBij, type Lintgebrek } from './gebrek.ts';
import type { Graaf } from './graaf.ts';
import { sleutelvelden } from './sleutelvelden.ts';
import { directives, objecttypen, velden } from './subgraph-bron.ts';

const RULE = 'ontbreekt';

/**
 * A field of an entity outside its keys may be null: its source can be away, and then that one part is missing.
 * Were it `!`, the whole entity would be lost, with what the other sources gave. A `@shareable` field that every
 * subgraph of the entity gives comes with whatever is left.
 */
export function regelOntbreekt({ bronnen, eigenaars }: Graaf): readonly Lintgebrek[] {
  const keys = sleutelvelden(bronnen);
  const entities = new Set(
    bronnen
      .flatMap(objecttypen)
      .filter((type) => directives(type, 'key').length > 0)
      .map((type) => type.name.value),
  );
  const plaatsen = Map.groupBy(bronnen.flatMap(objecttypen), (type) => type.name.value);
  return bronnen.flatMap(velden).flatMap(({ bron, type, field }) => {
    const pad = `${type.name.value}.${field.name.value}`;
    if (!entities.has(type.name.value) || keys.has(pad) || field.type.kind !== Kind.NON_NULL_TYPE) return [];
    const isOveral = eigenaars.get(pad)?.length === plaatsen.get(type.name.value)?.length;
    if (isOveral && directives(field, 'shareable').length > 0) return [];
    return [gebrekBij(bron, field, RULE, `${pad} may not be "!": its source can be away`)];
  });
}
