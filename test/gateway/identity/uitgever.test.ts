import { describe, expect, it } from 'vitest';
import { uitgeverInstellingen } from '../../../gateway/identity/uitgever.ts';

const een = { issuer: 'https://een.example', jwks: 'https://een.example/jwks', audience: 'a' };
const twee = { issuer: 'https://twee.example', jwks: 'https://twee.example/jwks', audience: 'a' };
const fouten = (...uitgevers: readonly object[]): readonly string[] =>
  uitgeverInstellingen.safeParse(uitgevers).error?.issues.map(({ message }) => message) ?? [];

describe('issuers', () => {
  it('one alone speaks for all organisations', () => {
    expect(fouten(een)).toEqual([]);
  });

  it('several say for which organisations each speaks', () => {
    expect(fouten(een, twee)).toHaveLength(2);
    expect(fouten({ ...een, organisaties: ['GM0394'] }, { ...twee, organisaties: ['KVK*'] })).toEqual([]);
  });

  it.each([
    [['GM0394'], ['GM0394']],
    [['GM*'], ['GM0394']],
    [['KVK9*'], ['KVK*']],
    [
      ['INWONERS', 'KVK1'],
      ['GM0394', 'KVK*'],
    ],
  ])('%j and %j are refused: both speak for one organisation', (een_, twee_) => {
    const samen = [
      { ...een, organisaties: een_ },
      { ...twee, organisaties: twee_ },
    ];
    expect(fouten(...samen)).toEqual(['speaks for an organisation of another issuer with other users']);
    expect(fouten(...samen.map((each) => ({ ...each, gebruikers: 'ad-lv' })))).toEqual([]);
  });

  it.each([
    [
      'named twice',
      [
        { ...een, organisaties: ['A'] },
        { ...een, organisaties: ['B'] },
      ],
    ],
    ['with keys over plain HTTP elsewhere', [{ ...een, jwks: 'http://een.example/jwks' }]],
    ['with a symmetric algorithm', [{ ...een, algoritmen: ['HS256'] }]],
    ['with no algorithm at all', [{ ...een, algoritmen: ['none'] }]],
    ['with a claim that we do not know', [{ ...een, claims: { bsn: 'bsn' } }]],
    ['with tokens that live for more than six hours', [{ ...een, levensduur: 86_400 }]],
  ])('%s: refused', (_naam, uitgevers) => {
    expect(fouten(...uitgevers)).toHaveLength(1);
  });
});
