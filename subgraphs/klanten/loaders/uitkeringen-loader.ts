import type DataLoader from 'dataloader';
import { z } from 'zod';
import { bereikKolom, bereikSleutels, inBereik } from '../../chassis/bereik/in-bereik.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { dag, leesRijen } from '../../chassis/database/lees-rijen.ts';
import { lijstLoader } from '../../chassis/database/rij-loader.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { KERN } from './dossier.ts';

const uitkeringRij = z.object({
  /** Of whom or of what the uitkering was asked. */
  van: z.string(),
  id: z.string(),
  regeling: z.string(),
  leefvorm: z.string(),
  ingangsdatum: dag,
  einddatum: dag.nullable(),
  redenEinde: z.string().nullable(),
  blokkadeReden: z.string().nullable(),
  blokkadeSinds: dag.nullable(),
  verantwoordelijke: z.string(),
  /** The rechthebbenden in scope, the hoofdontvanger first. */
  klantIds: z.array(z.string()),
  bereik: bereikSleutels,
});

/** One uitkering as read. */
export type UitkeringRij = z.infer<typeof uitkeringRij>;

/** An uitkering is in reach when one who has a right to it is; its columns tell of those in reach only. */
const KOLOMMEN = `
  u.id, u.regeling, u.leefvorm, u.ingangsdatum::text as ingangsdatum, u.einddatum::text as einddatum,
  u.reden_einde as "redenEinde", u.blokkade_reden as "blokkadeReden", u.blokkade_sinds::text as "blokkadeSinds",
  u.verantwoordelijke,
  array(
    select r.klant_id from rechthebbende r where r.uitkering_id = u.id and ${inBereik('r', 2, 3)} order by r.volgnummer
  ) as "klantIds",
  array(
    select distinct s.sleutel from rechthebbende r
    cross join lateral (select ${bereikKolom('r', 3)}) as reikt
    cross join lateral unnest(reikt.bereik) as s (sleutel) where r.uitkering_id = u.id
  ) as bereik`;

const VAN_KLANT = `
  select eigen.klant_id as van, ${KOLOMMEN} from rechthebbende eigen join uitkering u on u.id = eigen.uitkering_id
  where eigen.klant_id = any ($1::text[]) and ${inBereik('eigen', 2, 3)}
  order by u.ingangsdatum desc, u.id`;

const VAN_HUISHOUDEN = `
  select u.huishouden_id as van, ${KOLOMMEN} from uitkering u
  where u.huishouden_id = any ($1::text[])
    and exists (select from rechthebbende r where r.uitkering_id = u.id and ${inBereik('r', 2, 3)} offset 0)
  order by u.ingangsdatum desc, u.id`;

/** The uitkeringen in scope to which klanten have a right, the newest first. */
export function uitkeringenVanKlantLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, readonly UitkeringRij[]> {
  return uitkeringenLoader(tx, VAN_KLANT, toegang, vandaag);
}

/** The uitkeringen in scope of all who belong to huishoudens, the newest first. */
export function uitkeringenVanHuishoudenLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, readonly UitkeringRij[]> {
  return uitkeringenLoader(tx, VAN_HUISHOUDEN, toegang, vandaag);
}

function uitkeringenLoader(
  tx: Leesbaar,
  sql: string,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, readonly UitkeringRij[]> {
  return lijstLoader(
    (sleutels) => leesRijen(tx, uitkeringRij, sql, sleutels, toegang.bereik(KERN), vandaag),
    ({ van }) => van,
  );
}
