import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import { type Herkomst, herkomstVanDossier } from '../../chassis/waarden/herkomst.ts';
import type { KlantenLoaders } from '../loaders.ts';
import type { AanvraagRij } from '../loaders/aanvraag-rij.ts';
import type { BezwaarRij } from '../loaders/bezwaar-loader.ts';
import type { KlantRij } from '../loaders/klant-loader.ts';
import { type Doorlooptijd, doorlooptijd, isTeLaat } from '../regels/termijn.ts';

type Context = SubgraphContext<KlantenLoaders>;

/** The person and the organisation a part of an aanvraag is about: those of the aanvraag. */
type Deel<Velden> = Pick<AanvraagRij, 'klantId' | 'verantwoordelijke' | 'bereik'> & Velden;

/** The form of `Voorschot` in the graph. */
interface Voorschot {
  readonly bedrag: number;
  readonly betaaldOp: string;
}

/** The form of `Poortgesprek` in the graph. */
interface Poortgesprek {
  readonly datum: string;
  readonly uitkomst: string;
}

/** The melding of an aanvraag; the form of `Melding` in the graph. */
type MeldingRij = Deel<{
  readonly datum: string;
  readonly kanaal: string;
  readonly poortgesprek: Poortgesprek | null;
}>;

/** The beschikking on an aanvraag. */
type BeschikkingRij = Deel<{
  readonly aanvraagId: string;
  readonly datum: string;
  readonly besluit: string;
}>;

/** Aanvraag: the other fields are its columns. */
export const aanvraagResolvers = {
  klant: ({ klantId }: AanvraagRij, _args: unknown, { loaders }: Context): Promise<KlantRij | null> =>
    loaders.klant.load(klantId),

  melding: (aanvraag: AanvraagRij): MeldingRij => ({
    ...betrokkene(aanvraag),
    datum: aanvraag.meldingDatum,
    kanaal: aanvraag.meldingKanaal,
    poortgesprek: poortgesprekVan(aanvraag),
  }),

  doorlooptijd: (aanvraag: AanvraagRij, _args: unknown, { klok }: Context): Doorlooptijd =>
    doorlooptijd(aanvraag, klok.vandaag),

  teLaat: (aanvraag: AanvraagRij, _args: unknown, { klok }: Context): boolean =>
    isTeLaat(aanvraag, klok.vandaag),

  voorschot: ({ voorschotCent, voorschotOp }: AanvraagRij): Voorschot | null =>
    voorschotCent === null || voorschotOp === null ? null : { bedrag: voorschotCent, betaaldOp: voorschotOp },

  beschikking: (aanvraag: AanvraagRij): BeschikkingRij | null =>
    aanvraag.beslistOp === null || aanvraag.besluit === null
      ? null
      : {
          ...betrokkene(aanvraag),
          aanvraagId: aanvraag.id,
          datum: aanvraag.beslistOp,
          besluit: aanvraag.besluit,
        },

  herkomst: (_aanvraag: AanvraagRij, _args: unknown, { klok }: Context): Herkomst =>
    herkomstVanDossier('klanten', klok),
};

/** Beschikking: the other fields are its columns. */
export const beschikkingResolvers = {
  bezwaren: (
    { aanvraagId }: BeschikkingRij,
    _args: unknown,
    { loaders }: Context,
  ): Promise<readonly BezwaarRij[]> => loaders.bezwaren.load(aanvraagId),
};

function betrokkene({ klantId, verantwoordelijke, bereik }: AanvraagRij): Deel<object> {
  return { klantId, verantwoordelijke, bereik };
}

function poortgesprekVan({ poortDatum, poortUitkomst }: AanvraagRij): Poortgesprek | null {
  return poortDatum === null || poortUitkomst === null
    ? null
    : { datum: poortDatum, uitkomst: poortUitkomst };
}
