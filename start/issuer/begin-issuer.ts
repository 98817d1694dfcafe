import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JWK } from 'jose';
import type { Gebruiker } from '../../schema/demo/laad-gebruikers.ts';
import { handleRequest } from './handle-request.ts';
import { makeProvider } from './make-provider.ts';
import type { IssuerSettings } from './settings.ts';

/** A running issuer. */
export interface Issuer {
  /** Its name in the tokens, which is also its URL. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Starts the demo issuer for these users. Rejects when it cannot listen or its key cannot be read. */
export async function beginIssuer(
  settings: IssuerSettings,
  gebruikers: readonly Gebruiker[],
): Promise<Issuer> {
  const key = JSON.parse(readFileSync(settings.sleutel, 'utf8')) as JWK;
  const server = createServer();
  server.listen(settings.poort, settings.adres);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://${settings.adres === '::1' ? '[::1]' : settings.adres}:${port}`;
  const provider = makeProvider(url, key, gebruikers);
  server.on(
    'request',
    handleRequest({
      issuer: url,
      gebruikers: new Set(gebruikers.map(({ gebruiker }) => gebruiker)),
      provider: provider.callback(),
    }),
  );
  const close = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return Object.freeze({ url, close });
}
