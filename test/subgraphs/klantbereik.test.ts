import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SUBGRAPHS } from '../../schema/codelijsten/subgraphs.ts';
import { alsEigenaar } from '../../subgraphs/chassis/database/als-eigenaar.ts';
import type { Transactie } from '../../subgraphs/chassis/database/databank.ts';
import { migreer } from '../../subgraphs/chassis/database/migreer.ts';
import type { SubgraphDefinition } from '../../subgraphs/chassis/subgraph-definition.ts';
import { financien } from '../../subgraphs/financien/financien.ts';
import { klanten } from '../../subgraphs/klanten/klanten.ts';
import { trajecten } from '../../subgraphs/trajecten/trajecten.ts';
import { vacatures } from '../../subgraphs/vacatures/vacatures.ts';
import type { Groepen } from '../setup/gateway-aanroep.ts';
import { maakDatabase, type Testdatabase } from '../setup/maak-database.ts';
import { metLoaders, type TweeBereiken } from '../setup/met-loaders.ts';
import {
  CASELOAD,
  GEMEENTEN,
  GEVALLEN,
  KLANTEN,
  PARTIJEN,
  RIJEN,
  SCOPES,
  verwacht,
} from './klantbereik-gevallen.ts';

/** One subgraph: how a row about a klant gets into it, and how it is read. */
interface Bron {
  readonly naam: string;
  /** The group whose scope bounds the rows. */
  readonly groep: string;
  /** The tables that are read with them, without row-level security of which the filter stands alone. */
  readonly tabellen: readonly string[];
  /** SQL that inserts a row for each row of the table `rij (nr, klant, gemeente)`, and what that needs. */
  readonly vul: string;
  readonly migreer: (url: string) => Promise<unknown>;
  /** The rows in reach, as `klant gemeente`. */
  readonly lees: (database: Testdatabase, bereiken: TweeBereiken) => Promise<readonly string[]>;
}

interface Gelezen {
  readonly klantId: string;
  readonly verantwoordelijke: string;
}

function bron<Tx extends Transactie, Loaders>(
  definition: SubgraphDefinition<Tx, Loaders>,
  deel: Pick<Bron, 'groep' | 'tabellen' | 'vul'>,
  lees: (loaders: Loaders, klant: string) => Promise<readonly Gelezen[]>,
): Bron {
  const { naam, map } = definition;
  return {
    ...deel,
    naam,
    migreer: (url) =>
      alsEigenaar(url, naam, (client) => migreer(client, new URL('prisma/migrations/', map), naam)),
    lees: (database, bereiken) =>
      metLoaders(definition, database, bereiken, async (loaders) => {
        const gelezen = await Promise.all(KLANTEN.map((klant) => lees(loaders, klant)));
        return gelezen.flat().map(({ klantId, verantwoordelijke }) => `${klantId} ${verantwoordelijke}`);
      }),
  };
}

const BRONNEN: readonly Bron[] = [
  bron(
    klanten,
    {
      groep: 'klant.dossier',
      tabellen: ['indeling'],
      vul: `insert into gemeente (code, naam) select distinct gemeente, gemeente from rij;
        insert into huishouden select distinct klant, 'GM1916' from rij;
        insert into klant select klant, klant, (100000000 + min(nr))::text, klant, date '1980-01-01', 'GM1916'
          from rij group by klant;
        insert into indeling select klant, 'TREDE', '3', date '2012-01-01' + nr, null, date '2012-01-01', true, gemeente
          from rij`,
    },
    (loaders, klant) => loaders.indelingen.load(klant),
  ),
  bron(
    vacatures,
    {
      groep: 'klant.profiel',
      tabellen: ['voordracht'],
      vul: `insert into werkgever (kvk, handelsnaam, is_eenmanszaak) values ('69599084', 'werkgever', true);
        insert into beroep values ('https://example.org/b', 'hovenier');
        insert into vacature (id, kvk, nummer, naam, beroep_code, uren_min, uren_max, aantal_plaatsen, status, geopend_op, gemeente)
          values ('v', '69599084', 'V', 'V', 'https://example.org/b', 8, 40, 9, 'OPEN', date '2012-01-01', 'GM1916');
        insert into voordracht (id, kvk, vacature_id, klant_id, fase, datum, fase_sinds, verantwoordelijke)
          select 'd' || nr, '69599084', 'v', klant, 'UITGENODIGD', date '2012-02-01', date '2012-02-01', gemeente from rij`,
    },
    (loaders, klant) => loaders.voordrachtenVanKlant.load({ sleutel: klant, aantal: 100 }),
  ),
  bron(
    trajecten,
    {
      groep: 'klant.bijzonder',
      tabellen: ['loonwaardemeting'],
      vul: `insert into loonwaardemeting select klant, date '2012-02-01' + nr, 500, gemeente from rij`,
    },
    (loaders, klant) => loaders.loonwaardemetingen.load(klant),
  ),
  bron(
    financien,
    {
      groep: 'financien.klant.stand',
      tabellen: ['vordering'],
      vul: `insert into vordering select 'v' || nr, klant, date '2012-02-01', 100, 50, null, gemeente from rij`,
    },
    (loaders, klant) => loaders.vorderingen.load({ van: klant, aantal: 100 }),
  ),
];

