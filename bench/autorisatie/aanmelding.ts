import { exportJWK, generateKeyPair, SignJWT } from 'jose';
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
  const token = await new SignJWT({ organisatie: 'GM0394', rollen: ['consulent_inkomen'] })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'bench', typ: 'at+jwt' })
    .setIssuer(issuer)
    .setAudience(AUDIENCE)
    .setSubject('bench')
    .setIssuedAt()
    .setExpirationTime('6h')
    .sign(toegang.privateKey);
  mkdirSync(map, { recursive: true });
  const sleutel = join(map, 'ketensleutel.json');
  writeFileSync(sleutel, JSON.stringify({ ...(await exportJWK(keten.privateKey)), kid: 'bench' }), {
    mode: 0o600,
  });
  return {
    uitgevers: JSON.stringify([{ issuer, jwks: `${issuer}/jwks`, audience: AUDIENCE, levensduur: 21_600 }]),
    sleutel,
    schemaMap: schrijfSchemaMap(join(map, 'schema')),
    koppen: { authorization: `Bearer ${token}`, 'x-verwerkingsactiviteit': DOEL },
  };
}

function schrijfSchemaMap(map: string): string {
  for (const deel of ['beleid', 'ketenpartners'])
    cpSync(fileURLToPath(new URL(`../../schema/${deel}`, import.meta.url)), join(map, deel), {
      recursive: true,
      filter: (bron) => !bron.endsWith('.ts'),
    });
  mkdirSync(join(map, 'operaties'), { recursive: true });
  writeFileSync(join(map, 'operaties', 'register.json'), '[]');
  // As many limits as ours, so wide that nothing is refused: what they cost is measured along.
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
