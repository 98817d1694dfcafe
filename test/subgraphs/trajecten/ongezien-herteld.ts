/** Days around the peildatum, by number. */
export const dagen = Array.from({ length: 40 }, (_leeg, i) =>
  new Date(Date.UTC(2013, 2, 15 + i)).toISOString().slice(0, 10),
);

export interface Traject {
  readonly id: string;
  readonly klant_id: string;
  readonly programma: string | null;
  readonly aangemeld_op: string;
  readonly begin: string | null;
  readonly einde: string | null;
  readonly status: string;
  readonly uitkomst: string | null;
  readonly verantwoordelijke: string;
}

export interface Voorziening {
  readonly id: string;
  readonly klant_id: string;
  readonly soort: string;
  readonly datum_start: string;
  readonly datum_einde: string | null;
  readonly verantwoordelijke: string;
}

export interface Bereik {
  readonly klant_id: string;
  readonly verantwoordelijke: string;
  readonly medewerker: string | null;
  readonly partner_id: string | null;
  readonly afgeschermd: boolean;
  readonly geldig_van: string;
  readonly geldig_tot: string | null;
}

/**
 * Sleutel, klant and day on which nothing runs for a klant in its reach, nor for a partner who may be told of: found day
 * by day. A sleutel is of a klant and gemeente, so where rows overlap any of them will do.
 */
export function ongezienOpDag(
  bereiken: readonly Bereik[],
  alle: readonly Traject[],
  voorzieningen: readonly Voorziening[],
): readonly string[] {
  const lopend = [
    ...alle
      .filter(({ status }) => status === 'LOPEND')
      .map(({ klant_id, begin, einde }) => ({ klant_id, van: begin ?? '9', tot: einde })),
    ...voorzieningen
      .filter(({ soort }) => soort === 'LOONKOSTENSUBSIDIE' || soort === 'DEELTIJDWERK')
      .map(({ klant_id, datum_start, datum_einde }) => ({ klant_id, van: datum_start, tot: datum_einde })),
  ];
  const looptVoor = (wie: string | null, dag: string): boolean =>
    lopend.some(({ klant_id, van, tot }) => klant_id === wie && van <= dag && (tot === null || dag <= tot));
  /** What was last known of the partner counts. */
  const isTeTonen = (wie: string | null, dag: string): boolean => {
    const bekend = bereiken.filter(({ klant_id, geldig_van }) => klant_id === wie && geldig_van <= dag);
    const laatste = bekend
      .map(({ geldig_van }) => geldig_van)
      .reduce((een, ander) => (een > ander ? een : ander), '');
    const nu = bekend.filter(({ geldig_van }) => geldig_van === laatste);
    return nu.length > 0 && nu.every(({ afgeschermd }) => !afgeschermd);
  };
  const plekken = bereiken.flatMap(({ klant_id, partner_id, verantwoordelijke, geldig_van, geldig_tot }) =>
    dagen
      .filter((dag) => geldig_van <= dag && (geldig_tot === null || dag < geldig_tot))
      .filter(
        (dag) => !looptVoor(klant_id, dag) && !(isTeTonen(partner_id, dag) && looptVoor(partner_id, dag)),
      )
      .flatMap((dag) =>
        bereiken
          .filter(
            (rij) =>
              rij.klant_id === klant_id &&
              rij.verantwoordelijke === verantwoordelijke &&
              rij.geldig_van <= dag &&
              (rij.geldig_tot === null || dag < rij.geldig_tot),
          )
          .flatMap(({ afgeschermd, medewerker }) => {
            if (afgeschermd) return [`afgeschermd/${verantwoordelijke}`];
            return [
              verantwoordelijke,
              ...(medewerker === null ? [] : [`${verantwoordelijke}/${medewerker}`]),
            ];
          })
          .map((sleutel) => `${sleutel} ${klant_id} ${dag}`),
      ),
  );
  return [...new Set(plekken)].toSorted();
}
