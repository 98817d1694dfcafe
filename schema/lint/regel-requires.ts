import { bereikt, type Graaf } from './graaf.ts';
import { gebrekBij, type Lintgebrek } from './gebrek.ts';
import { directives, textArgument, velden } from './subgraph-bron.ts';
import { parseVeldenset } from './veldenset.ts';

const RULE = 'requires';

/** No field `@requires` a field with arguments: which rows such a field gives would no longer be the asker's choice. */
export function regelRequires(graaf: Graaf): readonly Lintgebrek[] {
  return graaf.bronnen.flatMap(velden).flatMap(({ bron, type, field }) =>
    directives(field, 'requires').flatMap((directive) => {
      const pad = `${type.name.value}.${field.name.value}`;
      const selection = parseVeldenset(textArgument(directive, 'fields') ?? '');
      if (selection === undefined)
        return [gebrekBij(bron, directive, RULE, `${pad} has a malformed @requires`)];
      return bereikt(graaf, type.name.value, selection)
        .filter(({ veld, metArgumenten }) => metArgumenten || (veld?.field.arguments?.length ?? 0) > 0)
        .map((each) => gebrekBij(bron, directive, RULE, `${pad} requires ${each.pad}, which has arguments`));
    }),
  );
}
