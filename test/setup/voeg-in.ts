/** One statement that an administration may send, with its parameters. */
export type Statement = readonly [sql: string, ...waarden: unknown[]];

/** The statement that puts rows into a table; a row that is there already is left alone. */
export function voegIn(tabel: string, rijen: readonly object[]): Statement {
  const kolommen = Object.keys(rijen[0] ?? {}).join(', ');
  return [
    `insert into ${tabel} (${kolommen}) select ${kolommen} from jsonb_populate_recordset(null::${tabel}, $1) as r
     on conflict do nothing`,
    JSON.stringify(rijen),
  ];
}
