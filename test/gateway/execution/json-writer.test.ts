import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonWriter } from '../../../gateway/execution/json-writer.ts';

const written = (write: (to: JsonWriter) => void, expected = 16): string => {
  const to = new JsonWriter(expected);
  write(to);
  return to.end().toString();
};

describe('a string in an answer', () => {
  it('means what it meant in the answer of the subgraph, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (value) => {
        expect(JSON.parse(written((to) => to.string(value)))).toBe(value);
      }),
    );
  });

  it('is written as JSON.stringify writes it, also when it is Yılmaz, has half a surrogate pair or is long', () => {
    for (const value of [
      'Yılmaz',
      'Zoë',
      '\ud83d',
      '😀 "quoted" \\ \n',
      '\u007f\u0080',
      '€',
      'ë'.repeat(1_000),
    ]) {
      expect(written((to) => to.string(value))).toBe(JSON.stringify(value));
    }
  });
});

describe('an answer under way', () => {
  it('takes as much room as it needs, whatever was expected', () => {
    const values = Array.from({ length: 500 }, (_, index) => `€ ${index}`);
    const json = written((to) => {
      to.character('['.charCodeAt(0));
      for (const [index, value] of values.entries()) {
        if (index > 0) to.raw(Buffer.from(','));
        to.string(value);
      }
      to.text(']');
    }, 1);
    expect(JSON.parse(json)).toEqual(values);
  });

  it('writes numbers as JSON does', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(written((to) => to.number(value))).toBe(JSON.stringify(value));
      }),
    );
  });

  it('can be taken back to a place', () => {
    const json = written((to) => {
      to.text('{"a":');
      const begin = to.length;
      to.string('much that turns out to be nothing');
      to.cut(begin);
      to.text('null}');
    });
    expect(json).toBe('{"a":null}');
  });
});
