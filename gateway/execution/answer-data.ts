import type { JsonWriter } from './json-writer.ts';

/** What stands before the data in an answer without errors. */
export const BEFORE_DATA = Buffer.from('{"data":');

/**
 * The `data` of an answer, already written as JSON where they stand in it: they are put together as bytes once, and never
 * held as objects. They are sent as they are, and become objects only for who asks for them.
 */
export class AnswerData {
  readonly #answer: JsonWriter;
  /** It stands where GraphQL has an object by response name. */
  readonly [responseName: string]: unknown;

  /** @param answer an answer of which only `BEFORE_DATA` and the data are written */
  constructor(answer: JsonWriter) {
    this.#answer = answer;
  }

  /** The data as JSON text. */
  get json(): string {
    return this.#answer.end().toString('utf8', BEFORE_DATA.length);
  }

  /** The whole answer, when it has these extensions and no errors. Made once: it takes the place of the data alone. */
  answerWith(extensions: Readonly<Record<string, unknown>>): Buffer {
    this.#answer.text(`,"extensions":${JSON.stringify(extensions)}}`);
    return this.#answer.end();
  }

  toJSON(): unknown {
    return JSON.parse(this.json);
  }
}
