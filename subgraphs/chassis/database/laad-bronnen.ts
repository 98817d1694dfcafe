import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Client } from 'pg';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import type { Bronbestand } from './bronbestand.ts';
import { leesCsv, type Regel } from './lees-csv.ts';

/** Rows sent in one statement. */
const PER_STATEMENT = 2_000;

/** A file with its text and the SHA-256 of that text. */
interface GelezenBron {
  readonly bron: Bronbestand;
  readonly tekst: string;
  readonly sha256: string;
}

/**
 * Loads the CSV files of a subgraph (parents first) in one transaction of the owner, replacing what
 * an earlier version of the files had loaded. Does nothing when every file is as it was.
 * Returns whether anything was loaded. Throws BESTAND_ONGELDIG (file, line, reason); then nothing is loaded.
 */
export async function laadBronnen(
  client: Client,
  map: URL,
  bronnen: readonly Bronbestand[],
): Promise<boolean> {
  const gelezen = await Promise.all(bronnen.map((bron) => leesBron(map, bron)));
  if (await isGeladen(client, gelezen)) return false;
  const regels = gelezen.map(({ bron, tekst }) => leesCsv(bron, tekst));
  await client.query('begin');
  try {
    for (const { bron } of gelezen.toReversed()) await client.query(`delete from ${naam(bron.tabel)}`);
    await client.query('delete from bron');
    for (const [i, { bron, sha256 }] of gelezen.entries()) {
      await voegIn(client, bron, regels[i] ?? []);
      await client.query('insert into bron (naam, sha256) values ($1, $2)', [bron.bestand, sha256]);
    }
    await client.query('commit');
  } catch (fout) {
    await client.query('rollback');
    throw fout;
  }
  return true;
}

async function leesBron(map: URL, bron: Bronbestand): Promise<GelezenBron> {
  try {
    const tekst = await readFile(new URL(bron.bestand, map), 'utf8');
    return { bron, tekst, sha256: createHash('sha256').update(tekst).digest('hex') };
  } catch (cause) {
    throw new KetenFout(
      'BESTAND_ONGELDIG',
      `${bron.bestand}: cannot be read`,
      { bestand: bron.bestand },
      { cause },
    );
  }
}

async function isGeladen(client: Client, gelezen: readonly GelezenBron[]): Promise<boolean> {
  const { rows } = await client.query<{ naam: string; sha256: string }>('select naam, sha256 from bron');
  const geladen = new Map(rows.map(({ naam, sha256 }) => [naam, sha256]));
  return (
    geladen.size === gelezen.length &&
    gelezen.every(({ bron, sha256 }) => geladen.get(bron.bestand) === sha256)
  );
}

/** The table's own row type gives the columns their types. */
async function voegIn(
  client: Client,
  { bestand, tabel, regel }: Bronbestand,
  regels: readonly Regel[],
): Promise<void> {
  const kolommen = Object.keys(regel.shape).map(naam).join(', ');
  const sql = `insert into ${naam(tabel)} (${kolommen})
    select ${kolommen} from jsonb_populate_recordset(null::${naam(tabel)}, $1::jsonb)`;
  for (let begin = 0; begin < regels.length; begin += PER_STATEMENT) {
    try {
      await client.query(sql, [JSON.stringify(regels.slice(begin, begin + PER_STATEMENT))]);
    } catch (cause) {
      const { constraint, code } = cause as { constraint?: string; code?: string };
      const reden = `${bestand}: refused by ${tabel} (${constraint ?? code ?? 'unknown'})`;
      throw new KetenFout('BESTAND_ONGELDIG', reden, { bestand }, { cause });
    }
  }
}

/** A quoted identifier. */
function naam(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
