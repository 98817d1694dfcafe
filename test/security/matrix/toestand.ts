import type { MatrixRegel } from '../../../schema/beleid/matrix-regel.ts';
import { SUBGRAPHS } from '../../../schema/codelijsten/subgraphs.ts';
import type { Testdatabase } from '../../setup/maak-database.ts';
import type { Proefvrager } from './proefvrager.ts';

/** Who has a klant today: what every subgraph keeps in klantbereik and klantpartij. */
export interface Toestand {
  readonly verantwoordelijke: string;
  readonly medewerker: string;
  readonly team: string | null;
  readonly vervanger: string | null;
  readonly afgeschermd: boolean;
  /** The parties of the case: organisation and task. */
  readonly partijen: readonly (readonly [organisatie: string, taak: string])[];
}

/** A gemeente for which nobody here acts. */
const ELDERS = 'GM0402';

/**
 * How it is when a line reaches the klant, and how when it just does not: all else stays as it is.
 * @param taken the tasks for which the asker is a party of the case as well, by other lines
 * @param viaOrganisatie whether another line gives the asker the same for the whole gemeente
 */
export function toestanden(
  { rijen, taak }: MatrixRegel,
  { claims, gemeente }: Proefvrager,
  taken: readonly string[],
  viaOrganisatie: boolean,
): { readonly binnen: Toestand; readonly buiten: Toestand } {
  const binnen: Toestand = {
    verantwoordelijke: gemeente,
    medewerker: rijen === 'caseload' ? 'proef' : 'een ander',
    team: rijen === 'team' ? 'proefteam' : null,
    vervanger: rijen === 'vervanging' ? 'proef' : null,
    afgeschermd: rijen === 'afgeschermd',
    partijen: [...new Set(rijen === 'partij' && taak !== undefined ? [taak, ...taken] : taken)].map(
      (each) => [claims.organisatie, each],
    ),
  };
  if (viaOrganisatie) return { binnen, buiten: { ...binnen, verantwoordelijke: ELDERS } };
  switch (rijen) {
    case 'caseload':
      return { binnen, buiten: { ...binnen, medewerker: 'een ander' } };
    case 'team':
      return { binnen, buiten: { ...binnen, team: 'een ander' } };
    case 'vervanging':
      return { binnen, buiten: { ...binnen, vervanger: 'een ander' } };
    case 'partij':
      return { binnen, buiten: { ...binnen, partijen: [] } };
    default:
      return { binnen, buiten: { ...binnen, verantwoordelijke: ELDERS } };
  }
}

/** Says in every subgraph who has a klant. */
export async function zetToestand(database: Testdatabase, klant: string, wie: Toestand): Promise<void> {
  const { verantwoordelijke, medewerker, team, vervanger, afgeschermd, partijen } = wie;
  const tekst = (waarde: string | null): string => (waarde === null ? 'null' : `'${waarde}'`);
  const rijen = partijen.map(
    ([organisatie, taak]) =>
      `('${klant}', '${verantwoordelijke}', '${organisatie}', '${taak}', '2012-01-01')`,
  );
  const statements = Object.keys(SUBGRAPHS).map(
    (schema) => `set search_path = ${schema};
      delete from klantpartij where klant_id = '${klant}';
      delete from klantbereik where klant_id = '${klant}';
      insert into klantbereik (klant_id, verantwoordelijke, medewerker, team, vervanger, afgeschermd, geldig_van)
        values ('${klant}', '${verantwoordelijke}', '${medewerker}', ${tekst(team)}, ${tekst(vervanger)}, ${afgeschermd}, '2012-01-01');
      ${rijen.length === 0 ? '' : `insert into klantpartij (klant_id, verantwoordelijke, organisatie, taak, geldig_van) values ${rijen.join(', ')};`}`,
  );
  await database.sql('klanten', `begin; ${statements.join('\n')} commit;`);
}

/** Gives everything that is kept of a klant to a gemeente. */
export async function geefAan(database: Testdatabase, klant: string, gemeente: string): Promise<void> {
  const tabellen = await database.sql(
    'klanten',
    `select a.table_schema || '.' || a.table_name as tabel, a.column_name as kolom
     from information_schema.columns a join information_schema.columns b using (table_schema, table_name)
     join information_schema.tables t using (table_schema, table_name)
     where a.table_schema = any ($1) and t.table_type = 'BASE TABLE' and b.column_name = 'verantwoordelijke'
       and (a.column_name = 'klant_id' or (a.table_name = 'klant' and a.column_name = 'id'))
       and a.table_name not in ('klantbereik', 'klantpartij', 'klantsleutel', 'klantlijst', 'werklijst', 'ongezien')`,
    [Object.keys(SUBGRAPHS)],
  );
  const eigen = tabellen.map(
    ({ tabel, kolom }) =>
      `update ${String(tabel)} set verantwoordelijke = '${gemeente}' where ${String(kolom)} = '${klant}'`,
  );
  const uitkering = `update uitkering set verantwoordelijke = '${gemeente}'
    where id in (select uitkering_id from rechthebbende where klant_id = '${klant}')`;
  // What is derived, and what refers, stays as it was: here it is about who may read.
  await database.sql(
    'klanten',
    `begin; set local session_replication_role = replica; ${[...eigen, uitkering].join('; ')}; commit`,
  );
}
