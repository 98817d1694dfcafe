import { hash, type KeyObject, sign, verify } from 'node:crypto';
import { KETENTOKEN_HEADER, TERMIJN_HEADER } from './ketentoken.ts';

/**
 * The one profile of RFC 9421 (HTTP Message Signatures) that gateway and subgraphs speak:
 * Ed25519 over a fixed, ordered list of components. A fixed list leaves a subgraph nothing
 * to negotiate: it rebuilds the exact text and accepts that or nothing.
 */
const COMPONENTS = [
  '@method',
  '@path',
  'content-digest',
  KETENTOKEN_HEADER,
  'traceparent',
  TERMIJN_HEADER,
] as const;
const LABEL = 'keten';
const COMPONENT_LIST = COMPONENTS.map((name) => `"${name}"`).join(' ');
const SIGNATURE_INPUT =
  /^keten=\("@method" "@path" "content-digest" "ketentoken" "traceparent" "keten-termijn"\);created=(\d{1,12});nonce="([A-Za-z0-9_-]{16,64})";keyid="([A-Za-z0-9_-]{1,128})";alg="ed25519"$/;
const SIGNATURE = /^keten=:([A-Za-z0-9+/]{86}==):$/;

/** The parts of a call that the signature covers. */
export interface SignedParts {
  readonly method: string;
  readonly path: string;
  readonly contentDigest: string;
  readonly ketentoken: string;
  readonly traceparent: string;
  /** Milliseconds left for the answer, as sent in the header. */
  readonly termijn: string;
}

/** What `Signature-Input` says about a signature: when it was made (seconds since 1970), its nonce and its key. */
export interface SignatureParams {
  readonly created: number;
  readonly nonce: string;
  readonly keyid: string;
}

/** The value of `Content-Digest` (RFC 9530) for a body. */
export function contentDigest(body: string | Uint8Array): string {
  return `sha-256=:${hash('sha256', body, 'base64')}:`;
}

/** The two headers that sign a call. */
export function signCall(
  parts: SignedParts,
  params: SignatureParams,
  key: KeyObject,
): Record<string, string> {
  const signature = sign(null, Buffer.from(signatureBase(parts, params)), key);
  return {
    'signature-input': `${LABEL}=${signatureParams(params)}`,
    signature: `${LABEL}=:${signature.toString('base64')}:`,
  };
}

/** Reads `Signature-Input`; `undefined` when it is not exactly our profile. */
export function parseSignatureInput(header: string): SignatureParams | undefined {
  const match = SIGNATURE_INPUT.exec(header);
  if (match === null) return undefined;
  const [, created, nonce, keyid] = match;
  if (created === undefined || nonce === undefined || keyid === undefined) return undefined;
  return { created: Number(created), nonce, keyid };
}

/** Whether `signature` (the header) signs exactly these parts under these parameters. */
export function isSignedBy(
  parts: SignedParts,
  params: SignatureParams,
  signature: string,
  key: KeyObject,
): boolean {
  const match = SIGNATURE.exec(signature);
  if (match?.[1] === undefined) return false;
  return verify(null, Buffer.from(signatureBase(parts, params)), key, Buffer.from(match[1], 'base64'));
}

function signatureParams({ created, nonce, keyid }: SignatureParams): string {
  return `(${COMPONENT_LIST});created=${created};nonce="${nonce}";keyid="${keyid}";alg="ed25519"`;
}

/** The signature base of RFC 9421 section 2.5: one line for each component. */
function signatureBase(
  { method, path, contentDigest: digest, ketentoken, traceparent, termijn }: SignedParts,
  params: SignatureParams,
): string {
  return `"@method": ${method}
"@path": ${path}
"content-digest": ${digest}
"${KETENTOKEN_HEADER}": ${ketentoken}
"traceparent": ${traceparent}
"${TERMIJN_HEADER}": ${termijn}
"@signature-params": ${signatureParams(params)}`;
}
