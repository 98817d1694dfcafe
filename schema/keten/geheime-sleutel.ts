import { z } from 'zod';
import type { Sleutelvorm } from './sleutelring.ts';

const octJwk = z.object({ kty: z.literal('oct'), k: z.string().regex(/^[A-Za-z0-9_-]+$/) });

/** The form of a secret key of this many bytes: a JWK of kind `oct` (RFC 7518 section 6.4). */
export function geheimeSleutel(bytes: number): Sleutelvorm<Buffer> {
  return (jwk) => {
    const sleutel = Buffer.from(octJwk.parse(jwk).k, 'base64url');
    if (sleutel.length !== bytes) throw new Error(`not ${bytes} bytes`);
    return sleutel;
  };
}
