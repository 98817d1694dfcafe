import { parseSync } from '@swc/core';
import { describe, expect, it } from 'vitest';
import { bronbestanden } from './bronbestanden.ts';

const bestanden = bronbestanden('gateway', 'subgraphs', 'schema', 'start', 'docs', 'test');
const typescript = bestanden.filter(({ pad }) => pad.endsWith('.ts'));

/** Every node of a syntax tree. */
function* nodes(tree: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof tree !== 'object' || tree === null) return;
  if ('type' in tree) yield tree as Readonly<Record<string, unknown>>;
  for (const value of Object.values(tree)) yield* nodes(value);
}

/** The files in which some node of the syntax tree is of the kind. */
function bestandenMet(is: (node: Readonly<Record<string, unknown>>) => boolean): readonly string[] {
  return typescript
    .filter(({ tekst }) => [...nodes(parseSync(tekst, { syntax: 'typescript', target: 'es2024' }))].some(is))
    .map(({ pad }) => pad);
}

describe('the source files', () => {
  it('are found in every room that has code', () => {
    const rooms = new Set(bestanden.map(({ pad }) => pad.split('/')[0]));
    expect([...rooms].toSorted()).toEqual(['docs', 'gateway', 'schema', 'start', 'subgraphs', 'test']);
  });

  it('are at most 300 lines long', () => {
    expect(
      bestanden.filter(({ tekst }) => tekst.trimEnd().split('\n').length > 300).map(({ pad }) => pad),
    ).toEqual([]);
  });

  it('have no default exports', () => {
    const exports = new Set<unknown>(['ExportDefaultDeclaration', 'ExportDefaultExpression']);
    expect(bestandenMet(({ type }) => exports.has(type))).toEqual([]);
  });

  it('have no type any', () => {
    expect(bestandenMet(({ type, kind }) => type === 'TsKeywordType' && kind === 'any')).toEqual([]);
  });

  it('run no text as code', () => {
    const callee = (node: Readonly<Record<string, unknown>>): unknown =>
      (node['callee'] as { value?: unknown } | undefined)?.value;
    expect(
      bestandenMet(
        (node) =>
          (node['type'] === 'CallExpression' && callee(node) === 'eval') ||
          (node['type'] === 'NewExpression' && callee(node) === 'Function'),
      ),
    ).toEqual([]);
  });

  it('have names in kebab-case, of letters and digits', () => {
    const name = /^([a-z0-9]+(-[a-z0-9]+)*)(\.(test|lang|config))?\.(ts|mjs|cjs)$/;
    expect(
      bestanden.filter(({ pad }) => !name.test(pad.split('/').at(-1) ?? '')).map(({ pad }) => pad),
    ).toEqual([]);
  });
});
