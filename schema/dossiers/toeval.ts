import { type Dag, dagenTussen, plusDagen } from './dagen.ts';

/** A stream of choices that is the same for the same seed and subject. */
export interface Toeval {
  /** A whole number from 0 up to but not including `grens`. */
  readonly geheel: (grens: number) => number;
  /** One of a list that is not empty. */
  readonly kies: <T>(lijst: readonly T[]) => T;
  /** The list in another order; the list itself is left as it is. */
  readonly schud: <T>(lijst: readonly T[]) => T[];
  /** A day from `van` to `totEnMet`; `van` when the second comes first. */
  readonly dag: (van: Dag, totEnMet: Dag) => Dag;
  /** True in so many of a hundred. */
  readonly kans: (procent: number) => boolean;
}

/**
 * The stream of a subject: each subject has one of its own, so that a change in one part of the dossiers leaves
 * the others as they are. The generator is mulberry32; the subject is folded into its seed with FNV-1a.
 */
export function maakToeval(zaad: number, ...onderwerp: readonly string[]): Toeval {
  let stand = (zaad ^ fnv1a(onderwerp.join('/'))) >>> 0;
  const volgende = (): number => {
    stand = (stand + 0x6d2b79f5) >>> 0;
    let t = Math.imul(stand ^ (stand >>> 15), stand | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const geheel = (grens: number): number => Math.floor(volgende() * grens);
  return Object.freeze({
    geheel,
    kies: <T>(lijst: readonly T[]): T => {
      const [gekozen] = lijst.slice(geheel(lijst.length));
      if (gekozen === undefined) throw new RangeError('a choice from nothing');
      return gekozen;
    },
    schud: <T>(lijst: readonly T[]): T[] =>
      lijst
        .map((waarde, at) => ({ waarde, at, plaats: volgende() }))
        .toSorted((een, ander) => een.plaats - ander.plaats || een.at - ander.at)
        .map(({ waarde }) => waarde),
    dag: (van: Dag, totEnMet: Dag): Dag =>
      plusDagen(van, geheel(Math.max(dagenTussen(van, totEnMet), 0) + 1)),
    kans: (procent: number): boolean => geheel(100) < procent,
  });
}

function fnv1a(tekst: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < tekst.length; at++) hash = Math.imul(hash ^ tekst.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
