import { laatsteDag, maandVan } from '../../../schema/dossiers/dagen.ts';
import type { Rij, Rijen } from '../../../schema/dossiers/tabellen.ts';

/** The months of document 000. */
export const MAANDEN = ['2012-11', '2012-12', '2013-01', '2013-02', '2013-03'] as const;

type Mutatie = Rij<'mutatie'>;

/** A sum over mutaties that knows nothing of how they were made. */
function som(mutaties: readonly Mutatie[], past: (mutatie: Mutatie) => boolean): number {
  return mutaties.filter(past).reduce((tot, { aantal }) => tot + Number(aantal), 0);
}

/** Stand and stroom of some gemeenten in a month, as known at the end of `bekend`. */
export function stand(
  { mutatie }: Rijen,
  gemeenten: readonly string[],
  maand: string,
  bekend: string,
): Record<'begin' | 'instroom' | 'uitstroom' | 'administratief' | 'eind', number> {
  const einde = laatsteDag(bekend);
  const haar = mutatie.filter(
    ({ verantwoordelijke, verwerkt_op }) =>
      gemeenten.includes(String(verantwoordelijke)) && String(verwerkt_op) <= einde,
  );
  const stroom = (soort: string): number =>
    som(haar, (rij) => rij.soort === soort && maandVan(String(rij.geldig_op)) === maand);
  return {
    begin: som(haar, ({ geldig_op }) => maandVan(String(geldig_op)) < maand),
    instroom: stroom('INSTROOM'),
    uitstroom: stroom('UITSTROOM') === 0 ? 0 : -stroom('UITSTROOM'),
    administratief: stroom('ADMINISTRATIEF'),
    eind: som(haar, ({ geldig_op }) => maandVan(String(geldig_op)) <= maand),
  };
}

/** The WWB uitkeringen of some gemeenten that run on a day. */
export function lopend({ uitkering }: Rijen, gemeenten: readonly string[], dag: string): Rij<'uitkering'>[] {
  return uitkering.filter(
    ({ regeling, verantwoordelijke, ingangsdatum, einddatum }) =>
      regeling === 'WWB' &&
      gemeenten.includes(String(verantwoordelijke)) &&
      String(ingangsdatum) <= dag &&
      (einddatum === null || String(einddatum) > dag),
  );
}

/** The hoofdontvanger of each uitkering. */
export function hoofden({ rechthebbende }: Rijen): ReadonlyMap<string, string> {
  return new Map(
    rechthebbende
      .filter(({ volgnummer }) => Number(volgnummer) === 1)
      .map(({ uitkering_id, klant_id }) => [String(uitkering_id), String(klant_id)]),
  );
}
