import type { Voordrachtfase } from './voordrachtfase.ts';

/** What one side does about a voordracht: the werkgever invites or rejects, the klant agrees or withdraws. */
export type Voordrachtstap = 'UITNODIGEN' | 'AFWIJZEN' | 'INSTEMMEN' | 'INTREKKEN';

/** Whose a step is. */
export type Kant = 'werkgever' | 'klant';

/** Whose each step is, and whether it ends the voordracht. */
export const STAPPEN: Readonly<Record<Voordrachtstap, { readonly kant: Kant; readonly eindigt: boolean }>> = {
  UITNODIGEN: { kant: 'werkgever', eindigt: false },
  AFWIJZEN: { kant: 'werkgever', eindigt: true },
  INSTEMMEN: { kant: 'klant', eindigt: false },
  INTREKKEN: { kant: 'klant', eindigt: true },
};

/**
 * The phase of a voordracht: what its source says (`bronfase`), and the steps taken since, in any order. A step that
 * ends it always counts, so that a conflict shows less and not more; without one, what is further counts.
 */
export function faseNa(bronfase: Voordrachtfase, stappen: ReadonlySet<Voordrachtstap>): Voordrachtfase {
  if (bronfase === 'GEEINDIGD' || [...stappen].some((stap) => STAPPEN[stap].eindigt)) return 'GEEINDIGD';
  if (bronfase !== 'VOORGEDRAGEN') return bronfase;
  return stappen.has('UITNODIGEN') && stappen.has('INSTEMMEN') ? 'UITGENODIGD' : 'VOORGEDRAGEN';
}

/**
 * Whether a step may be taken in a phase: `ZET`; whether nothing is left of it to do, so that asking it again changes
 * nothing: `IS_GEZET`; or `PAST_NIET`. A plaatsing is ended by its own end and not by a step.
 * @param isGezet whether this very step was taken before
 */
export function oordeelStap(
  fase: Voordrachtfase,
  isGezet: boolean,
  stap: Voordrachtstap,
): 'ZET' | 'IS_GEZET' | 'PAST_NIET' {
  const { eindigt } = STAPPEN[stap];
  if (fase === 'GEEINDIGD') return isGezet && eindigt ? 'IS_GEZET' : 'PAST_NIET';
  if (eindigt) return fase === 'GEPLAATST' ? 'PAST_NIET' : 'ZET';
  return isGezet || fase !== 'VOORGEDRAGEN' ? 'IS_GEZET' : 'ZET';
}
