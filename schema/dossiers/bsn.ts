const EERSTE = 999_900_000;
const LAATSTE = 999_999_999;
const GEWICHTEN = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const;

/**
 * The numbers from 999900000 up that pass the 11-test, in order, without those that are taken. The range 9999xxxxx
 * is for made-up persons; it has 9.091 such numbers.
 */
export function* vrijeBsn(bezet: ReadonlySet<string>): Generator<string, never> {
  for (let getal = EERSTE; getal <= LAATSTE; getal++) {
    const tekst = String(getal);
    if (som(tekst) % 11 === 0 && !bezet.has(tekst)) yield tekst;
  }
  throw new RangeError('no bsn is left in 9999xxxxx');
}

function som(tekst: string): number {
  return GEWICHTEN.reduce((tot, gewicht, at) => tot + gewicht * Number(tekst[at]), 0);
}
