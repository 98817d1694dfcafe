/** What can answer SQL: a Prisma client, or one of its transactions. */
export interface Leesbaar {
  $queryRawUnsafe<T = unknown>(sql: string, ...waarden: readonly unknown[]): Promise<T>;
}

/** What the chassis needs of a Prisma transaction. */
export interface Transactie extends Leesbaar {
  $executeRawUnsafe(sql: string, ...waarden: readonly unknown[]): Promise<number>;
}

/** What the chassis needs of a Prisma client: a transaction, and an end. */
export interface Databank<Tx extends Transactie> extends Leesbaar {
  /** `maxWait` (for a connection) and `timeout` (for the whole) in milliseconds. */
  $transaction<R>(werk: (tx: Tx) => Promise<R>, opties: { maxWait: number; timeout: number }): Promise<R>;
  $disconnect(): Promise<void>;
}
