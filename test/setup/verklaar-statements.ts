import { Client } from 'pg';
import { expect, vi } from 'vitest';

/** What PostgreSQL did for one statement. */
export interface Leesplan {
  readonly sql: string;
  /** Rows that scans of tables and indexes touched, those that a filter then left out among them. */
  readonly rijen: number;
  /** The tables that were read from begin to end. */
  readonly doorlopen: readonly string[];
}

interface Knoop {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Knoop[];
}

interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/**
 * Runs `werk`, then every reading that it sent to PostgreSQL once more, explained: as the role of `url`, in one
 * transaction, with the scope that `werk` had set.
 * @param instellingen settings of the planner for these explanations, such as `set local enable_seqscan = off`
 */
export async function verklaarStatements(
  url: string,
  schema: string,
  werk: () => Promise<unknown>,
  instellingen = '',
): Promise<readonly Leesplan[]> {
  const statements = await gestuurd(werk);
  const client = new Client({ connectionString: url, options: `-c search_path=${schema}` });
  await client.connect();
  try {
    await client.query('begin');
    if (instellingen !== '') await client.query(instellingen);
    const plannen: Leesplan[] = [];
    for (const { text, values } of statements) {
      if (text.includes('set_config(')) await client.query(text, values);
      else if (/^\s*(select|with)\b[\s\S]*\bfrom\b/i.test(text)) {
        const { rows } = await client.query<{ 'QUERY PLAN': readonly [{ Plan: Knoop }] }>(
          `explain (analyze, timing off, format json) ${text}`,
          values,
        );
        const knopen = rows.flatMap((rij) => alleKnopen(rij['QUERY PLAN'][0].Plan));
        plannen.push({ sql: text, rijen: gelezen(knopen), doorlopen: doorlopen(knopen) });
      }
    }
    return plannen;
  } finally {
    await client.end();
  }
}

/** How many rows were touched in all. */
export function rijenIn(plannen: readonly Leesplan[]): number {
  return plannen.reduce((totaal, { rijen }) => totaal + rijen, 0);
}

/**
 * Holds the readings at larger sizes against those of the smallest: the same statements, and no more rows, but that a row
 * is counted once by an index scan and twice by a bitmap scan, as the planner likes.
 */
export function verwachtEvenVeel(
  klein: readonly Leesplan[],
  grotere: readonly (readonly Leesplan[])[],
): void {
  expect(klein.length).toBeGreaterThan(0);
  for (const plannen of grotere) {
    expect(plannen.map(({ sql }) => sql)).toEqual(klein.map(({ sql }) => sql));
    expect(rijenIn(plannen)).toBeLessThanOrEqual(2 * rijenIn(klein));
  }
}

async function gestuurd(werk: () => Promise<unknown>): Promise<readonly Statement[]> {
  const spion = vi.spyOn(Client.prototype, 'query');
  try {
    await werk();
    return spion.mock.calls.map(([vraag, waarden]: readonly unknown[]) => statementVan(vraag, waarden));
  } finally {
    spion.mockRestore();
  }
}

function statementVan(vraag: unknown, waarden: unknown): Statement {
  const { text, values } =
    typeof vraag === 'string' ? { text: vraag, values: waarden } : (vraag as Partial<Statement>);
  return { text: text ?? '', values: Array.isArray(values) ? values : [] };
}

function alleKnopen(knoop: Knoop): readonly Knoop[] {
  return [knoop, ...(knoop.Plans ?? []).flatMap(alleKnopen)];
}

/** The heap scan of a bitmap counts, and the index scan below it counts too: both are reading. */
function gelezen(knopen: readonly Knoop[]): number {
  const scans = knopen.filter(
    (knoop) => knoop['Relation Name'] !== undefined || knoop['Node Type'] === 'Bitmap Index Scan',
  );
  const rijen = scans.map(
    (knoop) =>
      (knoop['Actual Rows'] +
        (knoop['Rows Removed by Filter'] ?? 0) +
        (knoop['Rows Removed by Index Recheck'] ?? 0)) *
      knoop['Actual Loops'],
  );
  return rijen.reduce((som, aantal) => som + aantal, 0);
}

function doorlopen(knopen: readonly Knoop[]): readonly string[] {
  return knopen
    .filter((knoop) => knoop['Node Type'] === 'Seq Scan' && knoop['Actual Loops'] > 0)
    .flatMap((knoop) => knoop['Relation Name'] ?? []);
}
