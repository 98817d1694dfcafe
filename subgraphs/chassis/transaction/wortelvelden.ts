import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

/**
 * The root fields of an operation, sorted, as the name of the processing in the logboek. Not the name
 * the asker gave the operation: that is free text.
 */
export function wortelvelden(operatie: OperationDefinitionNode, document: DocumentNode): string {
  const velden = new Set<string>();
  verzamel(operatie.selectionSet, document, velden);
  const type = operatie.operation === 'mutation' ? 'Mutation' : 'Query';
  return [...velden]
    .toSorted()
    .map((veld) => `${type}.${veld}`)
    .join(' ');
}

function verzamel({ selections }: SelectionSetNode, document: DocumentNode, velden: Set<string>): void {
  for (const selectie of selections) {
    if (selectie.kind === Kind.FIELD) velden.add(selectie.name.value);
    else if (selectie.kind === Kind.INLINE_FRAGMENT) verzamel(selectie.selectionSet, document, velden);
    else {
      const fragment = document.definitions.find(
        (definitie) =>
          definitie.kind === Kind.FRAGMENT_DEFINITION && definitie.name.value === selectie.name.value,
      );
      if (fragment?.kind === Kind.FRAGMENT_DEFINITION) verzamel(fragment.selectionSet, document, velden);
    }
  }
}
