import { Kind } from 'graphql';
import { bereikt, type Graaf } from './graaf.ts';
import { gebrekBij, type Lintgebrek } from './gebrek.ts';
import { groepenVan, policyLijst } from './policy-lijst.ts';
import {
  directives,
  isExternal,
  objecttypen,
  type SubgraphBron,
  textArgument,
  type Veld,
  velden,
} from './subgraph-bron.ts';
import { parseVeldenset } from './veldenset.ts';

const RULE = 'policy';

/**
 * Every field of an object type lists its own data group first in `@policy`, known by the register, and after it
 * exactly the groups of what it `@requires`. The directive stands on the field, and on no type, interface field,
 * `@external` field or field of an `@interfaceObject` type, whose groups are those of the possible types or the owner.
 */
export function regelPolicy(graaf: Graaf, bekend: ReadonlySet<string>): readonly Lintgebrek[] {
  return graaf.bronnen.flatMap((bron) => [
    ...velden(bron).flatMap((veld) => gebrekenVanVeld(graaf, veld, bekend)),
    ...objecttypen(bron)
      .filter((type) => directives(type, 'policy').length > 0)
      .map((type) =>
        gebrekBij(bron, type, RULE, `${type.name.value}: @policy stands on fields, not on the type`),
      ),
    ...interfaceGebreken(bron),
  ]);
}

function gebrekenVanVeld(graaf: Graaf, veld: Veld, bekend: ReadonlySet<string>): readonly Lintgebrek[] {
  const { bron, type, field } = veld;
  const pad = `${type.name.value}.${field.name.value}`;
  const gebrek = (melding: string): Lintgebrek => gebrekBij(bron, field, RULE, `${pad} ${melding}`);
  if (isExternal(veld) || directives(type, 'interfaceObject').length > 0) {
    return directives(field, 'policy').length > 0
      ? [gebrek('carries no @policy here: its owner says it')]
      : [];
  }
  const lijst = policyLijst(field);
  if ('fout' in lijst) return [gebrek(lijst.fout)];
  const [eigen, ...overige] = lijst.groepen;
  const vereist = new Set(vereisteGroepen(graaf, veld));
  return [
    ...lijst.groepen
      .filter((groep) => !bekend.has(groep))
      .map((groep) => gebrek(`lists the unknown data group "${groep}"`)),
    ...[...vereist]
      .filter((groep) => groep !== eigen && !overige.includes(groep))
      .map((groep) => gebrek(`requires a field of "${groep}" and does not list that group`)),
    ...overige
      .filter((groep) => !vereist.has(groep))
      .map((groep) => gebrek(`lists "${groep}" and requires no field of that group`)),
  ];
}

function vereisteGroepen(graaf: Graaf, { type, field }: Veld): readonly string[] {
  return directives(field, 'requires').flatMap((directive) => {
    const selection = parseVeldenset(textArgument(directive, 'fields') ?? '');
    if (selection === undefined) return [];
    return bereikt(graaf, type.name.value, selection).flatMap(({ veld }) =>
      veld === undefined ? [] : groepenVan(veld.field),
    );
  });
}

function interfaceGebreken(bron: SubgraphBron): readonly Lintgebrek[] {
  return bron.document.definitions.flatMap((each) => {
    if (each.kind !== Kind.INTERFACE_TYPE_DEFINITION && each.kind !== Kind.INTERFACE_TYPE_EXTENSION)
      return [];
    return [each, ...(each.fields ?? [])]
      .filter((node) => directives(node, 'policy').length > 0)
      .map((node) =>
        gebrekBij(bron, node, RULE, `${each.name.value}: an interface and its fields carry no @policy`),
      );
  });
}
