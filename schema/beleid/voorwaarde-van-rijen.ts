import type { Recht } from '../codelijsten/rechten.ts';
import type { Rijen } from '../codelijsten/rijen.ts';

/** What a reason code is for: the kinds of rows that count only when the asker says why. */
export const REDENSOORTEN = ['team', 'vervanging', 'noodtoegang'] as const;

/** One of the kinds of reasons. */
export type Redensoort = (typeof REDENSOORTEN)[number];

/** What an asker must have, beside the role, before a line with some kind of rows counts. */
export interface Voorwaarde {
  readonly recht?: Recht;
  readonly reden?: Redensoort;
}

/** The kinds of rows that ask more than a role. */
const VOORWAARDEN: Readonly<Partial<Record<Rijen, Voorwaarde>>> = {
  team: { reden: 'team' },
  vervanging: { reden: 'vervanging' },
  noodtoegang: { recht: 'noodtoegang', reden: 'noodtoegang' },
  afgeschermd: { recht: 'afgeschermd' },
};

/**
 * Whether a line of the matrix counts for an asker with these rights, who gave a reason of this kind.
 * @param rijen the kind of rows of the line; absent for a group whose rows everyone may read
 */
export function teltVoor(
  rijen: Rijen | undefined,
  rechten: readonly string[],
  reden: Redensoort | undefined,
): boolean {
  const voorwaarde = rijen === undefined ? undefined : VOORWAARDEN[rijen];
  if (voorwaarde === undefined) return true;
  return (
    (voorwaarde.recht === undefined || rechten.includes(voorwaarde.recht)) &&
    (voorwaarde.reden === undefined || voorwaarde.reden === reden)
  );
}
