import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dagenLater,
  grens,
  isGeldig,
  momentInNederland,
  overlapt,
} from '../../../schema/ketenpartners/geldigheid.ts';

const isGrens = (tekst: string): boolean => grens.safeParse(tekst).success;

const instant = fc.date({
  min: new Date('2000-01-01T00:00Z'),
  max: new Date('2040-01-01T00:00Z'),
  noInvalidDate: true,
});
/** A day or a minute, as the clock in the Netherlands shows it at some instant. */
const ergens = fc
  .tuple(instant, fc.boolean())
  .map(([at, heel]) => (heel ? momentInNederland(at).slice(0, 10) : momentInNederland(at)))
  .filter(isGrens);

describe('an end of a validity', () => {
  it('is a day or a minute in the Netherlands', () => {
    expect(
      ['2013-04-02', '2013-04-02T14:30', '2012-10-28T01:59', '2012-10-28T03:00'].filter(isGrens),
    ).toHaveLength(4);
  });

  it.each([
    '2013-02-30',
    '2013-04-02T14:30:00',
    '2013-04-02T14:30Z',
    '2013-04-02T14:30+02:00',
    '2013-04-02T24:00',
    '2-4-2013',
    '',
  ])('is not %j', (tekst) => {
    expect(isGrens(tekst)).toBe(false);
  });

  it('is no minute of the hour that comes twice: it would count again after it had ended', () => {
    expect(isGrens('2012-10-28T02:30')).toBe(false);
  });
});

describe('what counts', () => {
  it('counts from the first minute of its first day, and no more from the first of the day on which it ends', () => {
    const mandaat = { geldigVan: '2013-04-02', geldigTot: '2013-04-03' };
    const momenten = ['2013-04-01T23:59', '2013-04-02T00:00', '2013-04-02T23:59', '2013-04-03T00:00'];
    expect(momenten.map((moment) => isGeldig(mandaat, moment))).toEqual([false, true, true, false]);
  });

  it('counts to the minute where the minute is known', () => {
    const mandaat = { geldigVan: '2013-04-02T09:00', geldigTot: '2013-04-02T17:30' };
    const momenten = ['2013-04-02T08:59', '2013-04-02T09:00', '2013-04-02T17:29', '2013-04-02T17:30'];
    expect(momenten.map((moment) => isGeldig(mandaat, moment))).toEqual([false, true, true, false]);
  });

  it('takes the time of the Netherlands, in summer and in winter', () => {
    expect(momentInNederland(new Date('2026-07-01T21:59:59Z'))).toBe('2026-07-01T23:59');
    expect(momentInNederland(new Date('2026-07-01T22:00:00Z'))).toBe('2026-07-02T00:00');
    expect(momentInNederland(new Date('2026-11-22T23:00:00Z'))).toBe('2026-11-23T00:00');
  });

  it('once it has ended never counts again, whatever the clock does', () => {
    fc.assert(
      fc.property(ergens, instant, fc.nat({ max: 1_000_000 }), (geldigTot, at, later) => {
        const na = new Date(at.getTime() + later * 60_000);
        const [eerst, dan] = [at, na].map((each) => isGeldig({ geldigTot }, momentInNederland(each)));
        expect(dan === true && eerst === false).toBe(false);
      }),
    );
  });

  it('overlaps with something else when some moment counts for both', () => {
    fc.assert(
      fc.property(ergens, ergens, ergens, ergens, (a, b, c, d) => {
        const [een, ander] = [
          { geldigVan: a, geldigTot: b },
          { geldigVan: c, geldigTot: d },
        ];
        fc.pre(a < b && c < d);
        // What overlaps at all does so at the later of the two begins.
        const begin = a < c ? c : a;
        const moment = begin.length === 10 ? `${begin}T00:00` : begin;
        expect(overlapt(een, ander)).toBe(isGeldig(een, moment) && isGeldig(ander, moment));
      }),
    );
    expect(overlapt({}, { geldigTot: '2013-01-01' })).toBe(true);
  });
});

describe('some days later', () => {
  it('keeps the time of day, over months and years', () => {
    expect(dagenLater('2012-12-31', 1)).toBe('2013-01-01');
    expect(dagenLater('2012-02-28T17:30', 2)).toBe('2012-03-01T17:30');
    expect(dagenLater('2013-04-02', 0)).toBe('2013-04-02');
  });
});
