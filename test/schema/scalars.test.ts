import fc from 'fast-check';
import { GraphQLError, type GraphQLScalarType, parseValue as parseLiteralText } from 'graphql';
import { describe, expect, it } from 'vitest';
import { scalars } from '../../schema/scalars/scalars.ts';

function scalar(naam: string): GraphQLScalarType {
  const found = scalars[naam];
  if (found === undefined) throw new Error(`no scalar ${naam}`);
  return found;
}

/** The error of a call that must fail. */
function errorOf(call: () => unknown): GraphQLError {
  try {
    call();
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
  throw new Error('expected an error');
}

/** The official 11-test, written apart from the code under test. */
function passesElevenTest(digits: string): boolean {
  let sum = -Number(digits[8]);
  for (let i = 0; i < 8; i += 1) sum += (9 - i) * Number(digits[i]);
  return digits !== '000000000' && sum % 11 === 0;
}

const literal = (naam: string, text: string): unknown =>
  scalar(naam).parseLiteral(parseLiteralText(text), {});
const digits = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

const accepted: Record<string, readonly unknown[]> = {
  Bsn: ['123456782', '111222333', '010000008'],
  Datum: ['2013-04-02', '2012-02-29', '2000-02-29', '0001-01-01', '9999-12-31'],
  Geldbedrag: [0, 1, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER],
  Gemeentecode: ['GM0394', 'GM0629'],
  Kvk: ['01234567', '68750110'],
  Maand: ['2013-04', '2012-12'],
  Oin: ['00000001123456789000', '00000003123456780000', '00000099ABCDEFGH9000'],
  Percentage: [0, 97.5, -3.25, 100, 0.0001, 12.3456],
  Postcode: ['2132WT', '1000AA', '9999ZZ', '1011SB'],
};

const refused: Record<string, readonly unknown[]> = {
  Bsn: [
    '123456789',
    '12345678',
    '1234567820',
    '1234.56.782',
    '123456782 ',
    ' 123456782',
    '000000000',
    '١٢٣٤٥٦٧٨٢',
    123456782,
  ],
  Datum: [
    '2013-02-29',
    '1900-02-29',
    '2013-04-31',
    '2013-13-01',
    '2013-00-10',
    '2013-4-2',
    '02-04-2013',
    '0000-01-01',
    '2013-04-02T00:00:00Z',
    '',
  ],
  Tijdstip: [
    '2013-04-02',
    '2013-04-02T10:00:00',
    '2013-04-02T24:00:00Z',
    '2013-04-02T10:00:00.1234Z',
    '2013-02-30T10:00:00Z',
    '0000-06-01T00:00:00Z',
    '0001-01-01T00:00:00+01:00',
    1364896800000,
  ],
  Geldbedrag: [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '100', true],
  Gemeentecode: ['0394', 'gm0394', 'GM394', 'GM03940', 'GM0394\n'],
  Kvk: ['1234567', '123456789', '1234567a', 12345678],
  Maand: ['2013-13', '2013-00', '2013-4', '0000-01', '2013-04-01'],
  Oin: [
    '0000000112345678900',
    '00000001123456789001',
    '00000000123456789000',
    '00000001abcdefgh9000',
    '0000000X123456789000',
  ],
  Percentage: [0.00001, Number.NaN, Number.POSITIVE_INFINITY, '97.5', 1e15],
  Postcode: ['0123AB', '1234 AB', '1234ab', '1234SA', '1234SD', '1234SS', '1234A', '12345AB'],
};

describe('the scalars', () => {
  it('are named as in the SDL and described', () => {
    expect(Object.keys(scalars)).toEqual([...Object.keys(accepted), 'Tijdstip'].toSorted());
    for (const [naam, each] of Object.entries(scalars)) {
      expect(each.name).toBe(naam);
      expect(each.description).toMatch(/^[A-Z].*\.$/);
    }
  });

  it.each(Object.entries(accepted))(
    '%s gives what it accepts back unchanged, in variables, literals and answers',
    (naam, values) => {
      for (const value of values) {
        expect(scalar(naam).parseValue(value)).toBe(value);
        expect(literal(naam, JSON.stringify(value))).toBe(value);
        expect(scalar(naam).serialize(value)).toBe(value);
      }
    },
  );

  it.each(Object.entries(refused))(
    '%s refuses every other form, in variables, literals and answers',
    (naam, values) => {
      for (const value of values) {
        expect(() => scalar(naam).parseValue(value)).toThrow(GraphQLError);
        expect(() => scalar(naam).serialize(value)).toThrow(GraphQLError);
        if (typeof value === 'string')
          expect(() => literal(naam, JSON.stringify(value))).toThrow(GraphQLError);
      }
    },
  );

  it('refuse literals of another kind', () => {
    expect(() => literal('Bsn', '123456782')).toThrow(GraphQLError);
    expect(() => literal('Geldbedrag', '"100"')).toThrow(GraphQLError);
    expect(() => literal('Geldbedrag', '1.0')).toThrow(GraphQLError);
    expect(() => literal('Datum', 'VANDAAG')).toThrow(GraphQLError);
    expect(literal('Percentage', '97')).toBe(97);
  });

  it('say the same of every wrong value, so that no error can quote one', () => {
    for (const [naam, each] of Object.entries(scalars)) {
      const message = errorOf(() => each.parseValue(null)).message;
      expect(message).toContain(`Geen geldige waarde voor ${naam}: `);
      fc.assert(
        fc.property(fc.anything(), (value) => {
          for (const call of [() => each.parseValue(value), () => each.serialize(value)]) {
            try {
              call();
            } catch (error) {
              expect(error).toBeInstanceOf(GraphQLError);
              expect((error as GraphQLError).message).toBe(message);
              expect((error as GraphQLError).originalError).toBeUndefined();
            }
          }
        }),
      );
      expect(errorOf(() => literal(naam, '"fout"')).message).toBe(message);
    }
  });

  it('blame the asker for wrong input and the source for a wrong answer', () => {
    for (const each of Object.values(scalars)) {
      expect(errorOf(() => each.parseValue('fout')).extensions).toEqual({ code: 'INVOER_ONGELDIG' });
      expect(errorOf(() => each.serialize('fout')).extensions).toEqual({ code: 'INTERNE_FOUT' });
    }
  });
});

describe('Bsn', () => {
  it('agrees with the 11-test on any nine digits', () => {
    fc.assert(
      fc.property(digits(9), (text) => {
        let isAccepted = true;
        try {
          scalar('Bsn').parseValue(text);
        } catch {
          isAccepted = false;
        }
        expect(isAccepted).toBe(passesElevenTest(text));
      }),
      { numRuns: 20_000 },
    );
  });

  it('accepts exactly one last digit, or none, for any first eight', () => {
    fc.assert(
      fc.property(digits(8), (head) => {
        const good = [...'0123456789'].filter((last) => passesElevenTest(head + last));
        expect(good.length).toBeLessThanOrEqual(1);
        for (const last of good) expect(scalar('Bsn').parseValue(head + last)).toBe(head + last);
      }),
    );
  });
});

describe('Datum', () => {
  it('accepts every day of the calendar', () => {
    const days = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        expect(scalar('Datum').parseValue(day)).toBe(day);
        expect(scalar('Datum').serialize(new Date(`${day}T00:00:00Z`))).toBe(day);
      }),
    );
  });

  it('refuses a Date that is not midnight UTC, because that is a day in some time zone', () => {
    expect(() => scalar('Datum').serialize(new Date('2013-04-01T22:00:00Z'))).toThrow(GraphQLError);
    expect(() => scalar('Datum').serialize(new Date(Number.NaN))).toThrow(GraphQLError);
  });
});

