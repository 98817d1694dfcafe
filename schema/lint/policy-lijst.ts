import { type FieldDefinitionNode, Kind } from 'graphql';
import { directives } from './subgraph-bron.ts';

/** The data groups that a field lists, or why its `@policy` is not of the one form that is allowed. */
export type PolicyLijst = { readonly groepen: readonly string[] } | { readonly fout: string };

/** Reads `@policy(policies: [["group", …]])` of a field: once, with exactly one inner list, which is not empty. */
export function policyLijst(field: FieldDefinitionNode): PolicyLijst {
  const [policy, ...more] = directives(field, 'policy');
  if (policy === undefined) return { fout: 'has no @policy' };
  if (more.length > 0) return { fout: 'has more than one @policy' };
  const outer = policy.arguments?.find((each) => each.name.value === 'policies')?.value;
  if (outer?.kind !== Kind.LIST || outer.values.length !== 1)
    return { fout: 'needs exactly one inner list in @policy' };
  const [inner] = outer.values;
  if (inner?.kind !== Kind.LIST || inner.values.length === 0)
    return { fout: 'needs a list of data groups in @policy' };
  const groepen = inner.values.map((each) => (each.kind === Kind.STRING ? each.value : ''));
  if (new Set(groepen).size < groepen.length) return { fout: 'lists a data group twice' };
  return { groepen };
}

/** The data groups of a field; none when its `@policy` is absent or malformed. */
export function groepenVan(field: FieldDefinitionNode): readonly string[] {
  const lijst = policyLijst(field);
  return 'groepen' in lijst ? lijst.groepen : [];
}
