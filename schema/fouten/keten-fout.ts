import { type Foutcode, foutsoort } from './catalogus.ts';

/** Facts beside an error: names, counts, codes. Never a value that someone typed. */
export type FoutDetails = Readonly<Record<string, unknown>>;

/**
 * An error with a stable code from the catalogue. `message` is the Dutch text for the end user;
 * `reden` is the English reason for the operator and goes to logs and terminals only.
 */
export class KetenFout extends Error {
  override readonly name = 'KetenFout';
  readonly code: Foutcode;
  readonly reden: string;
  readonly details: FoutDetails;

  constructor(
    code: Foutcode,
    reden: string = foutsoort(code).en,
    details: FoutDetails = {},
    options?: ErrorOptions,
  ) {
    super(foutsoort(code).nl, options);
    this.code = code;
    this.reden = reden;
    this.details = details;
  }
}
