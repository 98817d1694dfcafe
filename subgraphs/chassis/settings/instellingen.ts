import { z } from 'zod';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import { type Cursorring, leesCursorring } from '../paging/cursor-sleutels.ts';
import { leesPseudoniemring, type Pseudoniemring } from '../../../schema/keten/pseudoniem.ts';

const POORT = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number')
  .transform(Number)
  .refine((poort) => poort <= 65_535, 'must be at most 65535');

const databaseUrl = z
  .string()
  .refine(
    (tekst) => URL.canParse(tekst) && /^postgres(ql)?:$/.test(new URL(tekst).protocol),
    'must be a postgresql:// URL',
  );

const jwksUrl = z
  .string()
  .refine(
    (tekst) => URL.canParse(tekst) && /^(https?|file):$/.test(new URL(tekst).protocol),
    'must be an http(s): or file: URL',
  )
  .transform((tekst) => new URL(tekst));

const redisUrl = z
  .string()
  .refine(
    (tekst) => URL.canParse(tekst) && /^rediss?:$/.test(new URL(tekst).protocol),
    'must be a redis:// or rediss:// URL',
  );

const omgeving = z
  .object({
    POORT,
    ADRES: z.string().min(1).default('127.0.0.1'),
    DATABASE_URL: databaseUrl,
    EIGENAAR_DATABASE_URL: databaseUrl.optional(),
    KETENTOKEN_JWKS: jwksUrl,
    CURSOR_SLEUTELS: z.string().min(1),
    PSEUDONIEM_SLEUTELS: z.string().min(1),
    PROCESSEN: z.coerce.number().int().min(1).max(64).default(1),
    REDIS_URL: redisUrl.optional(),
    PEILDATUM: z.iso.date('must be a day JJJJ-MM-DD').default('2013-04-02'),
    LOGNIVEAU: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  })
  .refine(({ PROCESSEN, REDIS_URL }) => PROCESSEN === 1 || REDIS_URL !== undefined, {
    path: ['REDIS_URL'],
    message: 'is needed with more than one of PROCESSEN: they share what tells a call from a replay',
  });

/** The settings of a subgraph. */
export interface Instellingen {
  /** Port to listen on; 0 lets the system choose. */
  readonly poort: number;
  /** Address to listen on. */
  readonly adres: string;
  /** Database URL of the serving role. */
  readonly databaseUrl: string;
  /** Database URL of the owner; when given, the subgraph migrates and loads before it serves. */
  readonly eigenaarDatabaseUrl?: string;
  /** Where the gateway's public keys are: http(s): or file:. */
  readonly ketentokenJwks: URL;
  /** Keys of 32 bytes from which those of the cursors are derived. */
  readonly cursorring: Cursorring;
  /** The keys of pseudonyms, the same in every subgraph. */
  readonly pseudoniemring: Pseudoniemring;
  /** What the processes of this subgraph share; absent when there is one. */
  readonly redisUrl?: string;
  /** The day the domain calls today, `JJJJ-MM-DD`. */
  readonly peildatum: string;
  readonly logniveau: string;
}

/**
 * Reads the settings from environment variables.
 * Throws INSTELLINGEN_ONGELDIG whose reason names every fault, and no value; then, for a file of keys, that file.
 */
export function leesInstellingen(env: Readonly<Record<string, string | undefined>>): Instellingen {
  const gelezen = omgeving.safeParse(env);
  if (!gelezen.success) {
    const fouten = gelezen.error.issues.map(({ path, message, code, input }) =>
      code === 'invalid_type' && input === undefined
        ? `${path.join('.')} is missing or not text`
        : `${path.join('.')} ${message}`,
    );
    throw new KetenFout('INSTELLINGEN_ONGELDIG', fouten.join('; '), { fouten });
  }
  const { data } = gelezen;
  return Object.freeze({
    poort: data.POORT,
    adres: data.ADRES,
    databaseUrl: data.DATABASE_URL,
    ...(data.EIGENAAR_DATABASE_URL !== undefined && { eigenaarDatabaseUrl: data.EIGENAAR_DATABASE_URL }),
    ketentokenJwks: data.KETENTOKEN_JWKS,
    cursorring: leesCursorring(data.CURSOR_SLEUTELS),
    ...(data.PROCESSEN > 1 && data.REDIS_URL !== undefined && { redisUrl: data.REDIS_URL }),
    pseudoniemring: leesPseudoniemring(data.PSEUDONIEM_SLEUTELS),
    peildatum: data.PEILDATUM,
    logniveau: data.LOGNIVEAU,
  });
}
