import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import type { Operatie } from '../../schema/operaties/laad-operaties.ts';

/** An error of a GraphQL answer, as far as the demo looks at it. */
export interface AntwoordFout {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

/** A GraphQL answer; `data` is null where the whole question was refused. */
export interface Antwoord {
  readonly data: unknown;
  readonly errors: readonly AntwoordFout[];
}

/**
 * Asks a trusted document at the endpoint, with its variables and its purpose.
 * Throws KETEN_DRAAIT_NIET when there is no answer, INTERNE_FOUT when it is not GraphQL.
 */
export async function stelVraag(endpoint: string, token: string, vraag: Operatie): Promise<Antwoord> {
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'x-verwerkingsactiviteit': vraag.verwerkingsactiviteit,
    },
    body: JSON.stringify({ documentId: vraag.id, variables: vraag.variabelen }),
  }).catch((error: unknown) => {
    throw new KetenFout('KETEN_DRAAIT_NIET', `${endpoint} does not answer.`, {}, { cause: error });
  });
  try {
    const { data = null, errors = [] } = (await answer.json()) as Partial<Antwoord>;
    return { data, errors };
  } catch (error) {
    throw new KetenFout(
      'INTERNE_FOUT',
      `${endpoint} answered ${answer.status} without JSON.`,
      {},
      { cause: error },
    );
  }
}
