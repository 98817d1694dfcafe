import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import { type Betrokkene, betrokkeneClaims } from './betrokkene.ts';
import { maakUitgever, type Uitgever, type UitgeverInstelling } from './uitgever.ts';

/** Who asks, by the value of the `Authorization` header. */
export type Identify = (authorization: string | undefined) => Promise<Betrokkene>;

/** What identity offers to the rest of the gateway. */
export interface Identity {
  /** @throws KetenFout NIET_AANGEMELD, TOKEN_ONGELDIG or UITGEVER_NIET_BEREIKBAAR */
  readonly identify: Identify;
  readonly uitgevers: readonly Uitgever[];
}

/** A verified token is not looked at again for this long, in milliseconds. */
const KEPT_MS = 60_000;
const CLOCK_TOLERANCE_S = 2;
const BEARER = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i;

/**
 * Builds the verification of access tokens of these issuers (RFC 9068, NL GOV OAuth). Nothing about the asker
 * is taken from anywhere but a token that one of them signed for us.
 */
export function createIdentity(instellingen: readonly UitgeverInstelling[]): Identity {
  const verified = new LRUCache<string, Betrokkene>({ max: 10_000, ttl: KEPT_MS });
  const uitgevers = instellingen.map((instelling) => maakUitgever(instelling, () => verified.clear()));

  const identify: Identify = async (authorization) => {
    if (authorization === undefined) throw new KetenFout('NIET_AANGEMELD');
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined)
      throw new KetenFout('TOKEN_ONGELDIG', 'The Authorization header is no bearer token.');
    const key = createHash('sha256').update(token).digest('base64');
    const known = verified.get(key);
    if (known !== undefined) return known;
    const { payload, uitgever } = await verify(token, uitgevers);
    const betrokkene = toBetrokkene(payload, uitgever);
    const left = (payload.exp ?? 0) * 1000 - Date.now();
    if (left > 0) verified.set(key, betrokkene, { ttl: Math.min(left, KEPT_MS) });
    return betrokkene;
  };
  return { identify, uitgevers };
}

async function verify(
  token: string,
  uitgevers: readonly Uitgever[],
): Promise<{ readonly payload: JWTPayload; readonly uitgever: Uitgever }> {
  const uitgever = uitgevers.find(({ instelling }) => instelling.issuer === issuerOf(token));
  if (uitgever === undefined) throw new KetenFout('TOKEN_ONGELDIG', 'The issuer is not one of ours.');
  const { issuer, audience, algoritmen, typ } = uitgever.instelling;
  try {
    const { payload } = await jwtVerify(token, uitgever.getKey, {
      issuer,
      audience,
      algorithms: algoritmen,
      typ,
      clockTolerance: CLOCK_TOLERANCE_S,
      requiredClaims: ['exp', 'sub'],
    });
    return { payload, uitgever };
  } catch (cause) {
    if (isAboutToken(cause)) throw new KetenFout('TOKEN_ONGELDIG', `Token refused: ${cause.code}.`);
    throw new KetenFout('UITGEVER_NIET_BEREIKBAAR', undefined, {}, { cause });
  }
}

/** Whether the token itself is at fault; else its keys could not be had. */
function isAboutToken(cause: unknown): cause is errors.JOSEError {
  return (
    cause instanceof errors.JOSEError &&
    !(cause instanceof errors.JWKSTimeout) &&
    cause.code !== errors.JOSEError.code
  );
}

function toBetrokkene(payload: JWTPayload, { instelling }: Uitgever): Betrokkene {
  const names = Object.keys(betrokkeneClaims.shape) as (keyof Betrokkene)[];
  const claims = Object.fromEntries(names.map((name) => [name, payload[instelling.claims[name] ?? name]]));
  const result = betrokkeneClaims.safeParse(claims);
  if (result.success) return Object.freeze(result.data);
  const faulty = result.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new KetenFout('TOKEN_ONGELDIG', `Claims missing or not of their form: ${faulty}.`);
}

/** The issuer a token claims to have; only used to pick the keys that must confirm it. */
function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}
