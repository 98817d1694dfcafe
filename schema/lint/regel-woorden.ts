import { type ASTNode, Kind, type StringValueNode, visit } from 'graphql';
import { gebrekBij, type Lintgebrek } from './gebrek.ts';
import type { SubgraphBron } from './subgraph-bron.ts';

/** English words that carry a sentence and are no Dutch words. */
const ENGELS =
  /\b(the|and|with|for|which|from|this|that|these|when|not|by|to|an|each|its|it|be|are|has|have)\b/i;
const PASCAL = /^[A-Z][a-zA-Z0-9]*$/;
const CAMEL = /^[a-z][a-zA-Z0-9]*$/;
const UPPER_SNAKE = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

/** What is named in an SDL, with the form of its name. Extensions have no description of their own. */
const VORMEN: Partial<Record<Kind, RegExp>> = {
  [Kind.OBJECT_TYPE_DEFINITION]: PASCAL,
  [Kind.INTERFACE_TYPE_DEFINITION]: PASCAL,
  [Kind.UNION_TYPE_DEFINITION]: PASCAL,
  [Kind.ENUM_TYPE_DEFINITION]: PASCAL,
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: PASCAL,
  [Kind.SCALAR_TYPE_DEFINITION]: PASCAL,
  [Kind.DIRECTIVE_DEFINITION]: CAMEL,
  [Kind.FIELD_DEFINITION]: CAMEL,
  [Kind.INPUT_VALUE_DEFINITION]: CAMEL,
  [Kind.ENUM_VALUE_DEFINITION]: UPPER_SNAKE,
};

/** Everything that has a name is described, in Dutch, and named in the form of its kind. */
export function regelWoorden(bron: SubgraphBron): readonly Lintgebrek[] {
  const gebreken: Lintgebrek[] = [];
  visit(bron.document, {
    enter(node) {
      const vorm = VORMEN[node.kind];
      if (vorm !== undefined && isBenoemd(node)) gebreken.push(...gebrekenVan(bron, node, vorm));
    },
  });
  return gebreken;
}

type Benoemd = ASTNode & {
  readonly name: { readonly value: string };
  readonly description?: StringValueNode;
};

function isBenoemd(node: ASTNode): node is Benoemd {
  return 'name' in node && node.name !== undefined;
}

function gebrekenVan(bron: SubgraphBron, node: Benoemd, vorm: RegExp): readonly Lintgebrek[] {
  const { name, description } = node;
  const gebreken: Lintgebrek[] = [];
  if (!vorm.test(name.value))
    gebreken.push(gebrekBij(bron, node, 'naam', `${name.value} does not have the form of its kind`));
  const text = description?.value.trim() ?? '';
  if (text === '') gebreken.push(gebrekBij(bron, node, 'beschrijving', `${name.value} has no description`));
  const english = ENGELS.exec(text)?.[0];
  if (english !== undefined) {
    gebreken.push(
      gebrekBij(bron, node, 'beschrijving', `${name.value} is not described in Dutch ("${english}")`),
    );
  }
  return gebreken;
}
