import { randomFillSync } from 'node:crypto';

/** Random bytes, drawn many at a time: to draw them costs the same for one as for all. */
const drawn = Buffer.allocUnsafe(8_192);
let used = drawn.length;

/** Random bytes that were never given out before, as hexadecimal digits; at most 8.192 bytes at once. */
export function randomHex(bytes: number): string {
  if (used + bytes > drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  const hex = drawn.toString('hex', used, used + bytes);
  used += bytes;
  return hex;
}
