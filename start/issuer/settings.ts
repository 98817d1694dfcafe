import { z } from 'zod';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

const settings = z.object({
  /** Port to listen on; 0 takes a free one. */
  POORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number')
    .default('4010')
    .transform(Number)
    .pipe(z.int().max(65_535, 'must be a port number')),
  /** Address to listen on: loopback only, because anybody who reaches it can be anybody. */
  ADRES: z
    .enum(LOOPBACK, 'must be a loopback address: this issuer gives a token to whoever asks')
    .default('127.0.0.1'),
  /** Path of the private RSA key (JWK) that signs the tokens. */
  UITGEVER_SLEUTEL: z.string('must be the path of a private RSA key as JWK').min(1),
  NODE_ENV: z
    .string()
    .optional()
    .refine((value) => value !== 'production', 'the demo issuer does not run with NODE_ENV=production'),
});

/** Settings of the demo issuer. */
export interface IssuerSettings {
  readonly poort: number;
  readonly adres: string;
  readonly sleutel: string;
}

/** Reads the settings; throws INSTELLINGEN_ONGELDIG naming every fault, without what was filled in. */
export function readIssuerSettings(omgeving: NodeJS.ProcessEnv): IssuerSettings {
  const parsed = settings.safeParse(omgeving);
  if (!parsed.success) {
    const fouten = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new KetenFout('INSTELLINGEN_ONGELDIG', fouten.join('\n'), { fouten });
  }
  const { POORT, ADRES, UITGEVER_SLEUTEL } = parsed.data;
  return Object.freeze({ poort: POORT, adres: ADRES, sleutel: UITGEVER_SLEUTEL });
}
