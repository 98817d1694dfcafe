import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { KlantenLoaders } from '../loaders.ts';
import type { AanvraagRij } from '../loaders/aanvraag-rij.ts';
import type { GemeenteRij } from '../loaders/gemeente-loader.ts';
import type { HuishoudenRij } from '../loaders/huishouden-loader.ts';
import type { IndelingRij } from '../loaders/indeling-loader.ts';
import type { KlantRij } from '../loaders/klant-loader.ts';
import type * as tabellen from '../loaders/klanttabellen.ts';
import type { RijVan } from '../loaders/klanttabellen.ts';
import type { RegieRij } from '../loaders/regie-loader.ts';
import type { UitkeringRij } from '../loaders/uitkeringen-loader.ts';

type Context = SubgraphContext<KlantenLoaders>;

/** Klant: the other fields are its columns. */
export const klantResolvers = {
  __resolveReference: ({ sleutel }: { sleutel: string }, { loaders }: Context): Promise<KlantRij | null> =>
    loaders.klant.load(sleutel),

  sleutel: ({ id }: KlantRij): string => id,

  verantwoordelijke: (
    { verantwoordelijke }: KlantRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<GemeenteRij | null> => loaders.gemeente.load(verantwoordelijke),

  huishouden: (
    { huishoudenId }: KlantRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<HuishoudenRij | null> => loaders.huishouden.load(huishoudenId),

  uitkeringen: ({ id }: KlantRij, _args: unknown, { loaders }: Context): Promise<readonly UitkeringRij[]> =>
    loaders.uitkeringenVanKlant.load(id),

  regie: ({ id }: KlantRij, _args: unknown, { loaders }: Context): Promise<readonly RegieRij[]> =>
    loaders.regie.load(id),

  indelingen: ({ id }: KlantRij, _args: unknown, { loaders }: Context): Promise<readonly IndelingRij[]> =>
    loaders.indelingen.load(id),

  aanvragen: ({ id }: KlantRij, _args: unknown, { loaders }: Context): Promise<readonly AanvraagRij[]> =>
    loaders.aanvragen.load(id),

  verplichtingen: (
    { id }: KlantRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<readonly RijVan<typeof tabellen.VERPLICHTINGEN>[]> => loaders.verplichtingen.load(id),

  bevindingen: (
    { id }: KlantRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<readonly RijVan<typeof tabellen.BEVINDINGEN>[]> => loaders.bevindingen.load(id),

  bezwaren: (
    { id }: KlantRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<readonly RijVan<typeof tabellen.BEZWAREN>[]> => loaders.bezwarenVanKlant.load(id),

  veiligheid: (
    { id }: KlantRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<readonly RijVan<typeof tabellen.VEILIGHEID>[]> => loaders.veiligheid.load(id),

  doelgroepen: (
    { id }: KlantRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<readonly RijVan<typeof tabellen.DOELGROEPEN>[]> => loaders.doelgroepen.load(id),

  belemmeringen: (
    { id }: KlantRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<readonly RijVan<typeof tabellen.BELEMMERINGEN>[]> => loaders.belemmeringen.load(id),

  zrmScores: (
    { id }: KlantRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<readonly RijVan<typeof tabellen.ZRM_SCORES>[]> => loaders.zrmScores.load(id),

  verblijfsstatussen: (
    { id }: KlantRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<readonly RijVan<typeof tabellen.VERBLIJFSSTATUSSEN>[]> => loaders.verblijfsstatussen.load(id),

  onderzoeken: (
    { id }: KlantRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<readonly RijVan<typeof tabellen.ONDERZOEKEN>[]> => loaders.onderzoeken.load(id),
};
