import { type GraphQLObjectType, type GraphQLSchema, isObjectType, type StringValueNode } from 'graphql';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import { alleGroepen } from './gegevensgroepen.ts';

/** What one field asks of the asker, and of whom it tells. */
export interface Veldbeleid {
  readonly type: GraphQLObjectType;
  readonly veld: string;
  /** The groups of `@policy`: all of one inner list must be granted. */
  readonly groepen: readonly (readonly string[])[];
  /** The property with the key of the betrokkene, when the type is about one. */
  readonly betrokkene?: string;
}

/** Fields and types that federation adds; the entities behind `_entities` guard themselves. */
const VAN_FEDERATIE = new Set(['_entities', '_service', '_Service']);

/**
 * The policies of every field of a schema, in its order. A field that is `@external` has none: it stands there for
 * what another field `@requires`, its owner guards it, and what is known of it here came with the call.
 * Throws BESTAND_ONGELDIG when a field has no `@policy` or names a group that does not exist.
 */
export function veldbeleidVan(schema: GraphQLSchema): readonly Veldbeleid[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !type.name.startsWith('__') && !VAN_FEDERATIE.has(type.name))
    .flatMap((type) =>
      Object.keys(type.getFields())
        .filter((veld) => !VAN_FEDERATIE.has(veld) && !isExternal(type, veld))
        .map((veld) => veldbeleid(type, veld)),
    );
}

/** Whether a field belongs to another subgraph. */
export function isExternal(type: GraphQLObjectType, veld: string): boolean {
  const directives = type.getFields()[veld]?.astNode?.directives ?? [];
  return directives.some(({ name }) => name.value === 'external' || name.value === 'federation__external');
}

function veldbeleid(type: GraphQLObjectType, veld: string): Veldbeleid {
  const groepen = groepenVan(type, veld);
  const onbekend = groepen.flat().find((groep) => !alleGroepen.has(groep));
  if (groepen.length === 0 || groepen.some((lijst) => lijst.length === 0) || onbekend !== undefined) {
    throw new KetenFout(
      'BESTAND_ONGELDIG',
      `schema.graphql: ${type.name}.${veld} has no @policy with known data groups`,
    );
  }
  const sleutel = type.astNode?.directives
    ?.find(({ name }) => name.value === 'betrokkene')
    ?.arguments?.find(({ name }) => name.value === 'sleutel')?.value;
  return { type, veld, groepen, ...(sleutel?.kind === 'StringValue' && { betrokkene: sleutel.value }) };
}

function groepenVan(type: GraphQLObjectType, veld: string): readonly (readonly string[])[] {
  const { [veld]: definitie } = type.getFields();
  const policies = definitie?.astNode?.directives
    ?.find(({ name }) => name.value === 'policy')
    ?.arguments?.find(({ name }) => name.value === 'policies')?.value;
  if (policies?.kind !== 'ListValue') return [];
  return policies.values.map((lijst) =>
    lijst.kind === 'ListValue'
      ? lijst.values
          .filter((groep): groep is StringValueNode => groep.kind === 'StringValue')
          .map(({ value }) => value)
      : [],
  );
}
