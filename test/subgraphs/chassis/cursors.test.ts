import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CursorSleutels, cursorSleutels } from '../../../subgraphs/chassis/paging/cursor-sleutels.ts';
import { cursorsVoor, type Lijst } from '../../../subgraphs/chassis/paging/cursors.ts';

const SLEUTELS = cursorSleutels(randomBytes(32), 'klanten');
const VRAGER = { sub: 'consulent', organisatie: 'GM0394', verwerkingsactiviteit: 'pw-inkomen' };
const LIJST: Lijst = { veld: 'Query.klanten', filter: { bereik: ['GM0394'] } };
const cursors = cursorsVoor([SLEUTELS], VRAGER);
const plaats = fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 });

describe('a cursor', () => {
  test('gives its place back, and is the same bytes for the same question', () => {
    fc.assert(
      fc.property(plaats, (waarden) => {
        const cursor = cursors.maak(LIJST, waarden);
        expect(cursors.lees(LIJST, cursor)).toEqual(waarden);
        expect(cursorsVoor([SLEUTELS], VRAGER).maak(LIJST, waarden)).toBe(cursor);
      }),
    );
  });

  test('does not show its place', () => {
    const cursor = cursors.maak(LIJST, ['5f0c1c9e']);
    expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain('5f0c1c9e');
  });

  test('in which any byte was changed is refused', () => {
    const cursor = Buffer.from(cursors.maak(LIJST, ['2013-01-01', 'x']), 'base64url');
    fc.assert(
      fc.property(fc.nat(cursor.length - 1), fc.integer({ min: 1, max: 255 }), (plek, verschil) => {
        const vervalst = Buffer.from(cursor);
        vervalst.writeUInt8(cursor.readUInt8(plek) ^ verschil, plek);
        expect(() => cursors.lees(LIJST, vervalst.toString('base64url'))).toThrow(
          expect.objectContaining({ code: 'CURSOR_ONGELDIG' }),
        );
      }),
    );
  });

  test('that nobody made is refused', () => {
    fc.assert(
      fc.property(fc.string(), (tekst) => {
        expect(() => cursors.lees(LIJST, tekst)).toThrow(
          expect.objectContaining({ code: 'CURSOR_ONGELDIG' }),
        );
      }),
    );
  });

  test('in another spelling is refused', () => {
    const cursor = cursors.maak(LIJST, ['a']);
    for (const anders of [`${cursor}=`, ` ${cursor}`, `${cursor}\n`, cursor.slice(0, -1)]) {
      expect(() => cursors.lees(LIJST, anders)).toThrow(expect.objectContaining({ code: 'CURSOR_ONGELDIG' }));
    }
  });

  test.each<[string, CursorSleutels, typeof VRAGER, Lijst]>([
    ['of another field', SLEUTELS, VRAGER, { ...LIJST, veld: 'Klant.vorderingen' }],
    ['of another filter', SLEUTELS, VRAGER, { ...LIJST, filter: { bereik: ['GM0394', 'GM0629'] } }],
    ['of another user', SLEUTELS, { ...VRAGER, sub: 'ander' }, LIJST],
    ['of another organisation', SLEUTELS, { ...VRAGER, organisatie: 'GM0629' }, LIJST],
    ['for another purpose', SLEUTELS, { ...VRAGER, verwerkingsactiviteit: 'toezicht' }, LIJST],
    ['made with another key', cursorSleutels(randomBytes(32), 'klanten'), VRAGER, LIJST],
  ])('%s is refused, and differs in its bytes', (_naam, sleutels, vrager, lijst) => {
    const vreemd = cursorsVoor([sleutels], vrager).maak(lijst, ['a']);
    expect(vreemd).not.toBe(cursors.maak(LIJST, ['a']));
    expect(() => cursors.lees(LIJST, vreemd)).toThrow(expect.objectContaining({ code: 'CURSOR_ONGELDIG' }));
  });

  test('outlives the key that made it, as long as that key is accepted', () => {
    const cursor = cursors.maak(LIJST, ['a']);
    const nieuw = cursorSleutels(randomBytes(32), 'klanten');
    expect(cursorsVoor([nieuw, SLEUTELS], VRAGER).lees(LIJST, cursor)).toEqual(['a']);
    expect(cursorsVoor([nieuw, SLEUTELS], VRAGER).maak(LIJST, ['a'])).not.toBe(cursor);
    expect(() => cursorsVoor([nieuw], VRAGER).lees(LIJST, cursor)).toThrow(
      expect.objectContaining({ code: 'CURSOR_ONGELDIG' }),
    );
  });

  test('of another subgraph is refused', () => {
    const sleutel = randomBytes(32);
    const vreemd = cursorsVoor([cursorSleutels(sleutel, 'financien')], VRAGER).maak(LIJST, ['a']);
    expect(() => cursorsVoor([cursorSleutels(sleutel, 'klanten')], VRAGER).lees(LIJST, vreemd)).toThrow();
  });
});
