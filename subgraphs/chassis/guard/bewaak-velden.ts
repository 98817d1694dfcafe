import {
  defaultFieldResolver,
  getNullableType,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  isListType,
} from 'graphql';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import type { SubgraphContext } from '../transaction/subgraph-context.ts';
import { isBegrensd, nooitInLijst } from './gegevensgroepen.ts';
import { hooguitEen } from './hooguit-een.ts';
import { metPseudoniemen } from './met-pseudoniemen.ts';
import type { Toegang } from './toegang.ts';
import { type Veldbeleid, veldbeleidVan } from './veldbeleid.ts';

/** A row as resolvers hand it on: with the organisation that answers for it, when it is a row of its own. */
interface Rij {
  readonly verantwoordelijke?: unknown;
  /** The bereiksleutels that reach the row; without them it is the verantwoordelijke that does. */
  readonly bereik?: unknown;
  readonly [eigenschap: string]: unknown;
}

type Resolver = GraphQLFieldResolver<unknown, SubgraphContext<unknown>>;

/**
 * Puts the guard around every field of a freshly built schema, from its `@policy` and `@betrokkene`:
 * a group that was not granted is an error of that field (NIET_GEAUTORISEERD); a row of which
 * no bereiksleutel is in the scope of the group is absent (`null`, `[]`) without an error;
 * what is given out about a person is noted for the logboek. A field that neither a resolver nor the row
 * answers is an error (INTERNE_FOUT): `null` would pass for a value that is absent.
 */
export function bewaakVelden(schema: GraphQLSchema): void {
  for (const beleid of veldbeleidVan(schema)) {
    const veld = beleid.type.getFields()[beleid.veld];
    if (veld === undefined) continue;
    veld.resolve = bewaakt(beleid, veld.type, metPseudoniemen(veld, veld.resolve ?? eigenschap));
  }
}

function bewaakt(beleid: Veldbeleid, type: GraphQLOutputType, resolve: Resolver): Resolver {
  const veld = `${beleid.type.name}.${beleid.veld}`;
  const isLijst = isListType(getNullableType(type));
  return (bron, args, context, info) => {
    const groepen = verleendeGroepen(beleid, context.toegang);
    if (groepen === undefined)
      throw new KetenFout('NIET_GEAUTORISEERD', `${veld}: data group not granted`, { veld });
    const rij = bron as Rij | undefined;
    const verantwoordelijke = typeof rij?.verantwoordelijke === 'string' ? rij.verantwoordelijke : undefined;
    const sleutels = sleutelsVan(rij, verantwoordelijke, veld);
    if (sleutels !== undefined && !isInBereik(groepen, sleutels, context.toegang)) return isLijst ? [] : null;
    const waarde = resolve(bron, args, context, info);
    if (rij === undefined || beleid.betrokkene === undefined) return waarde;
    // A stub of an entity knows no verantwoordelijke. Its key tells nothing; whatever else is said of it, also that
    // there is nothing, is a reading for the organisation that asks.
    if (verantwoordelijke === undefined && !groepen.some(isBegrensd)) return waarde;
    const voor = verantwoordelijke ?? context.toegang.vrager.organisatie;
    const betrokkenen = betrokkenenVan(rij[beleid.betrokkene], veld);
    if (groepen.some((groep) => nooitInLijst.has(groep))) hooguitEen(context.logboek, veld, betrokkenen);
    return daarna(waarde, () => context.logboek.noteer(betrokkenen, voor, veld));
  };
}

/** The property of the row with the name of the field. */
const eigenschap: Resolver = (bron, args, context, info) => {
  if (typeof bron !== 'object' || bron === null || !(info.fieldName in bron)) {
    const veld = `${info.parentType.name}.${info.fieldName}`;
    throw new KetenFout('INTERNE_FOUT', `${veld}: neither a resolver nor the row answers this field`, {
      veld,
    });
  }
  return defaultFieldResolver(bron, args, context, info);
};

function verleendeGroepen({ groepen }: Veldbeleid, toegang: Toegang): readonly string[] | undefined {
  return groepen.find((lijst) => lijst.every(toegang.isVerleend));
}

/** The bereiksleutels of a row; a stub of an entity has none, and its key tells nothing. */
function sleutelsVan(
  rij: Rij | undefined,
  verantwoordelijke: string | undefined,
  veld: string,
): readonly unknown[] | undefined {
  if (rij?.bereik === undefined) return verantwoordelijke === undefined ? undefined : [verantwoordelijke];
  if (Array.isArray(rij.bereik)) return rij.bereik;
  throw new KetenFout('INTERNE_FOUT', `${veld}: the bereik of the row is no list`);
}

function isInBereik(groepen: readonly string[], sleutels: readonly unknown[], toegang: Toegang): boolean {
  return groepen.every(
    (groep) => !isBegrensd(groep) || toegang.bereik(groep).some((sleutel) => sleutels.includes(sleutel)),
  );
}

/** One key, or several when a row is about more than one person. None would be a reading without a record. */
function betrokkenenVan(sleutel: unknown, veld: string): readonly string[] {
  const sleutels = Array.isArray(sleutel) ? sleutel : [sleutel];
  if (sleutels.length === 0 || !sleutels.every((waarde) => typeof waarde === 'string')) {
    throw new KetenFout('INTERNE_FOUT', `${veld}: the row does not say whom it is about`);
  }
  return sleutels;
}

/** Runs `dan` once the value is there, now or later; not when there is no value but an error. */
function daarna(waarde: unknown, dan: () => void): unknown {
  if (isBelofte(waarde)) {
    return waarde.then((klaar) => {
      dan();
      return klaar;
    });
  }
  dan();
  return waarde;
}

/** Prisma's promises are not instances of Promise. */
function isBelofte(waarde: unknown): waarde is PromiseLike<unknown> {
  return typeof (waarde as { then?: unknown } | null | undefined)?.then === 'function';
}
