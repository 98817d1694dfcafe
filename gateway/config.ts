import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { SCHEMA_MAP } from '../schema/bestanden/schema-map.ts';
import { KetenFout } from '../schema/fouten/keten-fout.ts';
import { DEFAULT_LIMITS } from './http/limits.ts';
import { uitgeverInstellingen } from './identity/uitgever.ts';
import { DEFAULT_PLAN_MS } from './planning/bounded-planner.ts';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const SUPERGRAPH = fileURLToPath(new URL('../schema/supergraph.graphql', import.meta.url));

const poort = z.coerce.number().int().min(0).max(65_535);
const aantal = (byDefault: number, hooguit = Number.MAX_SAFE_INTEGER): z.ZodType<number> =>
  z.coerce.number().int().min(1).max(hooguit).default(byDefault);
const waarheid = z.enum(['true', 'false']).transform((value) => value === 'true');

/** JSON inside an environment variable. */
function json<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'is not valid JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

/** Every setting of the gateway: its environment variable, its form, its default and what it means. */
const settings = z.object({
  /** The port of the endpoint; 0 takes a free one. Also `--port N`. */
  POORT: poort.default(4000),
  /** The address it listens on. */
  ADRES: z.string().min(1).default('127.0.0.1'),
  /** How many processes serve the port, each with its own caches and connections. Also `--werkers N`. */
  WERKERS: aantal(1, 64),
  /** The supergraph file. Also `--supergraph FILE`. */
  SUPERGRAPH: z.string().min(1).default(SUPERGRAPH),
  /** The folder with the policy, the ketenpartners and the trusted documents: `beleid`, `ketenpartners`, `operaties`. */
  SCHEMA_MAP: z.string().min(1).default(fileURLToPath(SCHEMA_MAP)),
  /** The addresses of subgraphs as JSON, name to URL; those not named keep the address in the supergraph. */
  SUBGRAPHS: json(z.record(z.string(), z.url({ protocol: /^https?$/ }))).default({}),
  /** The issuers of access tokens as JSON: see `uitgeverInstelling` in gateway/identity. Needed unless the gateway runs without authorisation. */
  UITGEVERS: json(uitgeverInstellingen).optional(),
  /** The file with the private Ed25519 JWK that signs towards subgraphs. Needed unless without authorisation. */
  KETENTOKEN_SLEUTEL: z.string().min(1).optional(),
  /** How many gateways serve the keten together, on this machine or others; more than one count together in Redis. */
  GATEWAYS: aantal(1, 64),
  /** Redis, as `redis://` or `rediss://` URL: where several gateways count how often is asked. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** Whether documents that are not trusted may be asked; by default only on loopback. */
  VRIJE_OPERATIES: waarheid.optional(),
  /** Whether the schema may be asked about; by default only on loopback. */
  INTROSPECTIE: waarheid.optional(),
  /** Origins of browser pages that may ask, as a JSON list; none by default. */
  CORS_OORSPRONGEN: json(z.array(z.url({ protocol: /^https?$/ }))).default([]),
  /** The most milliseconds between a request and its answer. */
  TERMIJN_MS: aantal(10_000),
  /** The most bytes of a request body. */
  MAX_AANROEP_BYTES: aantal(100 * 1024),
  /** The most tokens of a document. */
  MAX_TOKENS: aantal(2_000),
  /** The deepest nesting of an operation. */
  MAX_DIEPTE: aantal(DEFAULT_LIMITS.maxDepth),
  /** The most aliases in an operation. */
  MAX_ALIASSEN: aantal(DEFAULT_LIMITS.maxAliases),
  /** The most fields at the root of an operation. */
  MAX_WORTELVELDEN: aantal(DEFAULT_LIMITS.maxRootFields),
  /** The most rows that all pages of an operation together may have. */
  MAX_KOSTEN: aantal(DEFAULT_LIMITS.maxCost),
  /** The most selections of an operation with its fragments written out. */
  MAX_SELECTIES: aantal(DEFAULT_LIMITS.maxSelections),
  /** The most `@include` and `@skip` of an operation with its fragments written out. */
  MAX_VOORWAARDEN: aantal(DEFAULT_LIMITS.maxConditions),
  /** The most milliseconds that the plan of an operation may take, and that it may wait for its turn. */
  PLAN_TERMIJN_MS: aantal(DEFAULT_PLAN_MS),
  /** The most bytes that known documents may take: parsed, planned and compiled. */
  MAX_PLAN_BYTES: aantal(64 * 1024 * 1024),
  /** The most bytes of an answer of a subgraph. */
  MAX_ANTWOORD_BYTES: aantal(8 * 1024 * 1024),
  /** The most connections to one subgraph. */
  VERBINDINGEN: aantal(64, 1_024),
  /** Opens the circuit breaker of a subgraph: more than this percentage of its calls in ten seconds failed. 100: never. */
  ONDERBREKER_PROCENT: aantal(50, 100),
  /** The fewest calls in ten seconds on which a circuit breaker opens. */
  ONDERBREKER_AANROEPEN: aantal(10),
  /** How many milliseconds an open circuit breaker waits until one call may try whether the subgraph is back. */
  ONDERBREKER_MS: aantal(5_000),
  /** How much is logged: trace, debug, info, warn, error or silent. */
  LOGNIVEAU: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** The settings of one gateway process. */
export type Config = Readonly<z.infer<typeof settings>> & {
  /** Run any supergraph, without identity, authorisation or signatures. Only `--zonder-autorisatie`. */
  readonly zonderAutorisatie: boolean;
  /** Who executes: our engine, or the reference engine @apollo/gateway. Only `--engine`. */
  readonly engine: 'ketengraaf' | 'apollo';
  readonly isLoopback: boolean;
  readonly vrijeOperaties: boolean;
  readonly introspectie: boolean;
};

/**
 * Reads the settings from the environment and the command line; the command line wins.
 * @throws KetenFout INSTELLINGEN_ONGELDIG naming every fault at once; ONBEVEILIGD_GEWEIGERD
 */
export function readConfig(env: NodeJS.ProcessEnv, args: readonly string[]): Config {
  const flags = readFlags(args);
  const result = settings.safeParse({
    ...env,
    ...(flags.port === undefined ? {} : { POORT: flags.port }),
    ...(flags.werkers === undefined ? {} : { WERKERS: flags.werkers }),
    ...(flags.supergraph === undefined ? {} : { SUPERGRAPH: flags.supergraph }),
  });
  const faults = result.success
    ? []
    : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const zonderAutorisatie = flags['zonder-autorisatie'] === true;
  const engine = flags.engine ?? 'ketengraaf';
  if (engine !== 'ketengraaf' && engine !== 'apollo') faults.push('--engine: must be ketengraaf or apollo');
  if (engine === 'apollo' && !zonderAutorisatie)
    faults.push('--engine apollo: only with --zonder-autorisatie');
  if (result.success && !zonderAutorisatie) {
    if (result.data.UITGEVERS === undefined) faults.push('UITGEVERS: is needed');
    if (result.data.KETENTOKEN_SLEUTEL === undefined) faults.push('KETENTOKEN_SLEUTEL: is needed');
    if (result.data.GATEWAYS > 1 && result.data.REDIS_URL === undefined)
      faults.push('REDIS_URL: is needed with more than one of GATEWAYS, which count together');
  }
  if (!result.success || faults.length > 0) throw new KetenFout('INSTELLINGEN_ONGELDIG', faults.join('; '));

  const isLoopback = LOOPBACK.has(result.data.ADRES);
  if (zonderAutorisatie) refuseUnsafe(isLoopback, env);
  return Object.freeze({
    ...result.data,
    zonderAutorisatie,
    engine: engine === 'apollo' ? engine : 'ketengraaf',
    isLoopback,
    vrijeOperaties: result.data.VRIJE_OPERATIES ?? isLoopback,
    introspectie: result.data.INTROSPECTIE ?? isLoopback,
  });
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        supergraph: { type: 'string' },
        port: { type: 'string' },
        werkers: { type: 'string' },
        'zonder-autorisatie': { type: 'boolean' },
        engine: { type: 'string' },
      },
    }).values;
  } catch (cause) {
    const reden = cause instanceof Error ? cause.message : 'unknown flag';
    throw new KetenFout('INSTELLINGEN_ONGELDIG', reden, {}, { cause });
  }
}

function refuseUnsafe(isLoopback: boolean, env: NodeJS.ProcessEnv): void {
  if (!isLoopback) throw new KetenFout('ONBEVEILIGD_GEWEIGERD', 'The address is not loopback.');
  if (env['NODE_ENV'] === 'production')
    throw new KetenFout('ONBEVEILIGD_GEWEIGERD', 'NODE_ENV is production.');
}
