import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimbron, leesClaim } from '../../../gateway/identity/claimbron.ts';

const claims = {
  rollen: ['a', 'b'],
  'https://idp.example/org': 'GM0394',
  realm_access: { roles: ['KM', 'KIJKER', 'KM-2'] },
  scope: 'openid KM',
  kvk: '90001354',
};

describe('a claim is found', () => {
  it.each([
    ['by its name', 'rollen', ['a', 'b']],
    ['by a name that is a URL', 'https://idp.example/org', 'GM0394'],
    ['inside another', ['realm_access', 'roles'], ['KM', 'KIJKER', 'KM-2']],
    [
      'translated; what has no translation is left out',
      { pad: ['realm_access', 'roles'], waarden: { KM: 'regisseur', 'KM-2': 'consulent_werk' } },
      ['regisseur', 'consulent_werk'],
    ],
    ['with something before it', { pad: 'kvk', voorvoegsel: 'KVK' }, 'KVK90001354'],
    ['as a list in one text', { pad: 'scope', gescheiden: ' ', waarden: { KM: 'regisseur' } }, ['regisseur']],
    ['the same for all', { vast: 'INWONERS' }, 'INWONERS'],
    ['nowhere', ['kvk', 'roles'], undefined],
    ['not translated and not a list', { pad: 'kvk', waarden: { x: 'y' } }, undefined],
  ])('%s', (_naam, bron, verwacht) => {
    expect(leesClaim(claims, claimbron.parse(bron))).toEqual(verwacht);
  });

  it('never in what all objects have', () => {
    const eigenschap = fc.constantFrom('constructor', '__proto__', 'toString', 'hasOwnProperty', 'length');
    fc.assert(
      fc.property(fc.array(eigenschap, { minLength: 1, maxLength: 4 }), (pad) => {
        expect(leesClaim(claims, pad)).toBeUndefined();
        expect(leesClaim(claims, ['rollen', ...pad])).toBeUndefined();
        expect(leesClaim({ x: pad[0] }, { pad: 'x', waarden: { a: 'b' } })).toBeUndefined();
      }),
    );
  });
});
