import type { Transactie } from '../../subgraphs/chassis/database/databank.ts';
import type { Klok } from '../../subgraphs/chassis/klok.ts';
import type { Instellingen } from '../../subgraphs/chassis/settings/instellingen.ts';
import { startSubgraph } from '../../subgraphs/chassis/start-subgraph.ts';
import type { SubgraphDefinition } from '../../subgraphs/chassis/subgraph-definition.ts';
import { type GatewayVraag, stuur, type SubgraphAntwoord, teken } from './gateway-aanroep.ts';
import { type GatewaySleutel, maakGatewaySleutel } from './gateway-sleutel.ts';
import type { Testdatabase } from './maak-database.ts';
import { CURSORRING } from './cursorring.ts';
import { PSEUDONIEMRING } from './pseudoniem.ts';

/** A subgraph in this process, and a gateway that asks it. */
export interface Testsubgraph {
  readonly url: string;
  readonly sleutel: GatewaySleutel;
  /** Signs a question and sends it. */
  readonly vraag: (vraag: GatewayVraag) => Promise<SubgraphAntwoord>;
  readonly stop: () => Promise<void>;
}

/** Settings for a subgraph on a test database: a free port, and silent. */
export function testInstellingen(database: Testdatabase, subgraph: string, jwks: URL): Instellingen {
  return {
    poort: 0,
    adres: '127.0.0.1',
    databaseUrl: database.lezer(subgraph),
    ketentokenJwks: jwks,
    cursorring: CURSORRING,
    pseudoniemring: PSEUDONIEMRING,
    peildatum: '2013-04-02',
    logniveau: 'silent',
  };
}

/** Starts a subgraph on a test database. */
export async function beginSubgraph<Tx extends Transactie, Loaders>(
  definition: SubgraphDefinition<Tx, Loaders>,
  database: Testdatabase,
  klok?: Klok,
): Promise<Testsubgraph> {
  const sleutel = maakGatewaySleutel('gateway-1');
  const { url, stop } = await startSubgraph(
    definition,
    testInstellingen(database, definition.naam, sleutel.jwks),
    klok,
  );
  return {
    url,
    sleutel,
    vraag: async (vraag) => stuur(url, await teken(vraag, definition.naam, sleutel)),
    stop: async () => {
      await stop();
      sleutel.weg();
    },
  };
}
