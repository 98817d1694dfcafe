import type { Leesbaar } from '../../chassis/database/databank.ts';
import { leesRijen } from '../../chassis/database/lees-rijen.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { IDENTIFICEREND, klantInBereik, klantKolommen, type KlantRij, klantRij } from './klant-loader.ts';

/** The data group whose scope bounds whom a search by bsn finds as well. */
const BSN = 'klant.bsn';

/** Of more people than this of one name and birthday none is told apart by looking further. */
const HOOGUIT = 5;

const OP_BSN = `
  select ${klantKolommen(2)} from klant k
  where k.bsn = $1 and ${klantInBereik(3, 2)} and ${klantInBereik(4, 2)}`;

const OP_NAAM = `
  select ${klantKolommen(2)} from klant k
  where k.naam = $1 and k.geboortedatum = $4::date and ${klantInBereik(3, 2)}
  order by k.id limit ${HOOGUIT}`;

/** Finds klanten in scope by what is known of them: exactly, and without wildcards. */
export interface KlantZoeker {
  readonly opBsn: (bsn: string) => Promise<KlantRij | null>;
  /** At most five, in the order of their keys. `geboortedatum` is `JJJJ-MM-DD`. */
  readonly opNaam: (naam: string, geboortedatum: string) => Promise<readonly KlantRij[]>;
}

/** The zoeker of one request: who does not exist and who is out of scope are looked for by the same statement. */
export function klantZoeker(tx: Leesbaar, toegang: Toegang, vandaag: string): KlantZoeker {
  const identificerend = toegang.bereik(IDENTIFICEREND);
  return Object.freeze({
    opBsn: async (bsn: string) => {
      const [klant = null] = await leesRijen(
        tx,
        klantRij,
        OP_BSN,
        bsn,
        vandaag,
        identificerend,
        toegang.bereik(BSN),
      );
      return klant;
    },
    // One name has one spelling in the table; a keyboard may send its accents apart.
    opNaam: (naam: string, geboortedatum: string) =>
      leesRijen(tx, klantRij, OP_NAAM, naam.normalize('NFC'), vandaag, identificerend, geboortedatum),
  });
}
