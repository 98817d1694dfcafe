import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { z } from 'zod';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import type { Vrager } from '../guard/toegang.ts';
import type { CursorSleutels } from './cursor-sleutels.ts';

const NONCE = 12;
const TAG = 16;
const plaatsVorm = z.array(z.string());

/** The keyset a cursor stands for: the values of the sort columns of one row. */
export type Plaats = readonly string[];

/** The list a cursor belongs to: its field (`Type.veld`) and everything that decides which rows are in it. */
export interface Lijst {
  readonly veld: string;
  readonly filter: Readonly<Record<string, string | readonly string[] | null>>;
}

/** Makes and reads the cursors of one asker. */
export interface Cursors {
  readonly maak: (lijst: Lijst, plaats: Plaats) => string;
  /** Throws CURSOR_ONGELDIG for anything this key did not make for this list and this asker. */
  readonly lees: (lijst: Lijst, cursor: string) => Plaats;
}

/**
 * AES-256-GCM whose nonce is an HMAC over binding and place (as in SIV): the same question gives the
 * same bytes, another place another nonce. List and asker are authenticated data.
 * @param sleutels the first makes, all are accepted
 */
export function cursorsVoor(
  sleutels: readonly [CursorSleutels, ...CursorSleutels[]],
  vrager: Vrager,
): Cursors {
  const [{ versleutel, nonce: nonceSleutel }] = sleutels;
  const binding = ({ veld, filter }: Lijst): Buffer =>
    Buffer.from(
      JSON.stringify([
        veld,
        Object.entries(filter).toSorted(([a], [b]) => (a < b ? -1 : 1)),
        vrager.sub,
        vrager.organisatie,
        vrager.verwerkingsactiviteit,
      ]),
    );
  return Object.freeze({
    maak: (lijst: Lijst, plaats: Plaats) => {
      const aad = binding(lijst);
      const tekst = Buffer.from(JSON.stringify(plaats));
      const lengte = Buffer.alloc(4);
      lengte.writeUInt32BE(aad.length);
      const nonce = createHmac('sha256', nonceSleutel)
        .update(lengte)
        .update(aad)
        .update(tekst)
        .digest()
        .subarray(0, NONCE);
      const cipher = createCipheriv('aes-256-gcm', versleutel, nonce, { authTagLength: TAG }).setAAD(aad);
      return Buffer.concat([nonce, cipher.update(tekst), cipher.final(), cipher.getAuthTag()]).toString(
        'base64url',
      );
    },
    lees: (lijst: Lijst, cursor: string) => {
      const aad = binding(lijst);
      for (const sleutel of sleutels) {
        const plaats = ontsleutel(sleutel.versleutel, aad, cursor);
        if (plaats !== undefined) return plaats;
      }
      throw new KetenFout('CURSOR_ONGELDIG', undefined, { veld: lijst.veld });
    },
  });
}

/** The place in a cursor; `undefined` when this key did not make it for this binding. */
function ontsleutel(sleutel: Buffer, aad: Buffer, cursor: string): Plaats | undefined {
  const bytes = Buffer.from(cursor, 'base64url');
  // Node's decoder skips what is not base64url; a cursor has one spelling.
  if (bytes.toString('base64url') !== cursor || bytes.length < NONCE + TAG) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', sleutel, bytes.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(aad)
    .setAuthTag(bytes.subarray(-TAG));
  try {
    const tekst = Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
    return plaatsVorm.parse(JSON.parse(tekst.toString()));
  } catch {
    return undefined;
  }
}
