import { LRUCache } from 'lru-cache';

/** What a cache may hold and how big a value counts. */
export interface SingleFlightCacheOptions<Value> {
  /** The most bytes all values together may take. */
  readonly maxBytes: number;
  /** The size of a value in bytes; at least 1. */
  readonly sizeOf: (value: Value) => number;
}

/**
 * A cache bounded by bytes in which a value is made once, however many ask for it at the same time.
 * A failure is not kept: the next asker tries again.
 */
export class SingleFlightCache<Value extends object> {
  readonly #values: LRUCache<string, Value>;
  readonly #pending = new Map<string, Promise<Value>>();

  constructor({ maxBytes, sizeOf }: SingleFlightCacheOptions<Value>) {
    this.#values = new LRUCache({ maxSize: maxBytes, sizeCalculation: sizeOf });
  }

  /** The value for the key, without waiting, when it is there. */
  peek(key: string): Value | undefined {
    return this.#values.get(key);
  }

  /** The value for the key, made by `make` when it is not there yet. */
  get(key: string, make: () => Promise<Value>): Promise<Value> {
    const pending = this.#pending.get(key);
    if (pending !== undefined) return pending;
    const value = this.#values.get(key);
    if (value !== undefined) return Promise.resolve(value);
    const making = make()
      .then((made) => {
        this.#values.set(key, made);
        return made;
      })
      .finally(() => this.#pending.delete(key));
    this.#pending.set(key, making);
    return making;
  }

  /** How many values are kept and how many bytes they count for. */
  get usage(): { readonly entries: number; readonly bytes: number } {
    return { entries: this.#values.size, bytes: this.#values.calculatedSize };
  }
}
