import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import { createHash } from 'node:crypto';
import { z } from 'zod';

const claimNaam = z.string().min(1);

/** One issuer that may say who asks. */
export const uitgeverInstelling = z.strictObject({
  /** The `iss` of its tokens, to the letter. */
  issuer: z.url(),
  /** Where its public keys are. */
  jwks: z.url(),
  /** The `aud` that its tokens must carry for us. */
  audience: z.string().min(1),
  /** The signature algorithms we accept from it; symmetric ones and `none` cannot be named. */
  algoritmen: z
    .array(z.enum(['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519']))
    .min(1)
    .default(['PS256', 'RS256', 'ES256', 'EdDSA']),
  /** The `typ` of its access tokens (RFC 9068), so that no other kind of token passes for one. */
  typ: z.string().min(1).default('at+jwt'),
  /** Which of its claims holds what we need; by default the claim of the same name. */
  claims: z
    .strictObject({
      sub: claimNaam,
      organisatie: claimNaam,
      via: claimNaam,
      namens: claimNaam,
      rollen: claimNaam,
      kvk: claimNaam,
      klant: claimNaam,
    })
    .partial()
    .default({}),
});

export type UitgeverInstelling = z.infer<typeof uitgeverInstelling>;

/** An issuer with its keys. */
export interface Uitgever {
  readonly instelling: UitgeverInstelling;
  readonly getKey: JWTVerifyGetKey;
  /** Whether its keys can be had; fetches them when they are not there yet. */
  readonly isBereikbaar: () => Promise<boolean>;
}

/**
 * An issuer whose keys are fetched when needed and kept. A token with an unknown key asks the issuer at most
 * once in 30 s, however many such tokens come.
 * @param onKeysChanged called when the key set differs from the one before
 */
export function maakUitgever(instelling: UitgeverInstelling, onKeysChanged: () => void): Uitgever {
  let fingerprint: string | undefined;
  const getKey = createRemoteJWKSet(new URL(instelling.jwks), {
    cooldownDuration: 30_000,
    cacheMaxAge: 600_000,
    timeoutDuration: 3_000,
    [customFetch]: async (url, options) => {
      const response = await fetch(url, options);
      const text = await response.text();
      const next = createHash('sha256').update(text).digest('base64');
      if (response.ok && next !== fingerprint) {
        if (fingerprint !== undefined) onKeysChanged();
        fingerprint = next;
      }
      return new Response(text, { status: response.status, headers: { 'content-type': 'application/json' } });
    },
  });
  return {
    instelling,
    getKey,
    isBereikbaar: async () => {
      try {
        if (!getKey.fresh) await getKey.reload();
        return true;
      } catch {
        return getKey.jwks() !== undefined;
      }
    },
  };
}
