import { expect, it } from 'vitest';
import { redensoortVoor } from '../../../gateway/authorisation/redensoort-voor.ts';
import { TOEGANGSREDENEN, type Toegangsredencode } from '../../../schema/codelijsten/toegangsredenen.ts';

const betrokkene = { sub: 'x', organisatie: 'GM1916', rollen: ['regisseur'], namens: [], rechten: [] };

it('knows what a reason is for, and none without one', () => {
  expect(redensoortVoor(betrokkene, undefined)).toBeUndefined();
  expect(redensoortVoor(betrokkene, 'VERVANGING_AFWEZIG')).toBe('vervanging');
  expect(redensoortVoor({ ...betrokkene, team: 'Werk' }, 'TEAM_SPOED')).toBe('team');
  expect(redensoortVoor({ ...betrokkene, rechten: ['noodtoegang'] }, 'NOODTOEGANG_CRISIS')).toBe(
    'noodtoegang',
  );
});

it('refuses a reason that can have no effect: the escape without the right, a team without one', () => {
  const redenen = Object.keys(TOEGANGSREDENEN) as Toegangsredencode[];
  for (const reden of redenen.filter((each) => TOEGANGSREDENEN[each].soort !== 'vervanging')) {
    expect(() => redensoortVoor({ ...betrokkene, rechten: ['afgeschermd', 'toetsing'] }, reden)).toThrow(
      expect.objectContaining({ code: 'TOEGANGSREDEN_GEWEIGERD' }),
    );
  }
});
