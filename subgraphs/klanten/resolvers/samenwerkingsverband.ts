import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { KlantenLoaders } from '../loaders.ts';
import { STURING } from '../loaders/kengetallen-loader.ts';
import { type Dossierstand, standAfwezig, standNu } from '../regels/dossierstand.ts';
import { maandErbij } from '../regels/maanden.ts';
import { controleerTijdvak, dossiermaanden, type Maandenvraag } from './tijdvak.ts';

type Context = SubgraphContext<KlantenLoaders>;

/** A samenwerkingsverband by its key, with the deelnemers that its owner knows. */
interface VerbandStub {
  readonly deelnemers: readonly { readonly code: string }[];
}

/** The form of `VerbandMaand` in the graph. */
interface VerbandMaand {
  readonly maand: string;
  readonly bekendNu: Dossierstand;
}

/** Samenwerkingsverband: whose own it is stands elsewhere; here are the dossiers of its deelnemers together. */
export const samenwerkingsverbandResolvers = {
  /** A sum without one of its parts is another sum: then none of its figures is given. */
  maanden: async (
    { deelnemers }: VerbandStub,
    vraag: Maandenvraag,
    { loaders, toegang, klok }: Context,
  ): Promise<readonly VerbandMaand[]> => {
    controleerTijdvak(vraag);
    const codes = deelnemers.map(({ code }) => code);
    const gemeenten = await Promise.all(codes.map((code) => loaders.gemeente.load(code)));
    const maanden = dossiermaanden(
      vraag,
      gemeenten.map((gemeente) => gemeente?.dossiersVanaf ?? null),
      klok.vandaag,
    );
    if (!codes.every((code) => toegang.bereik(STURING).includes(code))) {
      const bekendNu = standAfwezig('Niet iedere deelnemer ligt binnen uw bereik.');
      return maanden.map((maand) => ({ maand, bekendNu }));
    }
    const van = maandErbij(vraag.van, -1);
    const mutaties = await Promise.all(
      codes.map((gemeente) => loaders.maandmutaties.load({ gemeente, van, tot: vraag.tot })),
    );
    return maanden.map((maand) => ({ maand, bekendNu: standNu(mutaties.flat(), maand, klok.vandaag) }));
  },
};
