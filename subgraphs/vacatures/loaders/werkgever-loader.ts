import type DataLoader from 'dataloader';
import { z } from 'zod';
import { bereikSleutels } from '../../chassis/bereik/in-bereik.ts';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { leesRijen } from '../../chassis/database/lees-rijen.ts';
import { lijstLoader, rijLoader } from '../../chassis/database/rij-loader.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';

/** The data group whose scope bounds werkgevers and what is theirs. */
export const BEHEER = 'vacature.beheer';

const werkgeverRij = z.object({
  kvk: z.string(),
  handelsnaamOrganisatie: z.string(),
  isEenmanszaak: z.boolean(),
  contactpersoon: z
    .object({ naam: z.string(), naamOrganisatie: z.string(), telefoonnummer: z.string() })
    .nullable(),
  bereik: bereikSleutels,
});

/** One werkgever as read. */
export type WerkgeverRij = z.infer<typeof werkgeverRij>;

const WERKGEVERS = `
  select kvk, handelsnaam as "handelsnaamOrganisatie", is_eenmanszaak as "isEenmanszaak",
    case when contact_naam is not null then json_build_object(
      'naam', contact_naam, 'naamOrganisatie', contact_organisatie, 'telefoonnummer', contact_telefoon
    ) end as contactpersoon,
    array[sleutel_kvk] as bereik
  from werkgever where kvk = any ($1::text[]) and sleutel_kvk = any ($2::text[])`;

/** Werkgevers by number; `null` for a number that is unknown or out of scope. */
export function werkgeverLoader(tx: Leesbaar, toegang: Toegang): DataLoader<string, WerkgeverRij | null> {
  return rijLoader(
    (nummers) => leesRijen(tx, werkgeverRij, WERKGEVERS, nummers, toegang.bereik(BEHEER)),
    ({ kvk }) => kvk,
  );
}

const vestigingRij = z.object({
  kvk: z.string(),
  vestigingsnummer: z.string(),
  plaats: z.string(),
  bereik: bereikSleutels,
});

/** One vestiging as read. */
export type VestigingRij = z.infer<typeof vestigingRij>;

const VESTIGINGEN = `
  select kvk, vestigingsnummer, plaats, array[sleutel_kvk] as bereik
  from vestiging where kvk = any ($1::text[]) and sleutel_kvk = any ($2::text[])
  order by kvk, vestigingsnummer`;

/** The vestigingen of werkgevers in scope, in the order of their numbers. */
export function vestigingenLoader(
  tx: Leesbaar,
  toegang: Toegang,
): DataLoader<string, readonly VestigingRij[]> {
  return lijstLoader(
    (nummers) => leesRijen(tx, vestigingRij, VESTIGINGEN, nummers, toegang.bereik(BEHEER)),
    ({ kvk }) => kvk,
  );
}
