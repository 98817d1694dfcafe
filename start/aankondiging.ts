import type { Gebruiker } from '../schema/demo/laad-gebruikers.ts';
import type { Operatie } from '../schema/operaties/laad-operaties.ts';
import type { LockRecord } from './lock/take-lock.ts';
import type { Adressen } from './onderdelen.ts';
import { tabel } from './demo/tabel.ts';

/**
 * What somebody who started Ketengraaf reads when it is ready: where it is, who can ask what, and a line to paste.
 * @param map the data folder
 * @param database where the database is: a folder, or the name of the setting that says where
 */
export function aankondiging(
  { endpoint, uitgever }: Adressen,
  map: string,
  database: string,
  gebruikers: readonly Gebruiker[],
  vragen: readonly Operatie[],
): string {
  const rijen = gebruikers.flatMap(({ gebruiker, omschrijving }) => [
    [gebruiker, omschrijving],
    ...titelsVoor(gebruiker, vragen).map((titel) => ['', `  ${titel}`]),
  ]);
  const [eerste] = vragen;
  return [
    'Ketengraaf draait.',
    '',
    `  Eindpunt   ${endpoint}`,
    `  Uitgever   ${uitgever}`,
    `  Gegevens   ${map}`,
    `  Database   ${database}`,
    '',
    tabel([{ kop: 'Demogebruiker' }, { kop: 'Wie, en met welke vragen' }], rijen),
    '',
    ...(eerste === undefined
      ? []
      : ['Probeer in een andere terminal:', '', curlRegel(endpoint, uitgever, eerste), '']),
    'Alle vragen   npm run demo',
    'Eén vraag     npm run -s vraag -- ID --als GEBRUIKER',
    'Een token     npm run -s token -- --als GEBRUIKER',
    '',
    'Stoppen: Ctrl-C.',
    '',
  ].join('\n');
}

/** What somebody reads who starts a second time, when the first is ready and when it is not (yet). */
export function draaitAlRegel({ endpoint, pid }: LockRecord, isGereed: boolean): string {
  const stand = isGereed ? 'draait al' : 'wordt al gestart en is nog niet gereed';
  return `Ketengraaf ${stand}: ${endpoint} (proces ${pid}).\n`;
}

/** A command for any POSIX shell in any folder that asks a question as its user. */
export function curlRegel(endpoint: string, uitgever: string, { id, als, variabelen }: Operatie): string {
  const body = JSON.stringify({ documentId: id, variables: variabelen });
  return [
    `curl -sS ${endpoint}`,
    `-H 'content-type: application/json'`,
    `-H "authorization: Bearer $(curl -sS ${uitgever}/demo/token/${als})"`,
    `-d '${body.replaceAll("'", `'\\''`)}'`,
  ].join(' ');
}

function titelsVoor(gebruiker: string, vragen: readonly Operatie[]): readonly string[] {
  return vragen
    .filter(({ als }) => als === gebruiker)
    .map(({ id, titel }) => `${id.replace(/^keten:/, '')} ${titel}`);
}
