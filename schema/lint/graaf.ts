import { type SelectionSetNode, type TypeNode, Kind } from 'graphql';
import { isExternal, type SubgraphBron, type Veld, velden } from './subgraph-bron.ts';
import { veldenIn } from './veldenset.ts';

/** The fields of all subgraphs together, by `Type.field`. */
export interface Graaf {
  readonly bronnen: readonly SubgraphBron[];
  /** Where a field is owned: every definition that is not `@external`. */
  readonly eigenaars: ReadonlyMap<string, readonly Veld[]>;
}

/** Brings the subgraphs together for the rules that look beyond one of them. */
export function maakGraaf(bronnen: readonly SubgraphBron[]): Graaf {
  const owned = bronnen.flatMap(velden).filter((veld) => !isExternal(veld));
  return {
    bronnen,
    eigenaars: Map.groupBy(owned, ({ type, field }) => `${type.name.value}.${field.name.value}`),
  };
}

/** A field that a field set reaches: its owner's definition, and whether the field set gives it arguments. */
export interface Bereikt {
  readonly pad: string;
  readonly veld: Veld | undefined;
  readonly metArgumenten: boolean;
}

/** Every field that a field set on a type reaches, the nested ones too. */
export function bereikt(graaf: Graaf, typename: string, selection: SelectionSetNode): readonly Bereikt[] {
  return veldenIn(selection).flatMap((node) => {
    const pad = `${typename}.${node.name.value}`;
    const veld = graaf.eigenaars.get(pad)?.[0];
    const here: Bereikt = { pad, veld, metArgumenten: (node.arguments?.length ?? 0) > 0 };
    const below =
      veld === undefined || node.selectionSet === undefined
        ? []
        : bereikt(graaf, namedType(veld.field.type), node.selectionSet);
    return [here, ...below];
  });
}

/** The name of a type without its lists and exclamation marks. */
export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
