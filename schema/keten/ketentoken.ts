import { z } from 'zod';
import { TOEGANGSREDENEN } from '../codelijsten/toegangsredenen.ts';

/** The header that carries the ketentoken between gateway and subgraph. */
export const KETENTOKEN_HEADER = 'ketentoken';

/** The header with the milliseconds a subgraph has left to answer. */
export const TERMIJN_HEADER = 'keten-termijn';

/** The issuer name inside every ketentoken. */
export const KETENTOKEN_ISSUER = 'ketengraaf-gateway';

/** The row scope of one data group: a row is in reach when one of its bereiksleutels stands in the list. */
const bereik = z.strictObject({ sleutels: z.array(z.string().regex(/^[^,]+$/)) });

/**
 * What a subgraph is told about the asker: who asks, for which organisation and purpose,
 * which data groups were granted and, for each of them, which rows are in reach.
 * Times (`iat`, `exp`) are seconds since 1970.
 */
export const ketentokenClaims = z.object({
  iss: z.literal(KETENTOKEN_ISSUER),
  aud: z.string().min(1),
  /** Pseudonym of the user. */
  sub: z.string().min(1),
  /** Code of the ketenpartner the user works for. */
  organisatie: z.string().min(1),
  /** The afnemer under which the asker knows people: see `afnemerVan`. */
  afnemer: z.string().min(1),
  /** URI of the verwerkingsactiviteit; absent when the question needs no purpose. */
  verwerkingsactiviteit: z.string().min(1).optional(),
  /** Code of the reason for which the asker looked beyond the own caseload; absent when he did not. */
  reden: z.enum(Object.keys(TOEGANGSREDENEN)).optional(),
  /** Granted data groups, each with its row scope. Groups without rows of their own have an empty scope. */
  groepen: z.record(z.string().min(1), bereik),
  iat: z.int(),
  exp: z.int(),
});

/** The verified content of a ketentoken. */
export type KetentokenClaims = z.infer<typeof ketentokenClaims>;
