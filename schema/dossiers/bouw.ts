import { vrijeBsn } from './bsn.ts';
import type { Dag } from './dagen.ts';
import { sleutel, type Soort } from './ids.ts';
import { type Rij, type Rijen, TABELLEN, type Tabelnaam } from './tabellen.ts';

/** Somebody in the dossiers. */
export interface Persoon {
  readonly id: string;
  readonly naam: string;
  readonly geboortedatum: Dag;
  readonly huishouden: string;
  /** The gemeente that is verantwoordelijke for the klant now. */
  readonly gemeente: string;
}

/** What a new person is made of; who is left without a household gets one. */
export interface NieuwePersoon {
  /** The number in the key of the klant. */
  readonly nummer: number;
  readonly naam: string;
  readonly geboortedatum: Dag;
  readonly gemeente: string;
  readonly huishouden?: string;
}

/** Where the running numbers of a kind begin, after those that are given by hand. */
const EERSTE: Partial<Record<Soort, number>> = { vacature: 0x10, voordracht: 0x200, plaatsing: 0x10 };

/** The dossiers while they are being made: the rows so far, and the numbers that are still free. */
export class Bouw {
  readonly #rijen: Record<Tabelnaam, unknown[]>;
  readonly #volgende = new Map<Soort, number>();
  readonly #bsn: Generator<string, never>;

  /** @param bezet the bsn of those who are in the dossiers by hand */
  constructor(bezet: ReadonlySet<string>) {
    this.#rijen = Object.fromEntries(Object.keys(TABELLEN).map((naam) => [naam, []])) as unknown as Record<
      Tabelnaam,
      unknown[]
    >;
    this.#bsn = vrijeBsn(bezet);
  }

  /** All rows, each table in the order in which they came. */
  get rijen(): Rijen {
    return this.#rijen as unknown as Rijen;
  }

  voegToe<T extends Tabelnaam>(tabel: T, rij: Rij<T>): void {
    this.#rijen[tabel].push(rij);
  }

  /** The next key of a kind. */
  nieuweSleutel(soort: Soort): string {
    const nummer = this.#volgende.get(soort) ?? EERSTE[soort] ?? 1;
    this.#volgende.set(soort, nummer + 1);
    return sleutel(soort, nummer);
  }

  /** Says that so many numbers of a kind are in use already. */
  slaOver(soort: Soort, aantal: number): void {
    this.#volgende.set(soort, aantal + 1);
  }

  nieuwHuishouden(gemeente: string): string {
    const id = this.nieuweSleutel('huishouden');
    this.voegToe('huishouden', { id, verantwoordelijke: gemeente });
    return id;
  }

  nieuwePersoon({ nummer, naam, geboortedatum, gemeente, huishouden }: NieuwePersoon): Persoon {
    const persoon = {
      id: sleutel('klant', nummer),
      naam,
      geboortedatum,
      gemeente,
      huishouden: huishouden ?? this.nieuwHuishouden(gemeente),
    };
    this.voegToe('klant', {
      id: persoon.id,
      huishouden_id: persoon.huishouden,
      bsn: this.#bsn.next().value,
      naam,
      geboortedatum,
      verantwoordelijke: gemeente,
    });
    return persoon;
  }
}
