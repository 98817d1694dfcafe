import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import {
  contentDigest,
  isSignedBy,
  parseSignatureInput,
  type SignatureParams,
} from '../../../schema/keten/handtekening.ts';
import { KETENTOKEN_HEADER, TERMIJN_HEADER } from '../../../schema/keten/ketentoken.ts';
import type { Aanroep, GeldigToken } from './aanroep.ts';
import { EigenNonceVenster, type NonceVenster } from './nonce-venster.ts';
import { SPELING, tokenControle, type TokenControleOpties } from './token-controle.ts';

/** A call may be this old, in seconds. */
const HOOGUIT_OUD = 10;

/** How long a nonce is remembered, in milliseconds: as long as its call could be accepted. */
export const NONCE_DUUR = (HOOGUIT_OUD + 2 * SPELING) * 1000;

/** Nonces remembered at most: 7.000 calls a second for the 14 s that a nonce is kept. */
const NONCES = 100_000;

/** No answer may take longer, in milliseconds. */
const LANGSTE_TERMIJN = 30_000;

const TRACEPARENT = /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}$/;
const TERMIJN = /^\d{1,6}$/;

/** A call as it came in, before anything of its body was parsed. */
export interface RuweAanroep {
  readonly method: string;
  /** The path of the URL, without a query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
}

/** Settings of `aanroepControle`. */
export interface AanroepControleOpties extends TokenControleOpties {
  /** Where nonces are remembered; by default in this process, for calls signed from now on. */
  readonly nonces?: NonceVenster;
}

/** The two checks of a call: its token before its body is read, and all of it after. */
export interface Aanroepcontrole {
  readonly controleerKetentoken: (headers: RuweAanroep['headers']) => Promise<void>;
  readonly controleerAanroep: (ruw: RuweAanroep) => Promise<Aanroep>;
}

/**
 * Makes the check every call must pass: its ketentoken, the digest of its body, its signature by the
 * same key, its age and its nonce. Whatever is wrong, the function throws AANROEP_NIET_VERTROUWD;
 * `reden` says what.
 */
export function aanroepControle(opties: AanroepControleOpties): Aanroepcontrole {
  const controleerToken = tokenControle(opties);
  const nonces = opties.nonces ?? new EigenNonceVenster(NONCE_DUUR, NONCES, opties.nu());
  const leesToken = async (ketentoken: string): Promise<GeldigToken> =>
    controleerToken(ketentoken).catch((cause: unknown) => {
      throw nietVertrouwd('the ketentoken was refused', cause);
    });
  const controleerKetentoken = async (headers: RuweAanroep['headers']): Promise<void> => {
    await leesToken(headerLezer({ headers })(KETENTOKEN_HEADER));
  };
  const controleerAanroep = async (ruw: RuweAanroep): Promise<Aanroep> => {
    const header = headerLezer(ruw);
    const ketentoken = header(KETENTOKEN_HEADER);
    const token = await leesToken(ketentoken);
    const params = parseSignatureInput(header('signature-input'));
    if (params === undefined) throw nietVertrouwd('the signature has another profile');
    controleerHandtekening(ruw, header, ketentoken, params, token);
    const nu = opties.nu();
    const leeftijd = nu / 1000 - params.created;
    if (leeftijd > HOOGUIT_OUD || leeftijd < -SPELING)
      throw nietVertrouwd('the call is too old or from the future');
    if (params.created < Math.floor(nonces.sinds / 1000))
      throw nietVertrouwd('the call was signed before this process could tell it from a replay');
    if (!(await nonces.neem(`${params.keyid} ${params.nonce}`, nu)))
      throw nietVertrouwd('the nonce was used before');
    return aanroepVan(header, token, nu);
  };
  return { controleerKetentoken, controleerAanroep };
}

function controleerHandtekening(
  { method, path, body }: RuweAanroep,
  header: (naam: string) => string,
  ketentoken: string,
  params: SignatureParams,
  { key, keyid }: GeldigToken,
): void {
  if (params.keyid !== keyid) throw nietVertrouwd('token and call were signed by different keys');
  if (header('content-digest') !== contentDigest(body))
    throw nietVertrouwd('the body is not the one that was signed');
  const parts = {
    method,
    path,
    contentDigest: header('content-digest'),
    ketentoken,
    traceparent: header('traceparent'),
    termijn: header(TERMIJN_HEADER),
  };
  if (!isSignedBy(parts, params, header('signature'), key)) throw nietVertrouwd('the signature is not right');
}

function aanroepVan(header: (naam: string) => string, { claims }: GeldigToken, nu: number): Aanroep {
  const [, traceId, parentSpanId] = TRACEPARENT.exec(header('traceparent')) ?? [];
  const termijn = header(TERMIJN_HEADER);
  if (traceId === undefined || parentSpanId === undefined)
    throw nietVertrouwd('traceparent has another form');
  if (!TERMIJN.test(termijn)) throw nietVertrouwd('keten-termijn is not a number of milliseconds');
  return Object.freeze({
    claims,
    traceId,
    parentSpanId,
    uiterlijk: nu + Math.min(Number(termijn), LANGSTE_TERMIJN),
  });
}

/** Reads a header that must be there exactly once. */
function headerLezer({ headers }: Pick<RuweAanroep, 'headers'>): (naam: string) => string {
  return (naam) => {
    const waarde = headers[naam];
    if (typeof waarde !== 'string') throw nietVertrouwd(`${naam} is missing`);
    return waarde;
  };
}

function nietVertrouwd(reden: string, cause?: unknown): KetenFout {
  return new KetenFout('AANROEP_NIET_VERTROUWD', reden, {}, { cause });
}
