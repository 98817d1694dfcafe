import type { Transactie } from '../../chassis/database/databank.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { type Kant, STAPPEN, type Voordrachtstap } from '../regels/voordrachtstap.ts';

/** For each side: the data group whose scope bounds its steps, and SQL of the bereiksleutel of its voordracht `v`. */
const EIGEN: Readonly<Record<Kant, { readonly groep: string; readonly sleutel: string }>> = {
  werkgever: { groep: 'voordracht.uitnodiging', sleutel: 'v.sleutel_kvk' },
  klant: { groep: 'voordracht.instemming', sleutel: `'klant/' || v.klant_id` },
};

/** Takes a step about a voordracht; `reden` only of a rejection. Tells whether it was taken: the database takes what fits. */
export type ZetStap = (voordracht: string, stap: Voordrachtstap, reden: string | null) => Promise<boolean>;

/** How an asker takes steps: those of its own side, about voordrachten of its own. */
export function stapZetter(tx: Transactie, toegang: Toegang): ZetStap {
  return async (voordracht, stap, reden) => {
    const { groep, sleutel } = EIGEN[STAPPEN[stap].kant];
    const gezet = await tx.$executeRawUnsafe(
      `insert into voordrachtstap (voordracht_id, soort, reden)
       select v.id, $2::text, $3::text from voordracht v where v.id = $1 and ${sleutel} = any ($4::text[])`,
      voordracht,
      stap,
      reden,
      toegang.bereik(groep),
    );
    return gezet > 0;
  };
}
