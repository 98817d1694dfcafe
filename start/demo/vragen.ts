import { readFileSync } from 'node:fs';
import { z } from 'zod';

const vraag = z.object({
  /** Id of the trusted document, such as `keten:WP-001`. */
  id: z.string(),
  titel: z.string(),
  /** In the file the code of a verwerkingsactiviteit; for the reader its URI. */
  verwerkingsactiviteit: z.string(),
  /** The demo user who asks it. */
  als: z.string(),
  variabelen: z.record(z.string(), z.unknown()),
});

const activiteit = z.object({ code: z.string(), uri: z.string() });

/** A question of the register of trusted documents, as the demo asks it: with the URI of its purpose. */
export type Vraag = z.infer<typeof vraag>;

/** The questions of `schema/operaties/register.json`. Throws where a file is not as described. */
export function readVragen(): readonly Vraag[] {
  const activiteiten = z.array(activiteit).parse(readSchema('beleid/verwerkingsregister.json'));
  const uris = new Map(activiteiten.map(({ code, uri }) => [code, uri]));
  const vragen = z.array(vraag).parse(readSchema('operaties/register.json'));
  return Object.freeze(
    vragen.map((gelezen) => {
      const uri = uris.get(gelezen.verwerkingsactiviteit);
      if (uri === undefined) throw new Error(`${gelezen.id} names an unknown verwerkingsactiviteit.`);
      return Object.freeze({ ...gelezen, verwerkingsactiviteit: uri });
    }),
  );
}

function readSchema(pad: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../schema/${pad}`, import.meta.url), 'utf8'));
}
