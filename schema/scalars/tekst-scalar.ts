import type { GraphQLScalarType } from 'graphql';
import { strikteScalar } from './strikte-scalar.ts';

/** What a scalar of text needs; see {@link strikteScalar}. */
interface TekstScalar {
  readonly naam: string;
  readonly omschrijving: string;
  readonly vorm: string;
  readonly standaard?: string;
  /** Whether a text is exactly of the form. */
  readonly past: (tekst: string) => boolean;
}

/** A strict scalar whose value is the same text inside and outside. */
export function tekstScalar({ past, ...soort }: TekstScalar): GraphQLScalarType<string, string> {
  const lees = (waarde: unknown): string | undefined =>
    typeof waarde === 'string' && past(waarde) ? waarde : undefined;
  return strikteScalar({ ...soort, literaal: 'tekst', lees, schrijf: lees });
}
