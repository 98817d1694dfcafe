import { resolve } from 'node:path';
import { KetenFout } from '../schema/fouten/keten-fout.ts';

const BASISPOORT = 4000;
const HOOGSTE_AANTAL_WERKERS = 64;
/** The issuer listens furthest from the base. */
const HOOGSTE_AFSTAND = 10;

/** What a start needs to know. */
export interface Instellingen {
  /** The folder that holds package.json. */
  readonly checkout: string;
  /** The data folder: absolute. `KETENGRAAF_MAP`, default `<checkout>/.ketengraaf`. */
  readonly map: string;
  /** Base of the ports: gateway; subgraphs follow it, the issuer is ten above. `--poort`, `KETENGRAAF_POORT`, default 4000. */
  readonly poort: number;
  /** How many gateway processes serve the port together. `--werkers`, default 1. */
  readonly werkers: number;
  /** A PostgreSQL of your own instead of the embedded one: URL of a user who may create roles. `DATABASE_URL`. */
  readonly databaseUrl: string | undefined;
}

/**
 * Reads flags and environment. Throws INSTELLINGEN_ONGELDIG with every fault in `details.fouten`;
 * a fault names a setting and never what was typed into it.
 */
export function readInstellingen(
  argumenten: readonly string[],
  omgeving: NodeJS.ProcessEnv,
  checkout: string,
): Instellingen {
  const fouten: string[] = [];
  const vlaggen = readFlags(argumenten, fouten);
  const vlagPoort = vlaggen.get('--poort');
  const poort =
    vlagPoort === undefined
      ? readPoort('KETENGRAAF_POORT', omgeving['KETENGRAAF_POORT'], fouten)
      : readPoort('--poort', vlagPoort, fouten);
  const werkers = readWerkers(vlaggen.get('--werkers'), fouten);
  const databaseUrl = readDatabaseUrl(omgeving['DATABASE_URL'], fouten);
  if (fouten.length > 0) throw new KetenFout('INSTELLINGEN_ONGELDIG', fouten.join('\n'), { fouten });
  const map = resolve(checkout, omgeving['KETENGRAAF_MAP'] || '.ketengraaf');
  return Object.freeze({ checkout, map, poort, werkers, databaseUrl });
}

/** What was typed after each flag; every other argument is a fault. */
function readFlags(argumenten: readonly string[], fouten: string[]): ReadonlyMap<string, string> {
  const vlaggen = new Map<string, string>();
  for (let at = 0; at < argumenten.length; at += 1) {
    const [vlag = '', waarde] = (argumenten[at] ?? '').split(/=(.*)/s);
    if (vlag === '--poort' || vlag === '--werkers') {
      vlaggen.set(vlag, waarde ?? argumenten[(at += 1)] ?? '');
    } else if (/^--?[a-z][a-z-]{0,30}$/.test(vlag)) {
      fouten.push(`${vlag}: unknown flag; only --poort N and --werkers N exist`);
    } else {
      fouten.push(`argument ${at + 1}: not expected; only --poort N and --werkers N exist`);
    }
  }
  return vlaggen;
}

function readWerkers(waarde: string | undefined, fouten: string[]): number {
  if (waarde === undefined) return 1;
  const werkers = Number(waarde);
  if (/^\d{1,2}$/.test(waarde) && werkers >= 1 && werkers <= HOOGSTE_AANTAL_WERKERS) return werkers;
  fouten.push(`--werkers: must be a whole number from 1 to ${HOOGSTE_AANTAL_WERKERS}`);
  return 1;
}

function readPoort(naam: string, waarde: string | undefined, fouten: string[]): number {
  if (waarde === undefined || (waarde === '' && naam !== '--poort')) return BASISPOORT;
  const poort = Number(waarde);
  const hoogste = 65_535 - HOOGSTE_AFSTAND;
  if (/^\d{1,5}$/.test(waarde) && poort >= 1 && poort <= hoogste) return poort;
  fouten.push(`${naam}: must be a whole number from 1 to ${hoogste}`);
  return BASISPOORT;
}

function readDatabaseUrl(waarde: string | undefined, fouten: string[]): string | undefined {
  if (waarde === undefined || waarde === '') return undefined;
  const url = URL.parse(waarde);
  const isPostgres = url?.protocol === 'postgres:' || url?.protocol === 'postgresql:';
  if (isPostgres && url.hostname !== '' && url.username !== '' && url.pathname.length > 1) return waarde;
  fouten.push('DATABASE_URL: must have the form postgresql://user:password@host:port/database');
  return undefined;
}
