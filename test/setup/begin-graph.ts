import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Config, readConfig } from '../../gateway/config.ts';
import type { Reloaded } from '../../gateway/reload-stand.ts';
import { startGateway } from '../../gateway/start-gateway.ts';
import { laadGebruikers } from '../../schema/demo/laad-gebruikers.ts';
import { startSubgraph } from '../../subgraphs/chassis/start-subgraph.ts';
import { financien } from '../../subgraphs/financien/financien.ts';
import { klanten } from '../../subgraphs/klanten/klanten.ts';
import { maakDatabase, type Testdatabase } from './maak-database.ts';
import { beginUitgever, type TestUitgever } from './test-uitgever.ts';
import { testInstellingen } from './begin-subgraph.ts';
import { maakGatewaySleutel } from './gateway-sleutel.ts';

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
  readonly subgraphs: Readonly<Record<'klanten' | 'financien', string>>;
  readonly vraag: (vraag: GraphVraag) => Promise<GraphAntwoord>;
  /** Stops one subgraph, or starts it again on its port. */
  readonly stopSubgraph: (naam: 'klanten' | 'financien') => Promise<void>;
  readonly startSubgraph: (naam: 'klanten' | 'financien') => Promise<void>;
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
  away: readonly ('klanten' | 'financien')[] = [],
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

  const definitions = { klanten, financien };
  const cursorSleutel = randomBytes(32);
  const ports = { klanten: 0, financien: 0 };
  const running = new Map<string, { readonly url: string; readonly stop: () => Promise<void> }>();
  const begin = async (naam: 'klanten' | 'financien'): Promise<void> => {
    const instellingen = {
      ...testInstellingen(database, naam, sleutel.jwks),
      cursorSleutel,
      poort: ports[naam],
    };
    const subgraph =
      naam === 'klanten'
        ? await startSubgraph(definitions.klanten, instellingen)
        : await startSubgraph(definitions.financien, instellingen);
    ports[naam] = Number(new URL(subgraph.url).port);
    running.set(naam, subgraph);
  };
  await begin('klanten');
  await begin('financien');
  const subgraphs = {
    klanten: running.get('klanten')?.url ?? '',
    financien: running.get('financien')?.url ?? '',
  };
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
    startSubgraph: begin,
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
