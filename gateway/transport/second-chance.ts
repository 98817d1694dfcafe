import { type Attempted, NoAnswer, type PostResponse } from './post.ts';

/** A connection that broke: another one is there at once. After the others, something has to come up first. */
const BROKEN: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/** How long something that was not there is given to come up, in milliseconds. */
const COMING_UP_MS = 100;

/** An answer takes some time: with less than this left there is no second chance, in milliseconds. */
const WORTH_TRYING_MS = 50;

/**
 * How many milliseconds to wait before a query may be asked again: after a connection that failed before an answer
 * began, and after a 503 that says in `Retry-After` (RFC 9110, section 10.2.3) when to come back.
 * @param left milliseconds until the answer must be there
 * @param now milliseconds since 1970
 * @returns `undefined` when there is no real second chance
 */
export function secondChance(first: Attempted, left: number, now: number): number | undefined {
  const wait =
    first instanceof NoAnswer ? (BROKEN.has(first.code) ? 0 : COMING_UP_MS) : retryAfter(first, now);
  return wait !== undefined && wait + WORTH_TRYING_MS <= left ? wait : undefined;
}

function retryAfter({ status, retryAfter }: PostResponse, now: number): number | undefined {
  if (status !== 503 || retryAfter === undefined) return undefined;
  if (/^\d{1,6}$/.test(retryAfter)) return Number(retryAfter) * 1_000;
  // Only the form that is sent today: Date.parse alone takes almost anything for a date.
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(retryAfter)) return undefined;
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
