import type { Operatie } from '../../schema/operaties/laad-operaties.ts';
import { isToegangsreden, type Toegangsredencode } from '../../schema/codelijsten/toegangsredenen.ts';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';

/** A request that may become a GraphQL operation. */
export interface AcceptedRequest {
  /** The GraphQL document. */
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The id of the trusted document; absent for a free operation. */
  readonly documentId: string | undefined;
  /** URI of the stated purpose. */
  readonly verwerkingsactiviteit: string | undefined;
  /** Why the asker looks beyond the own caseload. */
  readonly reden: Toegangsredencode | undefined;
}

/** What decides whether a request is accepted. */
export interface AcceptOptions {
  readonly operaties: ReadonlyMap<string, Operatie>;
  /** Whether documents that are not trusted may be asked. */
  readonly vrijeOperaties: boolean;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const REASON_HEADER = 'x-toegangsreden';
const PURPOSE_HEADERS = ['x-verwerkingsactiviteit', 'x-doelbinding'] as const;

/**
 * Reads a parsed body: one JSON object with either `documentId` (a trusted document, which fixes its own purpose)
 * or `query`, and optionally `variables`, `operationName` and `extensions`, of which we use none. Other members are left
 * aside.
 * @throws KetenFout AANROEP_ONGELDIG, DOCUMENT_ONBEKEND, VRIJE_OPERATIE_GEWEIGERD,
 *   DOEL_ONBEKEND, TOEGANGSREDEN_ONBEKEND
 */
export function acceptRequest(body: unknown, headers: Headers, options: AcceptOptions): AcceptedRequest {
  if (!isRecord(body)) throw new KetenFout('AANROEP_ONGELDIG');
  const { query, documentId, variables, operationName, extensions } = body;
  if (!isOptionalRecord(variables) || !isOptionalRecord(extensions) || !isOptionalString(operationName))
    throw new KetenFout('AANROEP_ONGELDIG');
  // No text in the keten holds a NUL, and PostgreSQL knows none.
  if (hasNul(query) || hasNul(variables)) throw new KetenFout('AANROEP_ONGELDIG');
  const purpose = statedPurpose(headers);
  const reden = statedReason(headers);
  const rest = { operationName: operationName ?? undefined, variables: variables ?? {}, reden };

  if (documentId !== undefined && documentId !== null) {
    if (typeof documentId !== 'string' || query !== undefined) throw new KetenFout('AANROEP_ONGELDIG');
    const operatie = options.operaties.get(documentId);
    if (operatie === undefined) throw new KetenFout('DOCUMENT_ONBEKEND');
    const { document, verwerkingsactiviteit } = operatie;
    if (purpose !== undefined && purpose !== verwerkingsactiviteit) throw new KetenFout('DOEL_ONBEKEND');
    return { query: document, documentId, verwerkingsactiviteit, ...rest };
  }
  if (typeof query !== 'string' || query === '') throw new KetenFout('AANROEP_ONGELDIG');
  if (!options.vrijeOperaties) throw new KetenFout('VRIJE_OPERATIE_GEWEIGERD');
  return { query, documentId: undefined, verwerkingsactiviteit: purpose, ...rest };
}

/** Two headers for the same thing may not contradict each other. */
function statedPurpose(headers: Headers): string | undefined {
  const [first, ...others] = PURPOSE_HEADERS.flatMap((name) => headers[name] ?? []);
  if (others.some((other) => other !== first)) throw new KetenFout('DOEL_ONBEKEND');
  return first;
}

function statedReason(headers: Headers): Toegangsredencode | undefined {
  const stated = headers[REASON_HEADER];
  if (stated === undefined) return undefined;
  if (typeof stated !== 'string' || !isToegangsreden(stated)) throw new KetenFout('TOEGANGSREDEN_ONBEKEND');
  return stated;
}

/** Looks without recursion: a body can be nested far deeper than the stack. */
function hasNul(value: unknown): boolean {
  const left: unknown[] = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === 'string') {
      if (next.includes('\0') || next.includes(String.raw`\u0000`)) return true;
    } else if (typeof next === 'object' && next !== null) {
      for (const each of Object.values(next)) left.push(each);
    }
  }
  return false;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOptionalRecord(value: unknown): value is Record<string, unknown> | null | undefined {
  return value === undefined || value === null || isRecord(value);
}

function isOptionalString(value: unknown): value is string | null | undefined {
  return value === undefined || value === null || typeof value === 'string';
}
