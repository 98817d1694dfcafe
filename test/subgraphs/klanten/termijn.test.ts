import fc from 'fast-check';
import { expect, test } from 'vitest';
import { werkdagenTussen } from '../../../schema/kalender/werkdagen.ts';
import { type Behandeling, doorlooptijd, isTeLaat } from '../../../subgraphs/klanten/regels/termijn.ts';

const dag = fc
  .date({ min: new Date('2012-01-01'), max: new Date('2013-12-31'), noInvalidDate: true })
  .map((datum) => datum.toISOString().slice(0, 10));
const behandeling: fc.Arbitrary<Behandeling> = fc.record({
  ingediendOp: dag,
  uiterlijk: dag,
  beslistOp: fc.option(dag),
  afgehandeldOp: fc.option(dag),
  norm: fc.option(fc.integer({ min: 1, max: 80 })),
});

test('an aanvraag is late only when nothing was decided and its last day is past', () => {
  fc.assert(
    fc.property(behandeling, dag, (aanvraag, vandaag) => {
      const isOpen = aanvraag.beslistOp === null && aanvraag.afgehandeldOp === null;
      expect(isTeLaat(aanvraag, vandaag)).toBe(isOpen && aanvraag.uiterlijk < vandaag);
      expect(isTeLaat(aanvraag, aanvraag.uiterlijk)).toBe(false);
    }),
  );
});

test('a doorlooptijd runs to the beschikking, and to today as long as there is none', () => {
  fc.assert(
    fc.property(behandeling, dag, (aanvraag, vandaag) => {
      const { aantal, norm, eenheid, isBinnenNorm } = doorlooptijd(aanvraag, vandaag);
      const tot = aanvraag.beslistOp ?? aanvraag.afgehandeldOp ?? vandaag;
      expect(aantal).toBe(werkdagenTussen(aanvraag.ingediendOp, tot));
      expect([norm, eenheid]).toEqual([aanvraag.norm, 'WERKDAGEN']);
      expect(isBinnenNorm).toBe(aanvraag.norm === null ? null : aantal <= aanvraag.norm);
    }),
  );
});

test('eight weeks are the forty werkdagen of the norm less the feestdagen in them', () => {
  const aanvraag = {
    ingediendOp: '2013-02-05',
    uiterlijk: '2013-04-02',
    beslistOp: null,
    afgehandeldOp: null,
    norm: 40,
  };
  expect(doorlooptijd(aanvraag, '2013-04-02')).toEqual({
    aantal: 38,
    norm: 40,
    eenheid: 'WERKDAGEN',
    isBinnenNorm: true,
  });
});
