import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { hash } from 'node:crypto';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import { type OpenbareSleutels, SleutelsNietBereikbaar } from '../../schema/keten/openbare-sleutels.ts';
import { type Betrokkene, betrokkeneClaims } from './betrokkene.ts';
import { leesClaim } from './claimbron.ts';
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

interface Verified {
  readonly betrokkene: Betrokkene;
  /** Until when it is not looked at again, in milliseconds since 1970. */
  readonly until: number;
  /** The keys of its issuer, and how often they had been replaced. */
  readonly sleutels: OpenbareSleutels;
  readonly generation: number;
}

/**
 * Builds the verification of access tokens of these issuers (RFC 9068, NL GOV OAuth). Nothing about the asker
 * is taken from anywhere but a token that one of them signed for us.
 * @param now milliseconds since 1970
 */
export function createIdentity(
  instellingen: readonly UitgeverInstelling[],
  now: () => number = Date.now,
): Identity {
  const verified = new LRUCache<string, Verified>({ max: 10_000 });
  const uitgevers = instellingen.map((instelling) => maakUitgever(instelling, now));

  const identify: Identify = async (authorization) => {
    if (authorization === undefined) throw new KetenFout('NIET_AANGEMELD');
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined)
      throw new KetenFout('TOKEN_ONGELDIG', 'The Authorization header is no bearer token.');
    const key = hash('sha256', token, 'base64');
    const known = verified.get(key);
    if (known !== undefined && now() < known.until && known.generation === known.sleutels.generatie)
      return known.betrokkene;
    verified.delete(key);
    const uitgever = uitgeverOf(token, uitgevers);
    const { sleutels } = uitgever;
    // From before it is verified: the keys may be replaced meanwhile.
    const generation = sleutels.generatie;
    const payload = await verify(token, uitgever, now());
    const betrokkene = toBetrokkene(payload, uitgever);
    const until = Math.min((payload.exp ?? 0) * 1000, now() + KEPT_MS);
    verified.set(key, { betrokkene, until, sleutels, generation });
    return betrokkene;
  };
  return { identify, uitgevers };
}

/** The issuer that a token claims to be of; whether it is, only its keys can tell. */
function uitgeverOf(token: string, uitgevers: readonly Uitgever[]): Uitgever {
  const claimed = issuerOf(token);
  const uitgever = uitgevers.find(({ instelling }) => instelling.issuer === claimed);
  if (uitgever === undefined) throw new KetenFout('TOKEN_ONGELDIG', 'The issuer is not one of ours.');
  return uitgever;
}

async function verify(token: string, uitgever: Uitgever, now: number): Promise<JWTPayload> {
  const { issuer, audience, algoritmen, typ, levensduur } = uitgever.instelling;
  try {
    const { payload } = await jwtVerify(token, uitgever.sleutels.sleutel, {
      issuer,
      audience,
      algorithms: algoritmen,
      typ,
      clockTolerance: CLOCK_TOLERANCE_S,
      requiredClaims: ['exp', 'iat', 'sub'],
      maxTokenAge: levensduur,
      currentDate: new Date(now),
    });
    const { exp = 0, iat = 0 } = payload;
    if (exp - iat > levensduur) throw new KetenFout('TOKEN_ONGELDIG', 'The token lives too long.');
    return payload;
  } catch (cause) {
    if (cause instanceof SleutelsNietBereikbaar)
      throw new KetenFout('UITGEVER_NIET_BEREIKBAAR', undefined, { uitgever: issuer }, { cause });
    if (cause instanceof errors.JOSEError)
      throw new KetenFout('TOKEN_ONGELDIG', `Token refused: ${cause.code}.`);
    throw cause;
  }
}

function toBetrokkene(payload: JWTPayload, { instelling, spreektVoor }: Uitgever): Betrokkene {
  const names = Object.keys(betrokkeneClaims.shape) as (keyof Betrokkene)[];
  const claims = Object.fromEntries(
    names.map((name) => [name, leesClaim(payload, instelling.claims[name] ?? name)]),
  );
  const result = betrokkeneClaims.safeParse(claims);
  if (!result.success) {
    const faulty = result.error.issues.map(({ path }) => path.join('.')).join(', ');
    throw new KetenFout('TOKEN_ONGELDIG', `Claims missing or not of their form: ${faulty}.`);
  }
  if (!spreektVoor(result.data.organisatie))
    throw new KetenFout('TOKEN_ONGELDIG', 'The issuer does not speak for the organisation.');
  return Object.freeze(result.data);
}

function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}
