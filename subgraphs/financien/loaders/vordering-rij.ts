import { z } from 'zod';
import { dag, geheelGetal } from '../../chassis/database/lees-rijen.ts';

/** The data group whose scope bounds vorderingen. */
export const STAND = 'financien.klant.stand';

/** The columns of a vordering, under the names of the graph. */
export const VORDERINGKOLOMMEN = `
  id, klant_id as "klantId", besluitdatum::text as besluitdatum, oorspronkelijk_cent as oorspronkelijk,
  openstaand_cent as openstaand, laatste_betaling::text as "laatsteBetaling", verantwoordelijke`;

/** One vordering as read; amounts in whole cents. */
export const vorderingRij = z.object({
  id: z.string(),
  klantId: z.string(),
  besluitdatum: dag,
  oorspronkelijk: geheelGetal,
  openstaand: geheelGetal,
  laatsteBetaling: dag.nullable(),
  verantwoordelijke: z.string(),
});
export type VorderingRij = z.infer<typeof vorderingRij>;
