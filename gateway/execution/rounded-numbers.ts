/** A string, or a whole number of sixteen digits or more: only such a number can be more than a double holds. */
const STRING_OR_LONG_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|(?<number>-?\d{16,}(?![\d.eE]))/g;

/**
 * The whole numbers of answers that were rounded when they were read: beyond ±2⁵³ a double does not hold each of them. The
 * texts are looked at only when such a number turns up.
 */
export class RoundedNumbers {
  readonly #rounded = new Set<number>();
  #unseen: string[] = [];

  /** Keeps the text of an answer until someone asks. */
  received(text: string): void {
    this.#unseen.push(text);
  }

  /** Whether a number is not what stood in the answer, as far as that can be told. */
  has(value: number): boolean {
    if (!Number.isInteger(value)) return !Number.isFinite(value);
    if (Number.isSafeInteger(value)) return false;
    for (const text of this.#unseen)
      for (const { groups } of text.matchAll(STRING_OR_LONG_NUMBER)) this.#look(groups?.['number']);
    this.#unseen = [];
    return this.#rounded.has(value);
  }

  /** JavaScript itself writes large numbers with zeros for the digits that it does not know: those are as they were. */
  #look(digits: string | undefined): void {
    if (digits === undefined) return;
    const value = Number(digits);
    if (!Number.isFinite(value) || String(value) === digits) return;
    if (BigInt(digits) !== BigInt(value)) this.#rounded.add(value);
  }
}
