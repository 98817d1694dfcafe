import { type Bladzijde, controleerFirst, maakBladzijde } from '../../chassis/paging/bladzijde.ts';
import type { Lijst } from '../../chassis/paging/cursors.ts';
import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { KlantenLoaders } from '../loaders.ts';
import type { AanvraagRij } from '../loaders/aanvraag-rij.ts';
import { DOSSIER } from '../loaders/dossier.ts';
import type { GemeenteRij } from '../loaders/gemeente-loader.ts';
import { IDENTIFICEREND, type KlantRij } from '../loaders/klant-loader.ts';
import { ALTIJD, EERSTE, type TaakRij, type Werkvraag } from '../loaders/werklijst-lezer.ts';
import { noodtoegangen } from './noodtoegang.ts';

type Context = SubgraphContext<KlantenLoaders>;

/** What every list is asked with. */
interface Bladzijdevraag {
  readonly first: number;
  readonly after?: string | null;
}

/** What a sleutel of an inwoner begins with: the key of the klant he is follows. */
const INWONER = 'klant/';

/** The ways into the graph that klanten owns. */
export const queryResolvers = {
  klant: (_bron: unknown, { id }: { id: string }, { loaders }: Context): Promise<KlantRij | null> =>
    loaders.klant.load(id),

  zoekKlantOpBsn: (
    _bron: unknown,
    { bsn }: { bsn: string },
    { loaders }: Context,
  ): Promise<KlantRij | null> => loaders.zoek.opBsn(bsn),

  zoekKlant: (
    _bron: unknown,
    { naam, geboortedatum }: { naam: string; geboortedatum: string },
    { loaders }: Context,
  ): Promise<readonly KlantRij[]> => loaders.zoek.opNaam(naam, geboortedatum),

  klanten: async (
    _bron: unknown,
    { first, after }: Bladzijdevraag,
    { loaders, cursors, toegang }: Context,
  ): Promise<Bladzijde<KlantRij>> => {
    controleerFirst(first);
    const lijst: Lijst = { veld: 'Query.klanten', filter: { bereik: toegang.bereik(IDENTIFICEREND) } };
    const [na = ''] = typeof after === 'string' ? cursors.lees(lijst, after) : [];
    const rijen = await loaders.klanten(na, first + 1);
    return maakBladzijde(rijen, first, ({ id }) => cursors.maak(lijst, [id]));
  },

  /** Who asks as an inwoner has exactly one sleutel, and it names him. */
  mijnDossier: async (
    _bron: unknown,
    _args: unknown,
    { loaders, toegang }: Context,
  ): Promise<KlantRij | null> => {
    const [sleutel, ...meer] = toegang.bereik(IDENTIFICEREND);
    if (sleutel === undefined || meer.length > 0 || !sleutel.startsWith(INWONER)) return null;
    return loaders.klant.load(sleutel.slice(INWONER.length));
  },

  taken: (
    _bron: unknown,
    { totEnMet, ...vraag }: Bladzijdevraag & { totEnMet: string },
    context: Context,
  ): Promise<Bladzijde<TaakRij>> =>
    leesWerk('Query.taken', context.loaders.taken, { ...vraag, totEnMet }, context),

  aanvragen: (_bron: unknown, vraag: Bladzijdevraag, context: Context): Promise<Bladzijde<AanvraagRij>> =>
    leesWerk('Query.aanvragen', context.loaders.openAanvragen, { ...vraag, totEnMet: ALTIJD }, context),

  noodtoegangen,

  gemeente: (_bron: unknown, { code }: { code: string }, { loaders }: Context): Promise<GemeenteRij | null> =>
    loaders.gemeente.load(code),
};

/** A page of work in scope, what is due first first. */
async function leesWerk<Rij extends { readonly uiterlijk: string; readonly id: string }>(
  veld: string,
  lees: (vraag: Werkvraag) => Promise<readonly Rij[]>,
  { first, after, totEnMet }: Bladzijdevraag & { readonly totEnMet: string },
  { cursors, toegang }: Context,
): Promise<Bladzijde<Rij>> {
  controleerFirst(first);
  const lijst: Lijst = { veld, filter: { bereik: toegang.bereik(DOSSIER), totEnMet } };
  const [uiterlijk = EERSTE[0], id = EERSTE[1]] =
    typeof after === 'string' ? cursors.lees(lijst, after) : EERSTE;
  const rijen = await lees({ na: [uiterlijk, id], totEnMet, aantal: first + 1 });
  return maakBladzijde(rijen, first, (rij) => cursors.maak(lijst, [rij.uiterlijk, rij.id]));
}