describe('Tijdstip', () => {
  it('gives every instant back in UTC', () => {
    expect(scalar('Tijdstip').parseValue('2013-04-02T12:00:00.5+02:00')).toEqual(
      new Date('2013-04-02T10:00:00.500Z'),
    );
    expect(scalar('Tijdstip').serialize('2013-04-02T12:00:00+02:00')).toBe('2013-04-02T10:00:00.000Z');
    const instants = fc.date({
      min: new Date('0001-01-02T00:00:00Z'),
      max: new Date('9999-12-30T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (date) => {
        const text = scalar('Tijdstip').serialize(date);
        expect(scalar('Tijdstip').parseValue(text)).toEqual(date);
        expect(literal('Tijdstip', JSON.stringify(text))).toEqual(date);
      }),
    );
  });
});

describe('Geldbedrag', () => {
  it('gives back any whole number of cents, also from a bigint of the database', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (cents) => {
        expect(scalar('Geldbedrag').parseValue(cents)).toBe(cents);
        expect(scalar('Geldbedrag').serialize(BigInt(cents))).toBe(cents);
      }),
    );
  });

  it('refuses a bigint that a number cannot hold', () => {
    expect(() => scalar('Geldbedrag').serialize(2n ** 53n)).toThrow(GraphQLError);
  });
});

describe('Percentage', () => {
  it('keeps up to four decimals exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (tenThousandths) => {
        const percents = tenThousandths / 10_000;
        expect(scalar('Percentage').serialize(scalar('Percentage').parseValue(percents))).toBe(percents);
      }),
    );
  });
});
