import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fasenMetNaam,
  fasenMetProfiel,
  type Voordrachtfase,
} from '../../../subgraphs/vacatures/regels/voordrachtfase.ts';
import {
  faseNa,
  oordeelStap,
  STAPPEN,
  type Voordrachtstap,
} from '../../../subgraphs/vacatures/regels/voordrachtstap.ts';

const FASEN: readonly Voordrachtfase[] = ['VOORGEDRAGEN', 'UITGENODIGD', 'GEPLAATST', 'GEEINDIGD'];
const stap = fc.constantFrom(...(Object.keys(STAPPEN) as Voordrachtstap[]));
const gang = { bronfase: fc.constantFrom(...FASEN), pogingen: fc.array(stap, { maxLength: 12 }) };

/** Says of every sequence of attempts, from every phase the source can give, that a rule holds. */
function altijd<Meer extends Record<string, unknown>>(
  regel: (g: { bronfase: Voordrachtfase; pogingen: Voordrachtstap[] } & Meer) => void,
  meer: { [K in keyof Meer]: fc.Arbitrary<Meer[K]> } = {} as never,
): void {
  fc.assert(fc.property(fc.record({ ...gang, ...meer }), (g) => regel(g as never)));
}

/** What is taken of a sequence of attempts, and the phase before each. */
function volg(bronfase: Voordrachtfase, pogingen: readonly Voordrachtstap[]) {
  const gezet = new Set<Voordrachtstap>();
  const fasen = [bronfase];
  for (const poging of pogingen) {
    const fase = faseNa(bronfase, gezet);
    if (oordeelStap(fase, gezet.has(poging), poging) === 'ZET') gezet.add(poging);
    fasen.push(faseNa(bronfase, gezet));
  }
  return { gezet, fasen, fase: faseNa(bronfase, gezet) };
}

describe('the phase of a voordracht', () => {
  test.each<[Voordrachtstap[], Voordrachtfase]>([
    [[], 'VOORGEDRAGEN'],
    [['UITNODIGEN'], 'VOORGEDRAGEN'],
    [['INSTEMMEN'], 'VOORGEDRAGEN'],
    [['UITNODIGEN', 'INSTEMMEN'], 'UITGENODIGD'],
    [['INSTEMMEN', 'UITNODIGEN'], 'UITGENODIGD'],
    [['AFWIJZEN'], 'GEEINDIGD'],
    [['UITNODIGEN', 'INTREKKEN'], 'GEEINDIGD'],
    [['UITNODIGEN', 'INSTEMMEN', 'AFWIJZEN'], 'GEEINDIGD'],
  ])('after %j is %s', (pogingen, fase) => {
    expect(volg('VOORGEDRAGEN', pogingen).fase).toBe(fase);
  });

  test('shows the name only when both sides said so and neither ended it', () => {
    altijd((g) => {
      const { gezet, fase } = volg(g.bronfase, g.pogingen);
      if (!fasenMetNaam.includes(fase)) return;
      const vanBron = g.bronfase === 'UITGENODIGD' || g.bronfase === 'GEPLAATST';
      expect(vanBron || (gezet.has('UITNODIGEN') && gezet.has('INSTEMMEN'))).toBe(true);
      expect(gezet.has('AFWIJZEN') || gezet.has('INTREKKEN')).toBe(false);
    });
  });

  test('shows nothing of the kandidaat any more once either side ended it', () => {
    expect([...fasenMetProfiel, ...fasenMetNaam]).not.toContain('GEEINDIGD');
    altijd((g) => {
      const { gezet, fase } = volg(g.bronfase, g.pogingen);
      if (gezet.has('AFWIJZEN') || gezet.has('INTREKKEN')) expect(fase).toBe('GEEINDIGD');
    });
  });

  test('never goes back', () => {
    altijd((g) => {
      const plaatsen = volg(g.bronfase, g.pogingen).fasen.map((fase) => FASEN.indexOf(fase));
      expect(plaatsen).toEqual(plaatsen.toSorted((a, b) => a - b));
    });
  });

  test('is never moved to a plaatsing by a step', () => {
    expect(volg('UITGENODIGD', ['INSTEMMEN', 'UITNODIGEN']).fase).toBe('UITGENODIGD');
    altijd((g) => {
      if (g.bronfase !== 'GEPLAATST') expect(volg(g.bronfase, g.pogingen).fasen).not.toContain('GEPLAATST');
    });
  });

  test('is the same when every step is asked twice', () => {
    altijd((g) => {
      const twee = volg(
        g.bronfase,
        g.pogingen.flatMap((each) => [each, each]),
      );
      expect(twee.gezet).toEqual(volg(g.bronfase, g.pogingen).gezet);
    });
  });

  test('is not changed by a step that does not fit', () => {
    altijd<{ nog: Voordrachtstap }>(
      (g) => {
        const { gezet, fase } = volg(g.bronfase, g.pogingen);
        if (oordeelStap(fase, gezet.has(g.nog), g.nog) === 'ZET') return;
        expect(volg(g.bronfase, [...g.pogingen, g.nog])).toMatchObject({ gezet, fase });
      },
      { nog: stap },
    );
  });

  test('needs the werkgever and the klant: one alone never shows the name', () => {
    altijd((g) => {
      for (const kant of ['werkgever', 'klant'] as const) {
        const alleen = g.pogingen.filter((each) => STAPPEN[each].kant === kant);
        expect(fasenMetNaam).not.toContain(volg('VOORGEDRAGEN', alleen).fase);
      }
    });
  });
});
