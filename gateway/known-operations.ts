import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { type DocumentNode, getOperationAST } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Limits } from './http/limits.ts';
import type { Plan } from './planning/plan.ts';
import { type OperationToPrepare, prepareOperation, type PreparedOperation } from './prepared-operation.ts';
import type { Stand } from './stand.ts';

/** One operation of a validated document. */
export interface OperationRequest extends OperationToPrepare {
  /** The hash of the text of the document. */
  readonly queryHash: string;
}

/** Where Apollo Server finds documents that it has validated before. */
export type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/** Everything that is kept of the documents of one Stand. */
export interface KnownOperations {
  readonly documents: DocumentStore;
  /**
   * Prepares an operation once. It is planned once too, however many ask it at the same time: its executor is shared.
   * @throws KetenFout what `checkSize` throws
   */
  readonly prepare: (request: OperationRequest) => PreparedOperation;
  /** The operation that a text and a name mean, when the document was validated before; `undefined` when it says nothing. */
  readonly find: (text: string, operationName: string | undefined) => OperationRequest | undefined;
}

/** The bounds of what is kept. */
export interface KnownOperationsOptions {
  readonly limits: Limits;
  readonly maxBytes: number;
}

interface Known {
  readonly document: DocumentNode;
  readonly prepared: Map<string | null, PreparedOperation>;
  /** Its operations by the name that was asked; the only one needs none. */
  readonly asked: Map<string | undefined, OperationRequest>;
  size: number;
}

/**
 * What things take, in bytes, rounded up from what was measured: a token of a document with what is made of it before
 * it is planned 330 to 600, a character of a plan with what is compiled from it 6 to 12. The length of a document
 * says little: 65 to 460 for each character.
 */
const DOCUMENT_BYTES = 1_000;
const TOKEN_BYTES = 600;
const PLAN_CHARACTER_BYTES = 12;

/**
 * One cache for all that is known of a document: parsed, validated, prepared, planned and compiled. Together they stay
 * within `maxBytes`; what was not asked for longest makes room, whole.
 */
export function knownOperations(stand: Stand, { limits, maxBytes }: KnownOperationsOptions): KnownOperations {
  const hashes = new Map<string, string>();
  const kept = new LRUCache<string, Known>({
    maxSize: maxBytes,
    dispose: ({ document }) => hashes.delete(textOf(document)),
  });

  function keep(queryHash: string, document: DocumentNode): Known {
    const size = DOCUMENT_BYTES + tokensOf(document) * TOKEN_BYTES;
    const known: Known = { document, prepared: new Map(), asked: new Map(), size };
    kept.set(queryHash, known, { size });
    if (kept.has(queryHash)) hashes.set(textOf(document), queryHash);
    return known;
  }

  function grow(queryHash: string, known: Known, plan: Plan): void {
    known.size += JSON.stringify(plan).length * PLAN_CHARACTER_BYTES;
    if (kept.peek(queryHash) === known) kept.set(queryHash, known, { size: known.size });
  }

  return {
    documents: {
      get: async (key) => kept.get(hashOf(key))?.document,
      set: async (key, document) => void keep(hashOf(key), document),
      delete: async (key) => kept.delete(hashOf(key)),
    },
    prepare: (request) => {
      const { queryHash, document, operationName } = request;
      const known = kept.get(queryHash) ?? keep(queryHash, document);
      const ready = known.prepared.get(operationName);
      if (ready !== undefined) return ready;
      const prepared = prepareOperation(stand, request, limits, (plan) => grow(queryHash, known, plan));
      known.prepared.set(operationName, prepared);
      return prepared;
    },
    find: (text, operationName) => {
      const queryHash = hashes.get(text);
      const known = queryHash === undefined ? undefined : kept.get(queryHash);
      if (queryHash === undefined || known === undefined) return undefined;
      const { document, asked } = known;
      let found = asked.get(operationName);
      if (found === undefined) {
        const operation = getOperationAST(document, operationName);
        if (!operation) return undefined;
        found = { document, operation, queryHash, operationName: operation.name?.value ?? null };
        asked.set(operationName, found);
      }
      return found;
    },
  };
}

/** Apollo Server puts the hash of the schema before that of the document; a Stand has one schema only. */
function hashOf(key: string): string {
  return key.slice(key.lastIndexOf(':') + 1);
}

function textOf({ loc }: DocumentNode): string {
  return loc?.source.body ?? '';
}

function tokensOf({ loc }: DocumentNode): number {
  let tokens = 0;
  for (let token = loc?.startToken ?? null; token !== null; token = token.next) tokens += 1;
  return tokens;
}
