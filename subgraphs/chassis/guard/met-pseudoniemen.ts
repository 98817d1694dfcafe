import { createHash } from 'node:crypto';
import type { ConstDirectiveNode, GraphQLField, GraphQLFieldResolver } from 'graphql';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import type { Pseudoniemen } from '../../../schema/keten/pseudoniem.ts';
import type { SubgraphContext } from '../transaction/subgraph-context.ts';

type Resolver = GraphQLFieldResolver<unknown, SubgraphContext<unknown>>;

/**
 * Puts pseudonyms where the SDL says `@pseudoniem`: the field gives the pseudonym of the key that its resolver gives, and
 * the resolver gets for such an argument the key that the pseudonym stands for. Resolvers and loaders know keys only.
 */
export function metPseudoniemen(veld: GraphQLField<unknown, unknown>, resolve: Resolver): Resolver {
  const namen = veld.args.filter(isPseudoniem).map(({ name }) => name);
  const gelezen: Resolver =
    namen.length === 0
      ? resolve
      : (bron, args, context, info) =>
          resolve(bron, metSleutels(args, namen, context.pseudoniemen), context, info);
  if (!isPseudoniem(veld)) return gelezen;
  return (bron, args, context, info) => {
    const sleutel = gelezen(bron, args, context, info);
    if (typeof sleutel === 'string') return context.pseudoniemen.maak(sleutel);
    throw new KetenFout(
      'INTERNE_FOUT',
      `${info.parentType.name}.${info.fieldName}: no key to make a pseudonym of`,
    );
  };
}

function metSleutels(
  args: Readonly<Record<string, unknown>>,
  namen: readonly string[],
  { lees }: Pseudoniemen,
): Readonly<Record<string, unknown>> {
  const sleutelVan = (waarde: unknown): unknown => {
    if (Array.isArray(waarde)) return waarde.map(sleutelVan);
    return typeof waarde === 'string' ? (lees(waarde) ?? vanNiemand(waarde)) : waarde;
  };
  const gegeven = namen.filter((naam) => naam in args);
  return { ...args, ...Object.fromEntries(gegeven.map((naam) => [naam, sleutelVan(args[naam])])) };
}

/**
 * A key that nobody has, to be looked for as any other: what is no pseudonym of the asker is answered as somebody who is
 * not there, by the same statements. Each text has its own, as two people who are not there would have two.
 */
function vanNiemand(tekst: string): string {
  return `niemand/${createHash('sha256').update(tekst).digest('base64url')}`;
}

function isPseudoniem({
  astNode,
}: {
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;
}): boolean {
  return astNode?.directives?.some(({ name }) => name.value === 'pseudoniem') === true;
}