test('every subgraph is looked at', () => {
  const namen: readonly string[] = BRONNEN.map(({ naam }) => naam);
  expect(namen.toSorted()).toEqual(expect.arrayContaining(Object.keys(SUBGRAPHS)));
});

describe.each(BRONNEN)('klantbereik in $naam', ({ naam, groep, tabellen, vul, migreer, lees }) => {
  let database: Testdatabase;
  beforeAll(async () => {
    database = await maakDatabase('keten_leeg');
    await migreer(database.eigenaar(naam));
    await database.sql(naam, `create table rij (nr int, klant text, gemeente text)`);
    await database.sql(
      naam,
      `insert into rij select row_number() over (), klant, gemeente from jsonb_populate_recordset(null::rij, $1)`,
      [JSON.stringify(RIJEN)],
    );
    await database.sql(naam, vul);
    for (const [tabel, rijen] of [
      ['klantbereik', GEVALLEN],
      ['klantpartij', PARTIJEN],
    ] as const) {
      const kolommen = Object.keys(rijen[0] ?? {}).join(', ');
      await database.sql(
        naam,
        `insert into ${tabel} (${kolommen}) select ${kolommen} from jsonb_populate_recordset(null::${tabel}, $1)`,
        [JSON.stringify(rijen)],
      );
    }
    await database.sql(naam, 'drop table rij');
  });
  afterAll(() => database.weg());

  const van = (scope: readonly string[]): Groepen => ({ [groep]: scope });
  /** Everything that any row has as a sleutel. */
  const WIJD = van([
    ...Object.values(SCOPES).flat(),
    ...GEMEENTEN,
    ...CASELOAD,
    'GM0629/mw-l03',
    ...KLANTEN.map((klant) => `klant/${klant}`),
  ]);

  test.each(Object.entries(SCOPES))('lets %s see exactly what the rule says', async (_wie, scope) => {
    const gezien = await lees(database, { filter: van(scope), rijbeveiliging: van(scope) });
    expect(gezien.toSorted()).toEqual(verwacht(scope).toSorted());
  });

  test.each(Object.entries(SCOPES))(
    'lets %s see no more with a filter that lets all through',
    async (_wie, scope) => {
      const gezien = await lees(database, { filter: WIJD, rijbeveiliging: van(scope) });
      expect(gezien.toSorted()).toEqual(verwacht(scope).toSorted());
    },
  );

  test('lets nobody see more with row-level security switched off', async () => {
    const zet = (stand: string) =>
      database.sql(
        naam,
        ['klantsleutel', 'klantbereik', ...tabellen]
          .map((tabel) => `alter table ${tabel} ${stand} row level security`)
          .join(';'),
      );
    await zet('disable');
    try {
      for (const scope of Object.values(SCOPES)) {
        const gezien = await lees(database, { filter: van(scope), rijbeveiliging: {} });
        expect(gezien.toSorted()).toEqual(verwacht(scope).toSorted());
      }
    } finally {
      await zet('enable');
    }
  });
});
