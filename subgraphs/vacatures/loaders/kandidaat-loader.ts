import type DataLoader from 'dataloader';
import { z } from 'zod';
import { inBereik } from '../../chassis/bereik/in-bereik.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { leesRijen } from '../../chassis/database/lees-rijen.ts';
import { rijLoader } from '../../chassis/database/rij-loader.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { fasenMetNaam, fasenMetProfiel } from '../regels/voordrachtfase.ts';
import { faseOp, PROFIEL } from './voordracht-loader.ts';

/** The data group whose scope bounds the names of kandidaten. */
export const CONTACT = 'klant.contact';

const wensenRij = z.object({
  voordrachtId: z.string(),
  beroepCodes: z.array(z.string()),
  urenMin: z.int(),
  urenMax: z.int(),
});

/** What work a kandidaat looks for. */
export type WensenRij = z.infer<typeof wensenRij>;

const WENSEN = `
  select v.id as "voordrachtId", p.uren_min as "urenMin", p.uren_max as "urenMax",
    array(select b.beroep_code from profiel_beroep b where b.klant_id = p.klant_id order by b.beroep_code) as "beroepCodes"
  from voordracht v
  join profiel p on p.klant_id = v.klant_id and p.verantwoordelijke = v.verantwoordelijke
  where v.id = any ($1::text[]) and ${faseOp('v', 4)} = any ($2::text[])
    and ${inBereik('v', 3, 4, { kvk: true, alsTeTonen: true })}`;

/** What the kandidaten of voordrachten in scope look for, by the key of the voordracht; `null` once it has ended, and to a werkgever of whom is afgeschermd. */
export function wensenLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, WensenRij | null> {
  return rijLoader(
    (ids) => leesRijen(tx, wensenRij, WENSEN, ids, fasenMetProfiel, toegang.bereik(PROFIEL), vandaag),
    ({ voordrachtId }) => voordrachtId,
  );
}

const naamRij = z.object({
  voordrachtId: z.string(),
  naam: z.string(),
  telefoonnummer: z.string().nullable(),
  emailadres: z.string().nullable(),
  opleiding: z.string().nullable(),
  werkervaring: z.string().nullable(),
});

/** Who a kandidaat is: the name, and what comes with it. */
export type NaamRij = z.infer<typeof naamRij>;

const NAMEN = `
  select n.voordracht_id as "voordrachtId", n.naam, n.telefoonnummer, n.emailadres, n.opleiding, n.werkervaring
  from kandidaat_naam n
  join voordracht v on v.id = n.voordracht_id and v.kvk = n.kvk
  where n.voordracht_id = any ($1::text[]) and ${faseOp('v', 4)} = any ($2::text[])
    and ${inBereik('n', 3, 4, { kvk: true, alsTeTonen: true })}`;

/** The names of kandidaten in scope and what comes with them, by the key of the voordracht; `null` in a phase that does not show them, and to a werkgever of whom is afgeschermd. */
export function kandidaatNaamLoader(
  tx: Leesbaar,
  toegang: Toegang,
  vandaag: string,
): DataLoader<string, NaamRij | null> {
  return rijLoader(
    (ids) => leesRijen(tx, naamRij, NAMEN, ids, fasenMetNaam, toegang.bereik(CONTACT), vandaag),
    ({ voordrachtId }) => voordrachtId,
  );
}
