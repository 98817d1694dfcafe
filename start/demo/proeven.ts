import { toonBasisOpOrde } from './toon-basis-op-orde.ts';
import { toonKlantbeeld } from './toon-klantbeeld.ts';
import { controleerBasisOpOrde } from './verwacht-pho-001.ts';
import { controleerKlantbeeld } from './verwacht-wp-001.ts';

/** How an answer is judged and shown. */
export interface Proef {
  /** What is not as the documents say; empty when all is. */
  readonly controleer: (data: unknown) => readonly string[];
  /** The answer for a reader; only for one that was judged good. */
  readonly toon: (data: unknown) => string;
}

/** The proof of each question, by its id. */
export const proeven: Readonly<Record<string, Proef>> = Object.freeze({
  'keten:WP-001': { controleer: controleerKlantbeeld, toon: toonKlantbeeld },
  'keten:PHO-001': { controleer: controleerBasisOpOrde, toon: toonBasisOpOrde },
});
