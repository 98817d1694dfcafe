import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  berekend,
  type Cijfer,
  gedrukt,
  nietVanToepassing,
  percentageVan,
  uitDossiers,
  vergelijk,
} from '../../../subgraphs/chassis/waarden/cijfer.ts';

const cel = fc.option(fc.record({ waarde: fc.integer(), document: fc.constant('000'), regel: fc.nat() }), {
  nil: undefined,
});
const cijfer: fc.Arbitrary<Cijfer> = fc.oneof(
  cel.map((gevonden) => gedrukt(gevonden, 'uitkeringen')),
  fc.option(fc.integer()).map((waarde) => berekend(waarde, 'uitkeringen', 'Ontbreekt.')),
  fc.option(fc.integer()).map((waarde) => uitDossiers(waarde, 'uitkeringen', 'Ontbreekt.')),
  fc.constant(nietVanToepassing('SYNTHETISCH', 'uitkeringen', 'Heeft hier geen zin.')),
);

test('a figure has a value in state WAARDE only, and says why in every other', () => {
  fc.assert(
    fc.property(cijfer, ({ waarde, toestand, toelichting, noemer }) => {
      expect(waarde !== null).toBe(toestand === 'WAARDE');
      expect(toelichting === null).toBe(toestand === 'WAARDE');
      expect(noemer).toBe('uitkeringen');
    }),
  );
});

test('only a printed value has a place in a document', () => {
  fc.assert(
    fc.property(cijfer, ({ waarde, bronsoort, vindplaats }) => {
      expect(vindplaats !== null).toBe(bronsoort === 'GEDRUKT' && waarde !== null);
    }),
  );
});

test('a difference is there only when both sides are, and is then printed minus computed', () => {
  fc.assert(
    fc.property(cijfer, cijfer, (links, rechts) => {
      const { verschil } = vergelijk(links, rechts);
      expect(verschil.waarde).toBe(
        links.waarde === null || rechts.waarde === null ? null : links.waarde - rechts.waarde,
      );
    }),
  );
});

test('a percentage has one decimal, halves up, and none of nothing', () => {
  expect(percentageVan(1290, 1316)).toBe(98);
  expect(percentageVan(1, 2000)).toBe(0.1);
  expect(percentageVan(1, 2001)).toBe(0);
  expect(percentageVan(0, 0)).toBeNull();
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000 }), fc.integer({ min: 1, max: 1_000_000 }), (teller, noemer) => {
      const tienden = Math.round((percentageVan(teller, noemer) ?? Number.NaN) * 10);
      // In whole numbers: tienden − ½ ≤ 1000 · teller / noemer < tienden + ½.
      expect((2 * tienden - 1) * noemer).toBeLessThanOrEqual(2000 * teller);
      expect((2 * tienden + 1) * noemer).toBeGreaterThan(2000 * teller);
    }),
  );
});
