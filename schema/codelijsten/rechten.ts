/**
 * Rights of a user beside the roles, given by name to a person.
 *
 * - `noodtoegang`: to reach a klant without a relation, with a reason code, reported and reviewed by somebody else
 * - `afgeschermd`: to reach the klanten whose dossier is kept apart
 * - `toetsing`: to review the noodtoegang of others
 */
export const RECHTEN = ['noodtoegang', 'afgeschermd', 'toetsing'] as const;

/** One of the rights. */
export type Recht = (typeof RECHTEN)[number];
