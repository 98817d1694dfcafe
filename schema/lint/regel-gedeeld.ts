import { Kind, print } from 'graphql';
import type { Graaf } from './graaf.ts';
import { gebrekBij, type Lintgebrek } from './gebrek.ts';
import { groepenVan } from './policy-lijst.ts';
import type { SubgraphBron } from './subgraph-bron.ts';

/**
 * A field that several subgraphs can answer lists the same data groups in each of them:
 * composition would join different lists into one that asks for both.
 */
export function regelGedeeldVeld({ eigenaars }: Graaf): readonly Lintgebrek[] {
  return [...eigenaars].flatMap(([pad, [eerste, ...overige]]) => {
    if (eerste === undefined) return [];
    const lijst = groepenVan(eerste.field).join(', ');
    return overige
      .filter(({ field }) => groepenVan(field).join(', ') !== lijst)
      .map(({ bron, field }) =>
        gebrekBij(
          bron,
          field,
          'gedeeld-veld',
          `${pad} lists other data groups than in ${eerste.bron.bestand}`,
        ),
      );
  });
}

/** A directive that is not composed means the same everywhere: its definition is identical in every subgraph. */
export function regelGedeeldeDirective({ bronnen }: Graaf): readonly Lintgebrek[] {
  const definitions = bronnen.flatMap((bron) =>
    bron.document.definitions
      .filter((each) => each.kind === Kind.DIRECTIVE_DEFINITION)
      .map((node) => ({ bron, node, text: print(node) })),
  );
  return [...Map.groupBy(definitions, ({ node }) => node.name.value)].flatMap(
    ([name, [eerste, ...overige]]) =>
      overige
        .filter(({ text }) => text !== eerste?.text)
        .map(({ bron, node }) =>
          gebrekBij(
            bron,
            node,
            'gedeelde-directive',
            `@${name} is defined otherwise in ${eerste?.bron.bestand}`,
          ),
        ),
  );
}

/** An import from a specification keeps its name: a renamed `@policy` would pass every other rule unseen. */
export function regelImport({ bronnen }: Graaf): readonly Lintgebrek[] {
  return bronnen.flatMap((bron) =>
    links(bron).flatMap((link) => {
      const imports = link.arguments?.find(({ name }) => name.value === 'import')?.value;
      const renamed =
        imports?.kind === Kind.LIST ? imports.values.filter(({ kind }) => kind !== Kind.STRING) : [];
      const asked = link.arguments?.filter(({ name }) => name.value === 'as') ?? [];
      return [...renamed, ...asked].map((node) =>
        gebrekBij(bron, node, 'import', 'an import keeps its own name'),
      );
    }),
  );
}

function links({ document }: SubgraphBron) {
  return document.definitions
    .filter((each) => each.kind === Kind.SCHEMA_EXTENSION || each.kind === Kind.SCHEMA_DEFINITION)
    .flatMap((each) => each.directives ?? [])
    .filter(({ name }) => name.value === 'link');
}
