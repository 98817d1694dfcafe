import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { catalogus, type Foutcode, foutsoort } from '../../../schema/fouten/catalogus.ts';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';

/** Codes of Apollo Server for questions that never reached a resolver. */
const VAN_APOLLO: Readonly<Record<string, Foutcode>> = {
  GRAPHQL_PARSE_FAILED: 'DOCUMENT_ONGELDIG',
  GRAPHQL_VALIDATION_FAILED: 'DOCUMENT_ONGELDIG',
  OPERATION_RESOLUTION_FAILURE: 'OPERATIE_ONBEKEND',
  BAD_USER_INPUT: 'VARIABELE_ONGELDIG',
  BAD_REQUEST: 'AANROEP_ONGELDIG',
};

/** The code under which an error may leave: its own when the catalogue has it, and else INTERNE_FOUT. */
export function foutcodeVan(fout: unknown): Foutcode {
  const bron = fout instanceof GraphQLError ? (fout.originalError ?? fout) : fout;
  if (bron instanceof KetenFout) return bron.code;
  if (isDatabasefout(bron)) return 'BRON_MISLUKT';
  // Apollo wraps an error of a scalar in one of its own: the inner code says more.
  const codes = [bron, fout].map((kandidaat) =>
    kandidaat instanceof GraphQLError ? String(kandidaat.extensions['code']) : '',
  );
  const code = codes.find(isFoutcode) ?? codes.map((each) => VAN_APOLLO[each]).find(Boolean);
  // graphql-js itself refuses an argument, such as a variable that is null where that may not be.
  return code ?? (bron instanceof GraphQLError && bron !== fout ? 'INVOER_ONGELDIG' : 'INTERNE_FOUT');
}

/** What leaves of an error: the text of its code, its path and its code. */
export function maskeerFout(code: Foutcode, path?: GraphQLFormattedError['path']): GraphQLFormattedError {
  return { message: foutsoort(code).nl, ...(path !== undefined && { path }), extensions: { code } };
}

/** Whether an error came from Prisma or PostgreSQL: then the transaction is lost. */
export function isDatabasefout(fout: unknown): boolean {
  return fout instanceof Error && /^(?:Prisma|DriverAdapterError|DatabaseError)/.test(fout.name);
}

/** What an operator may read of any error: kind, codes and places in our code, never the message. */
export function kenmerkenVan(fout: unknown): Readonly<Record<string, unknown>> {
  const bron = fout instanceof GraphQLError ? (fout.originalError ?? fout) : fout;
  if (bron instanceof KetenFout) return { code: bron.code, reden: bron.reden };
  if (!(bron instanceof Error)) return { soort: typeof bron };
  return {
    soort: bron.name,
    ...('code' in bron && { databasecode: bron.code }),
    plaats: bron.stack
      ?.split('\n')
      .filter((regel) => regel.startsWith('    at '))
      .slice(0, 8),
  };
}

function isFoutcode(code: string): code is Foutcode {
  return Object.hasOwn(catalogus, code);
}
