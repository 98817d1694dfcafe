import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { KETENTOKEN_ISSUER } from '../../schema/keten/ketentoken.ts';
import type { Transactie } from '../../subgraphs/chassis/database/databank.ts';
import { type Toegang, toegangVan } from '../../subgraphs/chassis/guard/toegang.ts';
import type { SubgraphDefinition } from '../../subgraphs/chassis/subgraph-definition.ts';
import { bereikStatement, zetBereik } from '../../subgraphs/chassis/transaction/zet-bereik.ts';
import type { Groepen } from './gateway-aanroep.ts';
import type { Testdatabase } from './maak-database.ts';

/** The peildatum of the tests. */
const VANDAAG = '2013-04-02';

/** Who is in reach: once for the filters of the loaders, once for row-level security. */
export interface TweeBereiken {
  readonly filter: Groepen;
  readonly rijbeveiliging: Groepen;
}

/** Runs loaders in a transaction of the serving role, with a scope of its own for each of the two guards. */
export async function metLoaders<Tx extends Transactie, Loaders, R>(
  { naam, openDatabank, maakLoaders }: SubgraphDefinition<Tx, Loaders>,
  database: Testdatabase,
  { filter, rijbeveiliging }: TweeBereiken,
  werk: (loaders: Loaders) => Promise<R>,
): Promise<R> {
  const pool = new Pool({ connectionString: database.lezer(naam), options: `-c search_path=${naam}` });
  const databank = openDatabank(new PrismaPg(pool, { schema: naam }));
  const groepen = [...new Set([...Object.keys(filter), ...Object.keys(rijbeveiliging)])];
  try {
    return await databank.$transaction(
      async (tx) => {
        await zetBereik(tx, bereikStatement(groepen), toegang(rijbeveiliging), {
          termijn: 5_000,
          vandaag: VANDAAG,
        });
        return werk(maakLoaders(tx, toegang(filter), VANDAAG));
      },
      { maxWait: 5_000, timeout: 5_000 },
    );
  } finally {
    await databank.$disconnect();
    await pool.end();
  }
}

function toegang(groepen: Groepen): Toegang {
  const bereiken = Object.entries(groepen).map(([groep, sleutels]) => [groep, { sleutels: [...sleutels] }]);
  return toegangVan({
    iss: KETENTOKEN_ISSUER,
    aud: 'subgraph',
    sub: 'consulent',
    organisatie: 'GM0629',
    afnemer: 'keten',
    groepen: Object.fromEntries(bereiken),
    iat: 0,
    exp: 60,
  });
}
