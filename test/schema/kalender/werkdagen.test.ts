import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feestdagen } from '../../../schema/kalender/feestdagen.ts';
import { werkdagenTussen } from '../../../schema/kalender/werkdagen.ts';

const dag = fc
  .date({ min: new Date('2004-01-01'), max: new Date('2014-12-31'), noInvalidDate: true })
  .map((datum) => datum.toISOString().slice(0, 10));
const plus = (van: string, dagen: number): string =>
  new Date(Date.parse(van) + dagen * 86_400_000).toISOString().slice(0, 10);

describe('the feestdagen', () => {
  // The calendars as they were printed: Goede Vrijdag, tweede paasdag, Hemelvaartsdag, tweede pinksterdag.
  test.each([
    [2004, ['2004-04-09', '2004-04-12', '2004-05-20', '2004-05-31']],
    [2005, ['2005-03-25', '2005-03-28', '2005-05-05', '2005-05-16']],
    [2008, ['2008-03-21', '2008-03-24', '2008-05-01', '2008-05-12']],
    [2011, ['2011-04-22', '2011-04-25', '2011-06-02', '2011-06-13']],
    [2012, ['2012-04-06', '2012-04-09', '2012-05-17', '2012-05-28']],
    [2013, ['2013-03-29', '2013-04-01', '2013-05-09', '2013-05-20']],
    [2014, ['2014-04-18', '2014-04-21', '2014-05-29', '2014-06-09']],
  ])('of %i that move with Easter stand where the calendar has them', (jaar, verwacht) => {
    expect([...feestdagen(jaar)]).toEqual(expect.arrayContaining(verwacht));
  });

  test.each([
    [2004, '2004-04-30'],
    [2006, '2006-04-29'],
    [2013, '2013-04-30'],
    [2014, '2014-04-26'],
    [2015, '2015-04-27'],
  ])('of %i have the birthday of queen or king on %s', (jaar, verjaardag) => {
    expect(feestdagen(jaar).has(verjaardag)).toBe(true);
  });

  test('have tweede paasdag on a Monday from 23 March to 26 April, in every year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1981, max: 2200 }), (jaar) => {
        const maandagen = [...feestdagen(jaar)].filter(
          (feestdag) =>
            feestdag >= `${jaar}-03-23` &&
            feestdag <= `${jaar}-04-26` &&
            new Date(feestdag).getUTCDay() === 1,
        );
        const pasen = maandagen.filter((maandag) => feestdagen(jaar).has(plus(maandag, -3)));
        expect(pasen).toHaveLength(1);
      }),
    );
  });
});

describe('the werkdagen between two days', () => {
  test('leave out weekends and feestdagen: Easter 2013 takes two of the seven', () => {
    expect(werkdagenTussen('2013-03-28', '2013-04-05')).toBe(4);
    expect(werkdagenTussen('2013-03-28', '2013-04-01')).toBe(0);
    expect(werkdagenTussen('2013-03-29', '2013-03-29')).toBe(0);
    expect(werkdagenTussen('2013-04-05', '2013-03-28')).toBe(0);
  });

  test('are as many as one counts day by day', () => {
    fc.assert(
      fc.property(dag, fc.integer({ min: 0, max: 500 }), (van, dagen) => {
        const tellend = Array.from({ length: dagen }, (_leeg, i) => plus(van, i + 1)).filter((each) => {
          const weekdag = new Date(each).getUTCDay();
          return weekdag !== 0 && weekdag !== 6 && !feestdagen(Number(each.slice(0, 4))).has(each);
        });
        expect(werkdagenTussen(van, plus(van, dagen))).toBe(tellend.length);
      }),
    );
  });

  test('add up over a day in between', () => {
    fc.assert(
      fc.property(dag, dag, dag, (...dagen) => {
        const [eerste = '', midden = '', laatste = ''] = dagen.toSorted();
        expect(werkdagenTussen(eerste, midden) + werkdagenTussen(midden, laatste)).toBe(
          werkdagenTussen(eerste, laatste),
        );
      }),
    );
  });
});
