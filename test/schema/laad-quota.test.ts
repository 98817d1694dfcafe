import { describe, expect, it } from 'vitest';
import { laadQuota } from '../../schema/beleid/laad-quota.ts';
import { schemaMapMetQuota } from '../setup/schema-map.ts';

describe('the limits on how often may be asked', () => {
  it('are read from the file that comes along, and klant.contact is one of them', () => {
    const quota = laadQuota();
    expect(quota.some(({ gegevensgroep }) => gegevensgroep === 'klant.contact')).toBe(true);
    expect(quota.some(({ vraag, per }) => vraag === '*' && per === 'organisatie')).toBe(true);
  });

  it.each([
    ['an unknown kind of organisation', 'BANK,*,organisatie,*,,1,60,x', /quota\.csv:2: organisatiesoort/],
    ['an unknown organisation', '*,GM9999,organisatie,*,,1,60,x', /quota\.csv:2: organisatie: unknown/],
    [
      'an organisation of another kind',
      'UWV,GM0394,organisatie,*,,1,60,x',
      /quota\.csv:2: organisatie: is of/,
    ],
    ['an unknown question', '*,*,organisatie,keten:XX-1,,1,60,x', /quota\.csv:2: vraag: unknown/],
    ['an unknown data group', '*,*,organisatie,*,klant.geheim,1,60,x', /quota\.csv:2: gegevensgroep/],
    ['nobody who is counted', '*,*,afdeling,*,,1,60,x', /quota\.csv:2: per/],
    ['none at all', '*,*,organisatie,*,,0,60,x', /quota\.csv:2: aantal/],
    ['a number that is none', '*,*,organisatie,*,,1e9,60,x', /quota\.csv:2: aantal/],
    ['more than a week', '*,*,organisatie,*,,1,604801,x', /quota\.csv:2: seconden/],
    ['no explanation', '*,*,organisatie,*,,1,60,', /quota\.csv:2: toelichting/],
  ])('with %s are refused, with file, line and reason', (_naam, regel, reden) => {
    const map = schemaMapMetQuota(regel);
    expect(() => laadQuota(map)).toThrow(
      expect.objectContaining({ code: 'BESTAND_ONGELDIG', reden: expect.stringMatching(reden) }),
    );
  });

  it('may not limit the same twice', () => {
    const map = schemaMapMetQuota('*,*,organisatie,*,,1,60,x', '*,*,organisatie,*,,2,60,x');
    expect(() => laadQuota(map)).toThrow(
      expect.objectContaining({ reden: 'beleid/quota.csv:3: limits the same as line 2' }),
    );
  });
});
