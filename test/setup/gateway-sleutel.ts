import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A key pair as the gateway has one, its public half in a JWKS file. */
export interface GatewaySleutel {
  readonly kid: string;
  readonly key: KeyObject;
  /** `file:` URL of the JWKS. */
  readonly jwks: URL;
  readonly weg: () => void;
}

/** Makes a key pair and writes its JWKS into a folder of its own. */
export function maakGatewaySleutel(kid: string): GatewaySleutel {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const map = mkdtempSync(join(tmpdir(), 'ketengraaf-sleutel-'));
  const bestand = join(map, 'jwks.json');
  writeFileSync(
    bestand,
    JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid, alg: 'EdDSA', use: 'sig' }] }),
  );
  return {
    kid,
    key: privateKey,
    jwks: pathToFileURL(bestand),
    weg: () => rmSync(map, { recursive: true, force: true }),
  };
}
