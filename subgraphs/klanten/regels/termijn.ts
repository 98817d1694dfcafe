import { werkdagenTussen } from '../../../schema/kalender/werkdagen.ts';

/** What of an aanvraag decides about its terms; days are `JJJJ-MM-DD`. */
export interface Behandeling {
  readonly ingediendOp: string;
  /** The last day on which a decision is in time. */
  readonly uiterlijk: string;
  /** The day of the beschikking, when there is one. */
  readonly beslistOp: string | null;
  /** The day on which nothing remained to be done, also no bezwaar. */
  readonly afgehandeldOp: string | null;
  /** The norm of the gemeente in werkdagen, when it has one. */
  readonly norm: number | null;
}

/** How long something takes beside what was promised; the form of `Doorlooptijd` in the graph. */
export interface Doorlooptijd {
  readonly aantal: number;
  readonly norm: number | null;
  readonly eenheid: 'WERKDAGEN';
  readonly isBinnenNorm: boolean | null;
}

/** Whether nothing was decided yet and the last day is past. */
export function isTeLaat({ uiterlijk, beslistOp, afgehandeldOp }: Behandeling, vandaag: string): boolean {
  return beslistOp === null && afgehandeldOp === null && uiterlijk < vandaag;
}

/**
 * The werkdagen from the aanvraag to the beschikking, or to today as long as there is none. Days on which the
 * term stood still count too: so long did the klant wait. The norm of 40 werkdagen: 001, line 1506.
 */
export function doorlooptijd(
  { ingediendOp, beslistOp, afgehandeldOp, norm }: Behandeling,
  vandaag: string,
): Doorlooptijd {
  const aantal = werkdagenTussen(ingediendOp, beslistOp ?? afgehandeldOp ?? vandaag);
  return { aantal, norm, eenheid: 'WERKDAGEN', isBinnenNorm: norm === null ? null : aantal <= norm };
}
