import { type Antwoord, beoordeel, op } from './beoordeel.ts';
import type { Geval } from './geval.ts';

/** How a case went; `gebrek` is absent when it went as it must. */
export interface Uitslag {
  readonly geval: Geval;
  readonly gebrek: string | undefined;
}

/** Where the gateway is, and how to become somebody. */
export interface Doelwit {
  readonly url: string;
  /** An access token of a user of the demo. */
  readonly token: (als: string) => Promise<string>;
}

/** Asks each case in turn, as later ones use what earlier ones remember. */
export async function* voerUit(gevallen: readonly Geval[], doelwit: Doelwit): AsyncGenerator<Uitslag> {
  const onthouden = new Map<string, unknown>();
  const antwoorden = new Map<string, Antwoord>();
  for (const geval of gevallen) {
    const antwoord = await stel(geval, doelwit, onthouden);
    antwoorden.set(geval.naam, antwoord);
    for (const [naam, pad] of Object.entries(geval.onthoud))
      onthouden.set(naam, op(antwoord.body['data'], pad)[0]);
    yield { geval, gebrek: beoordeel(geval, antwoord, antwoorden) };
  }
}

async function stel(
  { als, doel, reden, query, variables }: Geval,
  { url, token }: Doelwit,
  onthouden: ReadonlyMap<string, unknown>,
): Promise<Antwoord> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...(als === undefined ? {} : { authorization: `Bearer ${await token(als)}` }),
      ...(doel === undefined ? {} : { 'x-verwerkingsactiviteit': doel }),
      ...(reden === undefined ? {} : { 'x-toegangsreden': reden }),
    },
    body: JSON.stringify({ query, variables: ingevuld(variables, onthouden) }),
  });
  return { status: response.status, body: (await response.json()) as Antwoord['body'] };
}

function ingevuld(
  variables: Readonly<Record<string, unknown>>,
  onthouden: ReadonlyMap<string, unknown>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(variables).map(([naam, waarde]) => {
      if (typeof waarde !== 'string' || !waarde.startsWith('$')) return [naam, waarde];
      const bekend = onthouden.get(waarde.slice(1));
      // A case that could not remember fails there; this one asks for what does not exist.
      return [naam, bekend ?? 'niet onthouden'];
    }),
  );
}
