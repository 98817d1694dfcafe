import { Kind } from 'graphql';
import type { Graaf } from './graaf.ts';
import { namedType } from './graaf.ts';
import { gebrekBij, type Lintgebrek } from './gebrek.ts';
import { groepenVan } from './policy-lijst.ts';
import { sleutelvelden } from './sleutelvelden.ts';
import { velden } from './subgraph-bron.ts';

const RULE = 'structuur';
const GROEP = 'structuur';
const CURSOR = /^(cursor|startCursor|endCursor)$/;

/**
 * The group `structuur` is for every authenticated asker, so it holds no datum: only ids, booleans, cursors,
 * fields of a key, and fields that lead to an object, whose own fields have their own groups.
 */
export function regelStructuur({ bronnen }: Graaf): readonly Lintgebrek[] {
  const keys = sleutelvelden(bronnen);
  const samengesteld = new Set(
    bronnen
      .flatMap(({ document }) => document.definitions)
      .flatMap((each) => (isSamengesteld(each.kind) && 'name' in each ? [each.name?.value] : [])),
  );
  return bronnen.flatMap(velden).flatMap(({ bron, type, field }) => {
    if (!groepenVan(field).includes(GROEP)) return [];
    const pad = `${type.name.value}.${field.name.value}`;
    const soort = namedType(field.type);
    const isCursor = soort === 'String' && CURSOR.test(field.name.value);
    if (soort === 'ID' || soort === 'Boolean' || isCursor || keys.has(pad) || samengesteld.has(soort))
      return [];
    return [gebrekBij(bron, field, RULE, `${pad} is a ${soort}: a datum does not belong to "structuur"`)];
  });
}

function isSamengesteld(kind: Kind): boolean {
  const kinds: readonly Kind[] = [
    Kind.OBJECT_TYPE_DEFINITION,
    Kind.OBJECT_TYPE_EXTENSION,
    Kind.INTERFACE_TYPE_DEFINITION,
    Kind.UNION_TYPE_DEFINITION,
  ];
  return kinds.includes(kind);
}
