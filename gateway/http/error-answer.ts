import { type Foutcode, foutsoort } from '../../schema/fouten/catalogus.ts';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';

/** An answer that is nothing but an error. */
export interface ErrorAnswer {
  readonly status: number;
  readonly body: {
    readonly errors: readonly [
      { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> },
    ];
    readonly extensions: { readonly traceId: string };
  };
}

/** The answer for a request that never became an operation. */
export function errorAnswer(error: KetenFout, traceId: string): ErrorAnswer {
  const extensions = { code: error.code, ...error.details, traceId };
  return {
    status: foutsoort(error.code).http ?? 500,
    body: { errors: [{ message: error.message, extensions }], extensions: { traceId } },
  };
}

/** What Fastify's own refusals mean. */
const FASTIFY_CODES: Readonly<Record<string, Foutcode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'AANROEP_TE_GROOT',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'MEDIATYPE_NIET_ONDERSTEUND',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'AANROEP_ONGELDIG',
  FST_ERR_CTP_INVALID_JSON_BODY: 'AANROEP_ONGELDIG',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'AANROEP_ONGELDIG',
};

/** The error of the catalogue for whatever was thrown; what it said itself stays inside. */
export function toKetenFout(error: unknown): KetenFout {
  if (error instanceof KetenFout) return error;
  const known = error instanceof Error && 'code' in error ? FASTIFY_CODES[String(error.code)] : undefined;
  if (known !== undefined) return new KetenFout(known);
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return new KetenFout(status === 400 ? 'AANROEP_ONGELDIG' : 'INTERNE_FOUT', undefined, {}, { cause: error });
}
