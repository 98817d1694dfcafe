import {
  buildASTSchema,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isCompositeType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { leesBestand } from '../../schema/bestanden/lees-bestand.ts';
import { SCHEMA_MAP } from '../../schema/bestanden/schema-map.ts';
import { geldbedrag } from '../../schema/scalars/geldbedrag.ts';
import { alsBedrag } from './getallen.ts';

let schema: GraphQLSchema | undefined;

/**
 * An answer in which amounts of money are texts in euros, such as `€ 734,70`, where the graph gives cents.
 * @param document the text of what was asked, valid
 */
export function metEuros(data: unknown, document: string): unknown {
  const bedragen = bedragpaden(document);
  return bedragen.size === 0 ? data : vervang(data, '', bedragen);
}

/** The paths of the answer, names without places in lists, at which the schema says an amount of money stands. */
function bedragpaden(document: string): ReadonlySet<string> {
  schema ??= buildASTSchema(parse(leesBestand(SCHEMA_MAP, 'supergraph.graphql')), { assumeValid: true });
  const { definitions } = parse(document);
  const fragmenten = new Map(
    definitions
      .filter((deel) => deel.kind === Kind.FRAGMENT_DEFINITION)
      .map((deel) => [deel.name.value, deel]),
  );
  const paden = new Set<string>();
  for (const deel of definitions) {
    if (deel.kind !== Kind.OPERATION_DEFINITION) continue;
    const wortel = schema.getRootType(deel.operation);
    if (wortel) verzamel({ schema, fragmenten, paden }, deel.selectionSet, wortel, '');
  }
  return paden;
}

interface Zoektocht {
  readonly schema: GraphQLSchema;
  readonly fragmenten: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly paden: Set<string>;
}

function verzamel(
  zoektocht: Zoektocht,
  { selections }: SelectionSetNode,
  type: GraphQLOutputType,
  pad: string,
): void {
  const { schema: graaf, fragmenten, paden } = zoektocht;
  for (const deel of selections) {
    if (deel.kind !== Kind.FIELD) {
      const fragment = deel.kind === Kind.FRAGMENT_SPREAD ? fragmenten.get(deel.name.value) : deel;
      const smaller = graaf.getType(fragment?.typeCondition?.name.value ?? '');
      if (fragment)
        verzamel(zoektocht, fragment.selectionSet, isCompositeType(smaller) ? smaller : type, pad);
      continue;
    }
    const veld = isObjectType(type) ? type.getFields()[deel.name.value] : undefined;
    if (veld === undefined) continue;
    const naam = (deel.alias ?? deel.name).value;
    const plek = pad === '' ? naam : `${pad}.${naam}`;
    const soort = getNamedType(veld.type);
    if (soort.name === geldbedrag.name) paden.add(plek);
    if (deel.selectionSet) verzamel(zoektocht, deel.selectionSet, soort, plek);
  }
}

function vervang(waarde: unknown, pad: string, bedragen: ReadonlySet<string>): unknown {
  if (Array.isArray(waarde)) return waarde.map((deel) => vervang(deel, pad, bedragen));
  if (typeof waarde === 'number' && bedragen.has(pad)) return `€ ${alsBedrag(waarde)}`;
  if (typeof waarde !== 'object' || waarde === null) return waarde;
  return Object.fromEntries(
    Object.entries(waarde).map(([naam, deel]) => [
      naam,
      vervang(deel, pad === '' ? naam : `${pad}.${naam}`, bedragen),
    ]),
  );
}
