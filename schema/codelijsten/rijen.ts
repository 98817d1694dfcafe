/**
 * Whose rows a line of the matrix puts in reach. The same grant may stand in several lines that differ in `rijen` or
 * `taak`; the scope is the union of those that apply now.
 *
 * - `organisatie`: those of the own organisation and of the gemeenten it does the task for
 * - `caseload`: of these the klanten of whom the asker is regisseur
 * - `team`, `vervanging`: of these the klanten of the asker's team, and those the asker stands in for; with a reason code
 * - `noodtoegang`: as `organisatie`, for who has that right, with a reason code, reported and reviewed afterwards
 * - `afgeschermd`: the klanten whose dossier is kept apart (own staff, safe house), for who has that right
 * - `partij`: the klanten in whose case the own organisation, or the asker, is a party for the task
 * - `orgaan`: figures of the own gemeente, and of those that sit with it in a body of a samenwerking for the task
 * - `werkgever`: those of one werkgever
 * - `cv_online`: the klanten of every gemeente that lets werkgevers see what work people look for (the setting `cv_online`)
 * - `inwoner`: those about one inwoner, who asks or is represented
 */
export const RIJEN = [
  'organisatie',
  'caseload',
  'team',
  'vervanging',
  'noodtoegang',
  'afgeschermd',
  'partij',
  'orgaan',
  'werkgever',
  'cv_online',
  'inwoner',
] as const;

/** One of the kinds of rows. */
export type Rijen = (typeof RIJEN)[number];
