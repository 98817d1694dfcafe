import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a gateway with authorisation needs, and what its askers send. */
export interface Aanmelding {
  /** The setting UITGEVERS. */
  readonly uitgevers: string;
  /** The file for the setting KETENTOKEN_SLEUTEL. */
  readonly sleutel: string;
  /** The file with its public half, for the setting KETENTOKEN_JWKS. */
  readonly jwks: string;
  /** Signs an access token with these claims; `sub` among them. */
  readonly token: (claims: JWTPayload) => Promise<string>;
  /** The folder for the setting SCHEMA_MAP: our policy and ketenpartners, limits that nobody reaches, and no trusted documents. */
  readonly schemaMap: string;
  /** The headers of every request: who asks, and for which purpose. */
  readonly koppen: Readonly<Record<string, string>>;
}

const AUDIENCE = 'urn:ketengraaf:gateway';
const DOEL = 'https://register.ketengraaf.example/verwerkingen/pw-inkomen/1';

/** Begins an issuer in this process, which signs one access token for the whole measurement. */
export async function beginAanmelding(map: string): Promise<Aanmelding> {
  const [toegang, keten] = await Promise.all([sleutelpaar(), sleutelpaar()]);
  const publiek = { ...(await exportJWK(toegang.publicKey)), kid: 'bench', alg: 'EdDSA', use: 'sig' };
  const server = createServer((_verzoek, antwoord) => {
    antwoord.setHeader('content-type', 'application/json');
    antwoord.end(JSON.stringify({ keys: [publiek] }));
  });
  await new Promise<void>((klaar) => {
    server.listen(0, '127.0.0.1', klaar);
  });
  server.unref();
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const token = (claims: JWTPayload): Promise<string> =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', kid: 'bench', typ: 'at+jwt' })
      .setIssuer(issuer)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime('6h')
      .sign(toegang.privateKey);
  const consulent = await token({ sub: 'bench', organisatie: 'GM0394', rollen: ['consulent_inkomen'] });
  mkdirSync(map, { recursive: true });
  const sleutel = join(map, 'ketensleutel.json');
  writeFileSync(sleutel, JSON.stringify({ ...(await exportJWK(keten.privateKey)), kid: 'bench' }), {
    mode: 0o600,
  });
  const jwks = join(map, 'ketensleutel.jwks');
  const openbaar = { ...(await exportJWK(keten.publicKey)), kid: 'bench', alg: 'EdDSA', use: 'sig' };
  writeFileSync(jwks, JSON.stringify({ keys: [openbaar] }));
  return {
    uitgevers: JSON.stringify([{ issuer, jwks: `${issuer}/jwks`, audience: AUDIENCE, levensduur: 21_600 }]),
    sleutel,
    jwks,
    token,
    schemaMap: schrijfSchemaMap(join(map, 'schema')),
    koppen: { authorization: `Bearer ${consulent}`, 'x-verwerkingsactiviteit': DOEL },
  };
}

function schrijfSchemaMap(map: string): string {
  kopieerSchemaMap(map);
  writeFileSync(join(map, 'operaties', 'register.json'), '[]');
  return map;
}

/** Copies the data in `schema/`, with as many limits as ours, so wide that nothing is refused: what they cost is measured along. */
export function kopieerSchemaMap(map: string): string {
  for (const deel of ['beleid', 'ketenpartners', 'operaties'])
    cpSync(fileURLToPath(new URL(`../../schema/${deel}`, import.meta.url)), join(map, deel), {
      recursive: true,
      filter: (bron) => !bron.endsWith('.ts'),
    });
  writeFileSync(
    join(map, 'beleid', 'quota.csv'),
    `organisatiesoort,organisatie,per,vraag,gegevensgroep,aantal,seconden,toelichting
*,*,organisatie,*,,100000000,60,meting
*,*,organisatie,vrij,,100000000,60,meting
*,*,betrokkene,*,,100000000,60,meting
`,
  );
  return map;
}

function sleutelpaar() {
  return generateKeyPair('EdDSA', { extractable: true });
}
