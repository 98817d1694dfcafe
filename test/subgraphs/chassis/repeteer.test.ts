import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Transactie } from '../../../subgraphs/chassis/database/databank.ts';
import { veldbeleidVan } from '../../../subgraphs/chassis/guard/veldbeleid.ts';
import { echteKlok } from '../../../subgraphs/chassis/klok.ts';
import { cursorSleutels } from '../../../subgraphs/chassis/paging/cursor-sleutels.ts';
import { repeteer } from '../../../subgraphs/chassis/rehearsal/repeteer.ts';
import { NIEMAND } from '../../../subgraphs/chassis/rehearsal/repetitievraag.ts';
import { leesSchema } from '../../../subgraphs/chassis/server/lees-schema.ts';
import type { SubgraphDefinition } from '../../../subgraphs/chassis/subgraph-definition.ts';
import { bereikStatement } from '../../../subgraphs/chassis/transaction/zet-bereik.ts';
import { financien } from '../../../subgraphs/financien/financien.ts';
import { klanten } from '../../../subgraphs/klanten/klanten.ts';
import { trajecten } from '../../../subgraphs/trajecten/trajecten.ts';
import { vacatures } from '../../../subgraphs/vacatures/vacatures.ts';
import { beginSubgraph } from '../../setup/begin-subgraph.ts';
import { maakDatabase, type Testdatabase } from '../../setup/maak-database.ts';
import { PSEUDONIEMRING, pseudoniem } from '../../setup/pseudoniem.ts';
import { volgStatements } from '../../setup/volg-statements.ts';

/** What the rehearsal calls the klant whom it asks about: there is none. */
const VAN_NIEMAND = pseudoniem(NIEMAND, 'niemand');

let database: Testdatabase;
beforeAll(async () => {
  database = await maakDatabase('keten_gevuld');
});
afterAll(async () => database.weg());

async function repetitie<Tx extends Transactie, Loaders>(definition: SubgraphDefinition<Tx, Loaders>) {
  const { naam, openDatabank } = definition;
  const pool = new Pool({ connectionString: database.lezer(naam), options: `-c search_path=${naam}` });
  const databank = openDatabank(new PrismaPg(pool, { schema: naam }));
  const schema = await leesSchema(definition);
  const groepen = new Set(veldbeleidVan(schema).flatMap((veld) => veld.groepen.flat()));
  try {
    return await volgStatements(() =>
      repeteer({
        ...definition,
        databank,
        schema,
        bereik: bereikStatement([...groepen]),
        cursorSleutels: () => [cursorSleutels(Buffer.alloc(32), naam)],
        pseudoniemring: PSEUDONIEMRING,
        klok: echteKlok('2013-04-02'),
      }),
    );
  } finally {
    await databank.$disconnect();
    await pool.end();
  }
}
describe.each([
  ['klanten', () => repetitie(klanten), /from klant k where/, /"gemeente"/],
  ['vacatures', () => repetitie(vacatures), /from voordracht/, /"arbeidsmarktregio"/],
  ['trajecten', () => repetitie(trajecten), /from traject/, /aanbieder/i],
  ['financien', () => repetitie(financien), /from vordering/, /from samenwerkingsverband/],
])('the rehearsal of %s', (_naam, werk, ...lezingen) => {
  test('reads of persons without reaching anyone, and writes nothing', async () => {
    const { uitkomst, statements } = await werk();
    expect(uitkomst.errors).toBeUndefined();
    expect(lezingen.filter((lezing) => !statements.some((sql) => lezing.test(sql)))).toEqual([]);
    expect(
      bladeren(uitkomst.data).filter(
        (blad) => typeof blad === 'string' && !/^[A-Z]\w+$/.test(blad) && blad !== VAN_NIEMAND,
      ),
    ).toEqual([]);
    const [eerste, tweede, ...daarna] = statements;
    expect([eerste, tweede, daarna.pop()]).toEqual(['BEGIN', 'set transaction read only', 'COMMIT']);
    expect(daarna.filter((sql) => !/^\s*(?:select|with)\b/i.test(sql))).toEqual([]);
  });
});

test('a subgraph that starts goes the way of a question before it listens, and leaves no row in the logboek', async () => {
  const { uitkomst: subgraph, statements } = await volgStatements(() => beginSubgraph(trajecten, database));
  try {
    expect(statements.filter((sql) => /from traject/.test(sql))).not.toEqual([]);
    expect(statements.filter((sql) => /^\s*insert/i.test(sql))).toEqual([]);
  } finally {
    await subgraph.stop();
  }
});

test('a subgraph of which the rehearsal fails starts all the same', async () => {
  const { url, stop } = await beginSubgraph(
    {
      ...trajecten,
      maakLoaders: () => {
        throw new Error('no loaders');
      },
    },
    database,
  );
  try {
    expect((await fetch(new URL('/health/live', url))).status).toBe(200);
  } finally {
    await stop();
  }
});

/** Every value of an answer that is no list and no object. */
function bladeren(waarde: unknown): readonly unknown[] {
  if (typeof waarde !== 'object' || waarde === null) return [waarde];
  return Object.values(waarde).flatMap(bladeren);
}
