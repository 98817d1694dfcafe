import fc from 'fast-check';
import { GraphQLString } from 'graphql';
import { describe, expect, it } from 'vitest';
import { leafWriter, writeAnyString } from '../../../gateway/execution/write-leaf.ts';

describe('a string in an answer', () => {
  it('means what it meant in the answer of the subgraph, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(JSON.parse(writeAnyString(value))).toBe(value);
      }),
    );
  });

  it('takes one byte a character in memory, also when it is Yılmaz or has half a surrogate pair', () => {
    for (const value of ['Yılmaz', 'Zoë', '\ud83d', '😀 "quoted" \\ \n']) {
      const written = writeAnyString(value);
      expect(/^[\u0020-\xff]*$/.test(written)).toBe(true);
      expect(JSON.parse(written)).toBe(value);
    }
  });

  it('is written as it is where nothing needs an escape', () => {
    expect(leafWriter(GraphQLString)('Zoë de Boer', writeAnyString)).toBe('"Zoë de Boer"');
  });
});
