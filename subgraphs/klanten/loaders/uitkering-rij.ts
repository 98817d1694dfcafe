import { z } from 'zod';
import { dag } from '../../chassis/database/lees-rijen.ts';

/** The data group whose scope bounds uitkeringen. */
export const DOSSIER = 'klant.dossier';

/** The columns of an uitkering `u`, with the keys of its rechthebbenden: the hoofdontvanger first. */
export const UITKERINGKOLOMMEN = `
  u.id, u.huishouden_id as "huishoudenId", u.regeling, u.leefvorm, u.ingangsdatum::text as ingangsdatum,
  u.einddatum::text as einddatum, u.verantwoordelijke,
  array(
    select r.klant_id from rechthebbende r
    where r.uitkering_id = u.id and r.verantwoordelijke = any ($2::text[]) order by r.volgnummer
  ) as "klantIds"`;

/** One uitkering as read. */
export const uitkeringRij = z.object({
  id: z.string(),
  huishoudenId: z.string(),
  regeling: z.string(),
  leefvorm: z.string(),
  ingangsdatum: dag,
  einddatum: dag.nullable(),
  verantwoordelijke: z.string(),
  klantIds: z.array(z.string()),
});
export type UitkeringRij = z.infer<typeof uitkeringRij>;
