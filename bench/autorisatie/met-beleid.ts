import { type ConstDirectiveNode, type DocumentNode, Kind, parse, visit } from 'graphql';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@external", "@key", "@policy", "@requires"])';
const GEGEVENSGROEP = 'publiek';

/**
 * The SDL of a subgraph with a data group on every field, as authorisation needs it: the same graph, the same plans.
 * The group is one that everybody may see who is authenticated.
 */
export function metBeleid(sdl: string): DocumentNode {
  const beleid = policy();
  return visit(parse(sdl), {
    SchemaExtension: () => parse(LINK).definitions[0],
    ObjectTypeDefinition: (type) => ({
      ...type,
      fields: (type.fields ?? []).map((veld) => {
        const directives = veld.directives ?? [];
        // A field that is only referred to has the group of where it is defined.
        const isElders = directives.some(({ name }) => name.value === 'external');
        return isElders ? veld : { ...veld, directives: [...directives, beleid] };
      }),
    }),
  });
}

function policy(): ConstDirectiveNode {
  const [type] = parse(`type T { v: Int @policy(policies: [["${GEGEVENSGROEP}"]]) }`).definitions;
  const veld = type?.kind === Kind.OBJECT_TYPE_DEFINITION ? type.fields?.[0] : undefined;
  const [directive] = veld?.directives ?? [];
  if (directive === undefined) throw new Error('no directive');
  return directive;
}
