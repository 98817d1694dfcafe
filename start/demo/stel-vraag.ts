import { randomBytes } from 'node:crypto';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import type { Operatie } from '../../schema/operaties/laad-operaties.ts';

/** An error of a GraphQL answer, as far as the demo looks at it. */
export interface AntwoordFout {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: {
    readonly code?: string;
    readonly geweigerd?: readonly { readonly gegevensgroep: string; readonly reden: string }[];
  };
}

/** A GraphQL answer; `data` is null where the whole question was refused. */
export interface Antwoord {
  readonly data: unknown;
  readonly errors: readonly AntwoordFout[];
  /** The bytes as they came. */
  readonly tekst: string;
}

/**
 * Asks a trusted document at the endpoint, with its variables and its purpose; all that is asked under one trace has
 * the same trace id in its answer.
 * Throws KETEN_DRAAIT_NIET when there is no answer, INTERNE_FOUT when it is not GraphQL.
 */
export async function stelVraag(
  endpoint: string,
  token: string,
  vraag: Operatie,
  traceparent = nieuwSpoor(),
): Promise<Antwoord> {
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'x-verwerkingsactiviteit': vraag.verwerkingsactiviteit,
      traceparent,
    },
    body: JSON.stringify({ documentId: vraag.id, variables: vraag.variabelen }),
  }).catch((error: unknown) => {
    throw new KetenFout('KETEN_DRAAIT_NIET', `${endpoint} does not answer.`, {}, { cause: error });
  });
  try {
    const tekst = await answer.text();
    const { data = null, errors = [] } = JSON.parse(tekst) as Partial<Antwoord>;
    return { data, errors, tekst };
  } catch (error) {
    throw new KetenFout(
      'INTERNE_FOUT',
      `${endpoint} answered ${answer.status} without JSON.`,
      {},
      { cause: error },
    );
  }
}

/** A new trace in the form of W3C Trace Context. */
export function nieuwSpoor(): string {
  return `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
}
