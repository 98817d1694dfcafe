import type { Bouw, Persoon } from './bouw.ts';
import type { Dag } from './dagen.ts';

export type Leefvorm = 'EENPERSOONSHUISHOUDEN' | 'EENOUDERGEZIN' | 'PAAR';
export type RedenEinde = 'WERK' | 'OPLEIDING' | 'OVERIG';

/** When an uitkering began or ended, and when the administration knew. */
export interface Mutatie {
  readonly geldigOp: Dag;
  readonly verwerktOp: Dag;
}

/** Why the gemeente holds back the payment, as a code of ours, and since when. */
export interface Blokkade {
  readonly reden: 'INLICHTINGEN' | 'VERBLIJF_BUITENLAND';
  readonly sinds: Dag;
}

/** What is known of an uitkering; who has right to it comes beside it. */
export interface Zaakplan {
  readonly gemeente: string;
  readonly regeling: 'WWB' | 'IOAW' | 'IOAZ';
  readonly leefvorm: Leefvorm;
  readonly begin: Mutatie;
  /** How it came into the stand: as instroom, or by an administrative mutation. */
  readonly opening: 'INSTROOM' | 'ADMINISTRATIEF';
  readonly einde: (Mutatie & { readonly reden: RedenEinde }) | null;
  readonly blokkade?: Blokkade | null;
}

/** An uitkering with who has right to it, the hoofdontvanger first. */
export interface Zaak extends Zaakplan {
  readonly id: string;
  readonly hoofd: Persoon;
  readonly partner: Persoon | null;
}

/** Writes an uitkering: its row, its one or two rechthebbenden and its mutations. */
export function openZaak(bouw: Bouw, plan: Zaakplan, hoofd: Persoon, partner: Persoon | null = null): Zaak {
  const zaak = { ...plan, id: bouw.nieuweSleutel('uitkering'), hoofd, partner };
  bouw.voegToe('uitkering', {
    id: zaak.id,
    huishouden_id: hoofd.huishouden,
    regeling: plan.regeling,
    leefvorm: plan.leefvorm,
    ingangsdatum: plan.begin.geldigOp,
    einddatum: plan.einde?.geldigOp ?? null,
    reden_einde: plan.einde?.reden ?? null,
    blokkade_reden: plan.blokkade?.reden ?? null,
    blokkade_sinds: plan.blokkade?.sinds ?? null,
    verantwoordelijke: plan.gemeente,
  });
  [hoofd, ...(partner === null ? [] : [partner])].forEach(({ id }, at) =>
    bouw.voegToe('rechthebbende', {
      uitkering_id: zaak.id,
      volgnummer: at + 1,
      klant_id: id,
      verantwoordelijke: plan.gemeente,
    }),
  );
  schrijfMutaties(bouw, zaak);
  return zaak;
}

/**
 * The mutations of an uitkering: its opening and, once it has ended, its uitstroom. Only the WWB has them: the
 * stand that the documents print is that of the WWB, and IOAW and IOAZ are no part of it.
 */
export function schrijfMutaties(bouw: Bouw, { id, gemeente, regeling, leefvorm, ...zaak }: Zaak): void {
  if (regeling !== 'WWB') return;
  const schrijf = (soort: string, aantal: number, { geldigOp, verwerktOp }: Mutatie): void =>
    bouw.voegToe('mutatie', {
      id: bouw.nieuweSleutel('mutatie'),
      uitkering_id: id,
      soort,
      aantal,
      geldig_op: geldigOp,
      verwerkt_op: verwerktOp,
      leefvorm,
      verantwoordelijke: gemeente,
    });
  schrijf(zaak.opening, 1, zaak.begin);
  if (zaak.einde !== null) schrijf('UITSTROOM', -1, zaak.einde);
}

/** Whether an uitkering runs at the end of a day, as it is known now. */
export function looptOp({ begin, einde }: Zaakplan, dag: Dag): boolean {
  return begin.geldigOp <= dag && (einde === null || einde.geldigOp > dag);
}

/** The same day for what happened and for when it was known. */
export function opDag(dag: Dag): Mutatie {
  return { geldigOp: dag, verwerktOp: dag };
}
