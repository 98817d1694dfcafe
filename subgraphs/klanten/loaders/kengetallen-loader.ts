import type DataLoader from 'dataloader';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import type { IndicatorGedrukt, KengetalWwb, Prisma } from '../prisma/generated/client.ts';
import { type Tijdvak, tijdvakLoader } from './tijdvak-loader.ts';

/** The data group whose scope bounds the figures of a gemeente. */
export const STURING = 'sturing';

/** The printed cells of a stretch of months of a gemeente in scope, the oldest first. */
export function kengetallenLoader(
  tx: Prisma.TransactionClient,
  toegang: Toegang,
): DataLoader<Tijdvak, readonly KengetalWwb[], string> {
  return tijdvakLoader(async (tijdvakken) => {
    const where = inTijdvakken(tijdvakken, toegang);
    const cellen = await tx.kengetalWwb.findMany({ where, orderBy: [{ maand: 'asc' }, { soort: 'asc' }] });
    return perTijdvak(tijdvakken, cellen);
  });
}

/** The printed indicatoren of a stretch of months of a gemeente in scope, the oldest first. */
export function indicatorenLoader(
  tx: Prisma.TransactionClient,
  toegang: Toegang,
): DataLoader<Tijdvak, readonly IndicatorGedrukt[], string> {
  return tijdvakLoader(async (tijdvakken) => {
    const where = inTijdvakken(tijdvakken, toegang);
    const cellen = await tx.indicatorGedrukt.findMany({
      where,
      orderBy: [{ maand: 'asc' }, { code: 'asc' }],
    });
    return perTijdvak(tijdvakken, cellen);
  });
}

function inTijdvakken(tijdvakken: readonly Tijdvak[], toegang: Toegang) {
  return {
    gemeente: { in: [...toegang.bereik(STURING)] },
    OR: tijdvakken.map(({ gemeente, van, tot }) => ({ gemeente, maand: { gte: van, lte: tot } })),
  };
}

function perTijdvak<Cel extends { readonly gemeente: string; readonly maand: string }>(
  tijdvakken: readonly Tijdvak[],
  cellen: readonly Cel[],
): readonly (Cel & { readonly nummer: number })[] {
  return tijdvakken.flatMap(({ gemeente, van, tot }, nummer) =>
    cellen
      .filter((cel) => cel.gemeente === gemeente && cel.maand >= van && cel.maand <= tot)
      .map((cel) => ({ ...cel, nummer })),
  );
}
