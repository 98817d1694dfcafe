import { Kind, type TypeNode } from 'graphql';
import { BESTUURSROLLEN } from '../codelijsten/bestuursrollen.ts';
import { ALLE, type MatrixRegel } from '../beleid/matrix-regel.ts';
import { groepenVan } from '../lint/policy-lijst.ts';
import { directives, objecttypen, type SubgraphBron, velden } from '../lint/subgraph-bron.ts';

/** Persons without a row in the log of their own: an eenmanszaak, and who works at the werkgeversservicepunt. */
const OOK_PERSONEN = ['Werkgever', 'Contactpersoon'];

/** The data groups that bestuur may see by the matrix, for any purpose and anyone's rows. */
export function groepenVanBestuur(matrix: readonly MatrixRegel[]): ReadonlySet<string> {
  const bestuur: ReadonlySet<string> = new Set([ALLE, ...BESTUURSROLLEN]);
  return new Set(
    matrix
      .filter(({ rol, organisatiesoort }) => bestuur.has(rol) || organisatiesoort === 'RAAD')
      .map(({ gegevensgroep }) => gegevensgroep),
  );
}

/**
 * How somebody who may see these data groups comes to a person: the shortest way to each such type, as
 * `Query.klant → Klant.huishouden`. A type is about a person when a subgraph gives it `@betrokkene`. An interface or union
 * leads to every type it can be.
 */
export function padenNaarPersonen(
  bronnen: readonly SubgraphBron[],
  groepen: ReadonlySet<string>,
): readonly string[] {
  const perType = Map.groupBy(bronnen.flatMap(velden), ({ type }) => type.name.value);
  const typen = bronnen.flatMap(objecttypen);
  const personen = new Set([
    ...OOK_PERSONEN,
    ...typen.filter((type) => directives(type, 'betrokkene').length > 0).map(({ name }) => name.value),
  ]);
  const wegen = new Map<string, readonly string[]>([
    ['Query', []],
    ['Mutation', []],
  ]);
  // What is added to a Map while it is walked is walked as well.
  for (const [type, weg] of wegen) {
    for (const { field } of perType.get(type) ?? []) {
      if (!groepenVan(field).every((groep) => groepen.has(groep))) continue;
      for (const volgend of mogelijkeTypen(naamVan(field.type), bronnen)) {
        if (!wegen.has(volgend)) wegen.set(volgend, [...weg, `${type}.${field.name.value}`]);
      }
    }
  }
  return [...wegen].filter(([type]) => personen.has(type)).map(([, weg]) => weg.join(' → '));
}

function naamVan(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : naamVan(type.type);
}

/** The type itself, and for an interface or union the object types that it can be. */
function mogelijkeTypen(naam: string, bronnen: readonly SubgraphBron[]): readonly string[] {
  const leden = bronnen
    .flatMap(({ document }) => document.definitions)
    .filter((each) => each.kind === Kind.UNION_TYPE_DEFINITION || each.kind === Kind.UNION_TYPE_EXTENSION)
    .filter((each) => each.name.value === naam)
    .flatMap(({ types = [] }) => types.map((type) => type.name.value));
  const uitvoeringen = bronnen
    .flatMap(objecttypen)
    .filter(({ interfaces = [] }) => interfaces.some((each) => each.name.value === naam))
    .map((type) => type.name.value);
  return [naam, ...leden, ...uitvoeringen];
}
