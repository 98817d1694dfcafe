import {
  type DocumentNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type StringValueNode,
  valueFromASTUntyped,
} from 'graphql';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';

/** The data groups a field asks for: one of these lists must be granted in full. */
export type Beleidseis = readonly (readonly string[])[];

/** The policies of a supergraph, by `Type.veld`. */
export type Beleidseisen = ReadonlyMap<string, Beleidseis>;

const SPEC = /^https:\/\/specs\.apollo\.dev\/(authenticated|requiresScopes|policy)\/v/;

/**
 * Which authorisation directives a supergraph links, and under which name: a renamed import
 * must not go unseen.
 */
export function authorisationDirectives(supergraph: DocumentNode): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const node of supergraph.definitions) {
    if (node.kind !== Kind.SCHEMA_DEFINITION && node.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const link of node.directives ?? []) {
      const argument = (name: string): string | undefined =>
        (link.arguments?.find((each) => each.name.value === name)?.value as StringValueNode | undefined)
          ?.value;
      const feature = SPEC.exec(argument('url') ?? '')?.[1];
      if (link.name.value === 'link' && feature !== undefined) found.set(feature, argument('as') ?? feature);
    }
  }
  return found;
}

/**
 * Reads `@policy` of every field of the object types of a supergraph.
 * @throws KetenFout BESTAND_ONGELDIG when authorisation stands where we do not enforce it: `@requiresScopes`,
 *   or a directive on a type, an interface or one of its fields
 */
export function leesBeleidseisen(supergraph: DocumentNode): Beleidseisen {
  const directives = authorisationDirectives(supergraph);
  const scopes = directives.get('requiresScopes');
  if (scopes !== undefined)
    throw new KetenFout('BESTAND_ONGELDIG', 'supergraph: @requiresScopes is not supported.');
  const policy = directives.get('policy') ?? 'policy';
  const eisen = new Map<string, Beleidseis>();
  for (const node of supergraph.definitions) {
    if (!('directives' in node) || node.kind === Kind.DIRECTIVE_DEFINITION) continue;
    const isObject = node.kind === Kind.OBJECT_TYPE_DEFINITION;
    const fields = node.kind === Kind.INTERFACE_TYPE_DEFINITION ? (node.fields ?? []) : [];
    for (const carrier of [node, ...fields]) {
      if (carrier.directives?.some(({ name }) => name.value === policy)) {
        throw new KetenFout(
          'BESTAND_ONGELDIG',
          'supergraph: @policy belongs on the fields of object types only.',
        );
      }
    }
    if (isObject) readFields(node, policy, eisen);
  }
  return eisen;
}

function readFields(type: ObjectTypeDefinitionNode, policy: string, eisen: Map<string, Beleidseis>): void {
  for (const field of type.fields ?? []) {
    const directive = field.directives?.find(({ name }) => name.value === policy);
    const value = directive?.arguments?.find(({ name }) => name.value === 'policies')?.value;
    if (value !== undefined) {
      eisen.set(`${type.name.value}.${field.name.value}`, valueFromASTUntyped(value) as Beleidseis);
    }
  }
}
