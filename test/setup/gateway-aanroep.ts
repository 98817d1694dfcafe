import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { contentDigest, signCall } from '../../schema/keten/handtekening.ts';
import { KETENTOKEN_HEADER, KETENTOKEN_ISSUER, TERMIJN_HEADER } from '../../schema/keten/ketentoken.ts';
import type { GatewaySleutel } from './gateway-sleutel.ts';

/** Bereiksleutels, by data group. */
export type Groepen = Readonly<Record<string, readonly string[]>>;

/** A question and how it is signed; what is left out is as the gateway does it. */
export interface GatewayVraag {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly groepen?: Groepen;
  readonly sub?: string;
  readonly organisatie?: string;
  readonly afnemer?: string;
  readonly verwerkingsactiviteit?: string;
  readonly reden?: string;
  readonly traceId?: string;
  readonly audience?: string;
  readonly issuer?: string;
  readonly typ?: string;
  readonly termijn?: string;
  readonly nonce?: string;
  /** Seconds since 1970 at which token and call were made. */
  readonly nu?: number;
  /** Lifetime of the token in seconds. */
  readonly levensduur?: number;
  readonly tokensleutel?: GatewaySleutel;
  /** A body to sign instead of the question. */
  readonly body?: string;
}

/** What a call over HTTP consists of. */
export interface GetekendeAanroep {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a subgraph answered. */
export interface SubgraphAntwoord {
  readonly status: number;
  /** The bytes as they came. */
  readonly tekst: string;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    message: string;
    path?: readonly (string | number)[];
    extensions: { code: string };
  }[];
}

/** Signs a question the way the gateway does. */
export async function teken(
  vraag: GatewayVraag,
  subgraph: string,
  sleutel: GatewaySleutel,
): Promise<GetekendeAanroep> {
  const nu = vraag.nu ?? Math.floor(Date.now() / 1000);
  const body = vraag.body ?? JSON.stringify({ query: vraag.query, variables: vraag.variables ?? {} });
  const tokensleutel = vraag.tokensleutel ?? sleutel;
  const groepen = Object.entries(vraag.groepen ?? {}).map(([groep, sleutels]) => [groep, { sleutels }]);
  const ketentoken = await new SignJWT({
    organisatie: vraag.organisatie ?? 'GM0394',
    afnemer: vraag.afnemer ?? 'keten',
    verwerkingsactiviteit:
      vraag.verwerkingsactiviteit ?? 'https://register.ketengraaf.example/verwerkingen/pw-inkomen/1',
    groepen: Object.fromEntries(groepen),
    ...(vraag.reden !== undefined && { reden: vraag.reden }),
  })
    .setProtectedHeader({ alg: 'EdDSA', kid: tokensleutel.kid, typ: vraag.typ ?? 'keten+jwt' })
    .setIssuer(vraag.issuer ?? KETENTOKEN_ISSUER)
    .setAudience(vraag.audience ?? subgraph)
    .setSubject(vraag.sub ?? 'consulent')
    .setIssuedAt(nu)
    .setExpirationTime(nu + (vraag.levensduur ?? 60))
    .sign(tokensleutel.key);
  const traceparent = `00-${vraag.traceId ?? randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
  const termijn = vraag.termijn ?? '10000';
  const parts = {
    method: 'POST',
    path: '/graphql',
    contentDigest: contentDigest(body),
    ketentoken,
    traceparent,
    termijn,
  };
  const params = {
    created: nu,
    nonce: vraag.nonce ?? randomBytes(16).toString('base64url'),
    keyid: sleutel.kid,
  };
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'content-digest': parts.contentDigest,
      [KETENTOKEN_HEADER]: ketentoken,
      [TERMIJN_HEADER]: termijn,
      traceparent,
      ...signCall(parts, params, sleutel.key),
    },
  };
}

/** Sends a call as it is. */
export async function stuur(url: string, { body, headers }: GetekendeAanroep): Promise<SubgraphAntwoord> {
  const antwoord = await fetch(url, { method: 'POST', body, headers });
  const tekst = await antwoord.text();
  return {
    status: antwoord.status,
    tekst,
    ...(JSON.parse(tekst) as Pick<SubgraphAntwoord, 'data' | 'errors'>),
  };
}
