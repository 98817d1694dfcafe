import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { z } from 'zod';
import { type Bestandsgebrek, bestandFout } from './bestand-fout.ts';
import { leesBestand } from './lees-bestand.ts';

/** A JSON file that was read, and the line on which a part of it stands. */
export interface JsonBestand<T> {
  readonly data: T;
  /** The line, from 1, of the value at a path of keys and indexes from 0; of the nearest around it when it is not there. */
  readonly regel: (...pad: readonly (string | number)[]) => number;
}

/**
 * A JSON file read and validated. Errors say where: line, and `entry 2, variabelen.klant: …`, counted from 1.
 * @throws KetenFout BESTAND_ONGELDIG when the file is unreadable, no JSON, names a key twice or is not of the type;
 *   every fault is named.
 */
export function leesJson<T>(map: URL | string, pad: string, type: z.ZodType<T>): T {
  return leesJsonMetRegels(map, pad, type).data;
}

/** As `leesJson`, with the lines, for faults that are found afterwards. */
export function leesJsonMetRegels<T>(map: URL | string, pad: string, type: z.ZodType<T>): JsonBestand<T> {
  const text = leesBestand(map, pad);
  const json = parseJson(text, pad);
  const tree = parseTree(text);
  const regel: JsonBestand<T>['regel'] = (...path) => lineAt(text, nearest(tree, path)?.offset ?? 0);
  const twice = tree === undefined ? [] : [...keysTwice(tree)];
  if (twice.length > 0)
    throw bestandFout(
      pad,
      twice.map((node) => ({ regel: lineAt(text, node.offset), reden: 'a key occurs more than once' })),
    );
  const parsed = type.safeParse(json);
  if (parsed.success) return { data: parsed.data, regel };
  throw bestandFout(
    pad,
    parsed.error.issues.map((issue) => gebrek(issue, regel)),
  );
}

function parseJson(text: string, pad: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // V8 quotes the text around the fault; only the line is repeated, where it names one.
    const line =
      error instanceof SyntaxError ? /\(line (\d+) column \d+\)/.exec(error.message)?.[1] : undefined;
    const gebrek: Bestandsgebrek = {
      reden: 'not valid JSON',
      ...(line !== undefined && { regel: Number(line) }),
    };
    throw bestandFout(pad, [gebrek]);
  }
}

function gebrek({ path, message }: z.core.$ZodIssue, regel: JsonBestand<unknown>['regel']): Bestandsgebrek {
  const keys = path.map((key) => (typeof key === 'number' ? key : String(key)));
  const [entry, ...rest] = keys;
  const where = typeof entry === 'number' ? [`entry ${entry + 1}`, rest.join('.')] : [keys.join('.')];
  const prefix = where.filter((part) => part !== '').join(', ');
  return { regel: regel(...keys), reden: prefix === '' ? message : `${prefix}: ${message}` };
}

function nearest(tree: Node | undefined, path: readonly (string | number)[]): Node | undefined {
  if (tree === undefined) return undefined;
  return findNodeAtLocation(tree, [...path]) ?? (path.length === 0 ? tree : nearest(tree, path.slice(0, -1)));
}

/** The keys that their object has had before: JSON.parse would take the last without a word. */
function* keysTwice(node: Node): Generator<Node> {
  const seen = new Set<unknown>();
  for (const child of node.children ?? []) {
    if (child.type === 'property') {
      const [key] = child.children ?? [];
      if (key !== undefined && seen.has(key.value)) yield key;
      seen.add(key?.value);
    }
    yield* keysTwice(child);
  }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
