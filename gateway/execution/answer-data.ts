/**
 * The `data` of an answer, already written as JSON: it is put together as text once, and never held as objects. It
 * is sent as it is, and becomes objects only for who asks for them.
 */
export class AnswerData {
  readonly json: string;
  /** It stands where GraphQL has an object by response name. */
  readonly [responseName: string]: unknown;

  constructor(json: string) {
    this.json = json;
  }

  toJSON(): unknown {
    return JSON.parse(this.json);
  }
}
