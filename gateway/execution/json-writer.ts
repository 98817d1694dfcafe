const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** A longer string is written by the engine: for a shorter one the call costs more than the work. */
const MAX_BY_HAND = 40;

/** ASCII without quotes, backslashes and control characters. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** What a unit of a string takes at most as UTF-8. */
const BYTES_A_UNIT = 3;

/**
 * JSON on its way to a client, as the bytes that are sent. Text that is added together is a tree of its parts, which
 * has to be gone through once more to become bytes; here every part is touched once. What was written can be taken
 * back to a place: a null may empty what it stands in.
 */
export class JsonWriter {
  #bytes: Buffer;
  #length = 0;

  /** @param expected how many bytes it will probably be */
  constructor(expected: number) {
    this.#bytes = Buffer.allocUnsafe(expected);
  }

  /** How many bytes there are so far. */
  get length(): number {
    return this.#length;
  }

  /** Takes back all but the first `length` bytes. */
  cut(length: number): void {
    this.#length = length;
  }

  /** All that was written. */
  end(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Writes JSON that is bytes already. */
  raw(json: Uint8Array): void {
    this.#makeRoom(json.length);
    this.#bytes.set(json, this.#length);
    this.#length += json.length;
  }

  /** Writes JSON that is text. */
  text(json: string): void {
    this.#makeRoom(json.length * BYTES_A_UNIT);
    this.#length += this.#bytes.write(json, this.#length);
  }

  /** Writes one character of ASCII. */
  character(code: number): void {
    this.#makeRoom(1);
    this.#bytes[this.#length] = code;
    this.#length += 1;
  }

  /** Writes a finite number. */
  number(value: number): void {
    const digits = String(value);
    const count = digits.length;
    this.#makeRoom(count);
    const bytes = this.#bytes;
    const at = this.#length;
    for (let index = 0; index < count; index += 1) bytes[at + index] = digits.charCodeAt(index);
    this.#length = at + count;
  }

  /** Writes a string, between quotes and with the escapes it needs. */
  string(value: string): void {
    const isWritten = value.length > MAX_BY_HAND ? this.#asPlain(value) : this.#byHand(value);
    if (!isWritten) this.text(JSON.stringify(value));
  }

  /** Writes a string that is plain; gives up at another. */
  #asPlain(value: string): boolean {
    if (!PLAIN.test(value)) return false;
    this.character(QUOTE);
    this.#makeRoom(value.length);
    this.#length += this.#bytes.write(value, this.#length, 'latin1');
    this.character(QUOTE);
    return true;
  }

  /** Writes a string of which every unit is one or two bytes and none needs an escape; gives up at another. */
  #byHand(value: string): boolean {
    const count = value.length;
    this.#makeRoom(count * 2 + 2);
    const bytes = this.#bytes;
    let at = this.#length;
    bytes[at++] = QUOTE;
    for (let index = 0; index < count; index += 1) {
      const unit = value.charCodeAt(index);
      if (unit < 0x80) {
        if (unit < 0x20 || unit === QUOTE || unit === BACKSLASH) return false;
        bytes[at++] = unit;
      } else if (unit < 0x800) {
        bytes[at++] = 0xc0 | (unit >> 6);
        bytes[at++] = 0x80 | (unit & 0x3f);
      } else {
        return false;
      }
    }
    bytes[at++] = QUOTE;
    this.#length = at;
    return true;
  }

  #makeRoom(count: number): void {
    if (this.#length + count > this.#bytes.length) this.#grow(this.#length + count);
  }

  #grow(needed: number): void {
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.#bytes.length));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
