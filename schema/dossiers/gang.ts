import type { Persoon } from './bouw.ts';
import { type Dag, plusMaanden } from './dagen.ts';
import type { Zaak } from './zaak.ts';

/** From which day a medewerker has the regie; until the next, or the end of the gang. */
export interface Regisseur {
  readonly medewerker: string;
  readonly van: Dag;
}

/** The time in which one gemeente has somebody as a klant. From it come regie and klantbereik. */
export interface Gang {
  readonly persoon: Persoon;
  readonly gemeente: string;
  readonly van: Dag;
  /** The first day on which the gemeente has nothing to do with the klant any more; null as long as it has. */
  readonly tot: Dag | null;
  /** The partner who has right to the same uitkering. */
  readonly partner: string | null;
  readonly afgeschermd: boolean;
  /** The regisseurs in their order; the first from the first day. */
  readonly regisseurs: readonly Regisseur[];
}

/** A gang to which the regisseurs are still to be given. */
export type Gangschets = Omit<Gang, 'regisseurs'>;

/** How many months after the end of an uitkering the gemeente may still see the klant; ours. */
const NAZORG_MAANDEN = 3;

/** The gangen of who has right to an uitkering: from its first day until some months after its end. */
export function gangenVan({ hoofd, partner, gemeente, begin, einde }: Zaak): readonly Gangschets[] {
  const tijdvak = {
    gemeente,
    van: begin.geldigOp,
    tot: einde === null ? null : plusMaanden(einde.geldigOp, NAZORG_MAANDEN),
    afgeschermd: false,
  };
  if (partner === null) return [{ ...tijdvak, persoon: hoofd, partner: null }];
  return [
    { ...tijdvak, persoon: hoofd, partner: partner.id },
    { ...tijdvak, persoon: partner, partner: hoofd.id },
  ];
}

/** Whether a gang is in force on a day. */
export function geldtOp({ van, tot }: Pick<Gang, 'van' | 'tot'>, dag: Dag): boolean {
  return van <= dag && (tot === null || dag < tot);
}
