import { resolve } from 'node:path';
import { SUBGRAPHS } from '../schema/codelijsten/subgraphs.ts';
import type { DataMap } from './data-map.ts';
import type { SubgraphUrls } from './database/bootstrap.ts';
import type { Instellingen } from './instellingen.ts';
import type { ProcessSpec } from './processes/begin-process.ts';

/** The subgraphs, in the order of their ports. */
export const SUBGRAPHNAMEN = Object.keys(SUBGRAPHS);

/** The audience that access tokens for the gateway carry. */
export const AUDIENCE = 'urn:ketengraaf:gateway';

const HOST = '127.0.0.1';
const STOP_WITHIN = 8_000;

/** Where the parts listen. */
export interface Adressen {
  readonly endpoint: string;
  readonly uitgever: string;
  readonly gereed: string;
  readonly poorten: Readonly<Record<string, number>>;
}

/** What the parts are told. */
export interface Omgeving {
  readonly instellingen: Instellingen;
  readonly plaatsen: DataMap;
  readonly adressen: Adressen;
  readonly databases: Readonly<Record<string, SubgraphUrls>>;
}

/** One part: its name, its entry file in the checkout, and the settings it gets besides what all get. */
export interface Onderdeel {
  readonly naam: string;
  readonly bestand: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The addresses that follow from the base port. */
export function adressenVan({ poort }: Instellingen): Adressen {
  const poorten = {
    gateway: poort,
    ...Object.fromEntries(SUBGRAPHNAMEN.map((naam, at) => [naam, poort + 1 + at])),
    uitgever: poort + 10,
  };
  return Object.freeze({
    endpoint: `http://${HOST}:${poorten.gateway}/graphql`,
    gereed: `http://${HOST}:${poorten.gateway}/health/ready`,
    uitgever: `http://${HOST}:${poorten.uitgever}`,
    poorten: Object.freeze(poorten),
  });
}

/** The parts of the chain, in the order in which they are begun. */
export function onderdelen({ instellingen, adressen, plaatsen, databases }: Omgeving): readonly Onderdeel[] {
  const { poorten, uitgever } = adressen;
  const poort = (naam: string): string => String(poorten[naam]);
  const url = (naam: string): string => `http://${HOST}:${poort(naam)}`;
  return [
    {
      naam: 'uitgever',
      bestand: 'start/issuer/main.ts',
      env: { POORT: poort('uitgever'), UITGEVER_SLEUTEL: plaatsen.uitgeverSleutel },
    },
    ...SUBGRAPHNAMEN.map((naam) => ({
      naam,
      bestand: `subgraphs/${naam}/main.ts`,
      env: {
        POORT: poort(naam),
        DATABASE_URL: databases[naam]?.lezer ?? '',
        EIGENAAR_DATABASE_URL: databases[naam]?.eigenaar ?? '',
        KETENTOKEN_JWKS: `${url('gateway')}/ketentoken/jwks.json`,
        CURSOR_SLEUTELS: plaatsen.cursorSleutels,
        PSEUDONIEM_SLEUTELS: plaatsen.pseudoniemSleutels,
      },
    })),
    {
      naam: 'gateway',
      bestand: 'gateway/main.ts',
      env: {
        POORT: poort('gateway'),
        SUBGRAPHS: JSON.stringify(
          Object.fromEntries(SUBGRAPHNAMEN.map((naam) => [naam, `${url(naam)}/graphql`])),
        ),
        UITGEVERS: JSON.stringify([
          { issuer: uitgever, jwks: `${uitgever}/jwks`, audience: AUDIENCE, algoritmen: ['RS256'] },
        ]),
        KETENTOKEN_SLEUTEL: plaatsen.ketentokenSleutel,
        WERKERS: String(instellingen.werkers),
      },
    },
  ];
}

/** A part as a process: Node on its entry file. */
export function processOf(
  { naam, bestand, env }: Onderdeel,
  { instellingen, plaatsen }: Omgeving,
): ProcessSpec {
  return {
    naam,
    command: process.execPath,
    args: [resolve(instellingen.checkout, bestand)],
    cwd: instellingen.checkout,
    env: { ...inherited(process.env), ADRES: HOST, ...env },
    logboeken: plaatsen.logboeken,
    ipc: true,
    stop: [{ signal: 'SIGTERM', within: STOP_WITHIN }],
    hardStop: 'SIGKILL',
  };
}

/**
 * The environment a part inherits: not the administrator's database, not what would change how it
 * reaches its own, and not npm's bookkeeping.
 */
function inherited(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(DATABASE_URL$|PG[A-Z]+$|KETENGRAAF_|npm_)/.test(name)),
  );
}
