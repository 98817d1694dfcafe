import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Config, readConfig } from '../../gateway/config.ts';
import type { Reloaded } from '../../gateway/reload-stand.ts';
import { startGateway } from '../../gateway/start-gateway.ts';
import { laadGebruikers } from '../../schema/demo/laad-gebruikers.ts';
import type { SUBGRAPHS } from '../../schema/codelijsten/subgraphs.ts';
import type { Instellingen } from '../../subgraphs/chassis/settings/instellingen.ts';
import { type DraaiendeSubgraph, startSubgraph } from '../../subgraphs/chassis/start-subgraph.ts';
import { financien } from '../../subgraphs/financien/financien.ts';
import { klanten } from '../../subgraphs/klanten/klanten.ts';
import { trajecten } from '../../subgraphs/trajecten/trajecten.ts';
import { vacatures } from '../../subgraphs/vacatures/vacatures.ts';
import { maakDatabase, type Testdatabase } from './maak-database.ts';
import { beginUitgever, type TestUitgever } from './test-uitgever.ts';
import { testInstellingen } from './begin-subgraph.ts';
import { maakGatewaySleutel } from './gateway-sleutel.ts';

/** The name of a subgraph. */
type Naam = keyof typeof SUBGRAPHS;

/** How each subgraph is started in this process. */
const START: Readonly<Record<Naam, (instellingen: Instellingen) => Promise<DraaiendeSubgraph>>> = {
  klanten: (instellingen) => startSubgraph(klanten, instellingen),
  financien: (instellingen) => startSubgraph(financien, instellingen),
  vacatures: (instellingen) => startSubgraph(vacatures, instellingen),
  trajecten: (instellingen) => startSubgraph(trajecten, instellingen),
};
const NAMEN = Object.keys(START) as readonly Naam[];

/** An answer of the gateway. */
export interface GraphAntwoord {
  readonly status: number;
  readonly headers: Headers;
  /** The bytes as they came. */
  readonly tekst: string;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
  }[];
}

/** How a question is asked; what is left out is as a well-behaved client does it. */
export interface GraphVraag {
  /** The body, or the raw text of one. */
  readonly body: unknown;
  /** Name of a demo user; without one no token is sent. */
  readonly als?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The whole graph in this process, on a database of its own. */
export interface Testgraph {
  readonly url: string;
  readonly database: Testdatabase;
  readonly uitgever: TestUitgever;
  readonly subgraphs: Readonly<Record<Naam, string>>;
  readonly vraag: (vraag: GraphVraag) => Promise<GraphAntwoord>;
  /** Stops one subgraph, or starts it again on its port. */
  readonly stopSubgraph: (naam: Naam) => Promise<void>;
  readonly startSubgraph: (naam: Naam) => Promise<void>;
  /** Lets the gateway read the files of its Stand again. */
  readonly herlaad: () => Promise<Reloaded>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts issuer, subgraphs and gateway, each on a free port.
 * @param settings of the gateway, beside what it needs
 * @param away subgraphs that are not there when the gateway starts
 */
export async function beginGraph(
  settings: Readonly<Record<string, string>> = {},
  away: readonly Naam[] = [],
): Promise<Testgraph> {
  const database = await maakDatabase('keten_gevuld');
  const uitgever = await beginUitgever();
  const sleutel = maakGatewaySleutel('gateway-1');
  const map = mkdtempSync(join(tmpdir(), 'ketengraaf-graph-'));
  const sleutelbestand = join(map, 'ketentoken.jwk');
  writeFileSync(
    sleutelbestand,
    JSON.stringify({ ...sleutel.key.export({ format: 'jwk' }), kid: sleutel.kid }),
  );

  const running = new Map<Naam, DraaiendeSubgraph>();
  const begin = async (naam: Naam, poort: number): Promise<string> => {
    const instellingen = { ...testInstellingen(database, naam, sleutel.jwks), poort };
    const subgraph = await START[naam](instellingen);
    running.set(naam, subgraph);
    return subgraph.url;
  };
  const urls: [Naam, string][] = [];
  for (const naam of NAMEN) urls.push([naam, await begin(naam, 0)]);
  const subgraphs = Object.fromEntries(urls) as Record<Naam, string>;
  for (const naam of away) {
    await running.get(naam)?.stop();
    running.delete(naam);
  }

  const config: Config = readConfig(
    {
      POORT: '0',
      SUBGRAPHS: JSON.stringify(subgraphs),
      UITGEVERS: JSON.stringify([uitgever.instelling]),
      KETENTOKEN_SLEUTEL: sleutelbestand,
      ...settings,
    },
    [],
  );
  const gateway = await startGateway(config, pino({ level: 'silent' }));

  return {
    url: gateway.url,
    database,
    uitgever,
    subgraphs,
    vraag: async ({ body, als, headers }) => {
      const token = als === undefined ? undefined : await uitgever.token(claimsVan(als));
      const response = await fetch(gateway.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...headers,
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const tekst = await response.text();
      return { status: response.status, headers: response.headers, tekst, ...leesJson(tekst) };
    },
    stopSubgraph: async (naam) => {
      await running.get(naam)?.stop();
      running.delete(naam);
    },
    startSubgraph: async (naam) => {
      await begin(naam, Number(new URL(subgraphs[naam]).port));
    },
    herlaad: gateway.reload,
    stop: async () => {
      await gateway.stop();
      for (const { stop } of running.values()) await stop();
      await uitgever.stop();
      await database.weg();
      sleutel.weg();
      rmSync(map, { recursive: true, force: true });
    },
  };
}

/** What the demo issuer would put in the token of a demo user. */
export function claimsVan(naam: string): Record<string, unknown> {
  const gebruiker = laadGebruikers().get(naam);
  if (gebruiker === undefined) throw new Error(`no demo user ${naam}`);
  const { gebruiker: sub, omschrijving: _, ...claims } = gebruiker;
  return { sub, ...claims };
}

function leesJson(tekst: string): Pick<GraphAntwoord, 'data' | 'errors'> {
  try {
    return JSON.parse(tekst) as GraphAntwoord;
  } catch {
    return {};
  }
}
