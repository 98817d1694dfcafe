import { z } from 'zod';
import { haalOverHttp, OpenbareSleutels } from '../../schema/keten/openbare-sleutels.ts';
import { type Betrokkene, betrokkeneClaims } from './betrokkene.ts';
import { claimbron } from './claimbron.ts';

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

const claimnamen = Object.keys(betrokkeneClaims.shape) as (keyof Betrokkene)[];

/** One issuer that may say who asks. */
export const uitgeverInstelling = z.strictObject({
  /** The `iss` of its tokens, to the letter. */
  issuer: z.url(),
  /** Where its public keys are; over plain HTTP on this machine only. */
  jwks: z
    .url({ protocol: /^https?$/ })
    .refine((adres) => adres.startsWith('https:') || LOOPBACK.has(new URL(adres).hostname), 'must be https'),
  /** The `aud` that its tokens must carry for us. */
  audience: z.string().min(1),
  /** The signature algorithms we accept from it; symmetric ones and `none` cannot be named. */
  algoritmen: z
    .array(z.enum(['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519']))
    .min(1)
    .default(['PS256', 'RS256', 'ES256', 'EdDSA']),
  /** The `typ` of its access tokens (RFC 9068), so that no other kind of token passes for one. */
  typ: z.string().min(1).default('at+jwt'),
  /** The longest that its tokens may live, in seconds; NL GOV OAuth allows six hours at most. */
  levensduur: z.int().min(60).max(21_600).default(3_600),
  /** Which of its claims holds what we need; by default the claim of the same name. */
  claims: z.partialRecord(z.enum(claimnamen), claimbron).default({}),
  /**
   * The organisations it speaks for, by code, or by the beginning of codes (`KVK*`). Needed when there is more than
   * one issuer; an only one speaks for all by default.
   */
  organisaties: z
    .array(z.string().regex(/^[A-Za-z0-9._-]+\*?$/))
    .min(1)
    .optional(),
  /** The register of users whose pseudonyms `sub` holds: two issuers for one organisation must share it. */
  gebruikers: z.string().min(1).optional(),
});

export type UitgeverInstelling = z.infer<typeof uitgeverInstelling>;

/**
 * All issuers. Two issuers may give the same `sub` to different people, so that no organisation is spoken for by both,
 * unless they take it from the same register of users.
 */
export const uitgeverInstellingen = z
  .array(uitgeverInstelling)
  .min(1)
  .superRefine((uitgevers, context) => {
    const fout = (at: number, message: string): void =>
      context.addIssue({ code: 'custom', path: [at], message });
    for (const [at, { issuer, organisaties = ['*'], gebruikers }] of uitgevers.entries()) {
      if (uitgevers.length > 1 && organisaties.includes('*')) fout(at, 'must name its organisaties');
      for (const ander of uitgevers.slice(0, at)) {
        if (ander.issuer === issuer) fout(at, 'is named twice');
        else if (
          (gebruikers === undefined || gebruikers !== ander.gebruikers) &&
          organisaties.some((een) => (ander.organisaties ?? []).some((twee) => overlapt(een, twee)))
        )
          fout(at, 'speaks for an organisation of another issuer with other users');
      }
    }
  });

/** An issuer with its keys. */
export interface Uitgever {
  readonly instelling: UitgeverInstelling;
  readonly sleutels: OpenbareSleutels;
  readonly spreektVoor: (organisatie: string) => boolean;
}

/** Its keys are got again once a minute, so that a new key is known before it is used and a dropped one soon dropped. */
const VERS_MS = 60_000;
const AFKOELING_MS = 5_000;
/** While an issuer is away its keys go on for as long as a token can live. */
const HOOGUIT_OUD_MS = 21_600_000;
const HAAL_MS = 3_000;

/**
 * An issuer whose keys are fetched when needed and kept.
 * @param nu milliseconds since 1970
 */
export function maakUitgever(instelling: UitgeverInstelling, nu: () => number): Uitgever {
  const { jwks, organisaties } = instelling;
  return {
    instelling,
    sleutels: new OpenbareSleutels({
      haal: haalOverHttp(new URL(jwks), HAAL_MS),
      nu,
      vers: VERS_MS,
      afkoeling: AFKOELING_MS,
      hooguitOud: HOOGUIT_OUD_MS,
    }),
    spreektVoor: (organisatie) =>
      organisaties === undefined || organisaties.some((patroon) => past(patroon, organisatie)),
  };
}

function past(patroon: string, code: string): boolean {
  return patroon.endsWith('*') ? code.startsWith(patroon.slice(0, -1)) : code === patroon;
}

/** Whether some organisation fits both. */
function overlapt(een: string, twee: string): boolean {
  const [a, b] = [een, twee].map((patroon) => patroon.replace('*', ''));
  return past(een, b ?? '') || past(twee, a ?? '');
}
