import { type InputValueDefinitionNode, Kind } from 'graphql';
import { gebrekBij, type Lintgebrek } from './gebrek.ts';
import { type Graaf, namedType } from './graaf.ts';
import {
  directives,
  objecttypen,
  type Objecttype,
  type SubgraphBron,
  textArgument,
  velden,
} from './subgraph-bron.ts';
import { parseVeldenset, veldenIn } from './veldenset.ts';

const RULE = 'pseudoniem';

/**
 * Who has a pseudonym is known by nothing else. Of an entity with a `@pseudoniem` field every key is `@inaccessible`, and
 * every subgraph of the entity gives the pseudonym itself. An argument or field that names such an entity is a pseudonym
 * too: by what an argument leads to, and by the name of either, the one thing that tells what a text stands for.
 */
export function regelPseudoniem({ bronnen }: Graaf): readonly Lintgebrek[] {
  const personen = new Set(
    bronnen
      .flatMap(objecttypen)
      .filter((type) => directives(type, 'key').length > 0 && pseudoniemVan(type) !== undefined)
      .map((type) => type.name.value),
  );
  return bronnen.flatMap((bron) => [
    ...objecttypen(bron)
      .filter((type) => personen.has(type.name.value))
      .flatMap((type) => gebrekenVanPersoon(bron, type)),
    ...velden(bron).flatMap(({ type, field }) => {
      const pad = `${type.name.value}.${field.name.value}`;
      const isTekst = ['ID', 'String'].includes(namedType(field.type));
      return [
        ...(isTekst && noemt(personen, field.name.value) && !heeftPseudoniem(field)
          ? [gebrekBij(bron, field, RULE, `${pad} names a person: give its @pseudoniem`)]
          : []),
        ...(field.arguments ?? [])
          .filter((argument) => neemtPersoon(personen, argument, namedType(field.type)))
          .map((argument) =>
            gebrekBij(
              bron,
              argument,
              RULE,
              `${pad}(${argument.name.value}) names a person: take its @pseudoniem`,
            ),
          ),
      ];
    }),
    ...bron.document.definitions
      .filter((each) => each.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION)
      .flatMap(({ name, fields = [] }) =>
        fields
          .filter((field) => neemtPersoon(personen, field, ''))
          .map((field) =>
            gebrekBij(
              bron,
              field,
              RULE,
              `${name.value}.${field.name.value} names a person: make it an argument`,
            ),
          ),
      ),
  ]);
}

function gebrekenVanPersoon(bron: SubgraphBron, type: Objecttype): readonly Lintgebrek[] {
  const open = directives(type, 'key')
    .flatMap((key) => veldenIn(parseVeldenset(textArgument(key, 'fields') ?? '') ?? LEEG))
    .map(({ name }) => type.fields?.find((field) => field.name.value === name.value))
    .filter((field) => field !== undefined)
    .filter((field) => directives(field, 'inaccessible').length === 0);
  const pseudoniem = pseudoniemVan(type);
  const isGedeeld = pseudoniem !== undefined && directives(pseudoniem, 'shareable').length > 0;
  return [
    ...open.map((field) =>
      gebrekBij(
        bron,
        field,
        RULE,
        `${type.name.value}.${field.name.value} is a key and must be @inaccessible`,
      ),
    ),
    ...(isGedeeld
      ? []
      : [gebrekBij(bron, type, RULE, `${type.name.value} has no field @pseudoniem @shareable here`)]),
  ];
}

const LEEG = { kind: Kind.SELECTION_SET, selections: [] } as const;

function pseudoniemVan({ fields = [] }: Objecttype) {
  return fields.find(heeftPseudoniem);
}

function heeftPseudoniem(node: Parameters<typeof directives>[0]): boolean {
  return directives(node, 'pseudoniem').length > 0;
}

function neemtPersoon(
  personen: ReadonlySet<string>,
  argument: InputValueDefinitionNode,
  leidtNaar: string,
): boolean {
  if (heeftPseudoniem(argument) || !['ID', 'String'].includes(namedType(argument.type))) return false;
  return noemt(personen, argument.name.value) || (argument.name.value === 'id' && personen.has(leidtNaar));
}

/** Whether a name is that of one of the types, or begins with it: `klant`, `klanten`, `klantId`. */
function noemt(personen: ReadonlySet<string>, name: string): boolean {
  return [...personen].some((type) => name.toLowerCase().startsWith(type.toLowerCase()));
}
