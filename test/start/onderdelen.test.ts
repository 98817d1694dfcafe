import { expect, test } from 'vitest';
import { readInstellingen } from '../../start/instellingen.ts';
import { adressenVan, onderdelen } from '../../start/onderdelen.ts';

const PLAATSEN = {
  map: '',
  logboeken: '',
  processen: '',
  rollen: '',
  ketentokenSleutel: '',
  cursorSleutels: '',
  uitgeverSleutel: '',
  pseudoniemSleutels: '',
};

test('the gateway is told how many processes serve its port, also when the environment says something else', () => {
  for (const [vlaggen, werkers] of [
    [[], '1'],
    [['--werkers', '3'], '3'],
  ] as const) {
    const instellingen = readInstellingen(vlaggen, {}, '/checkout');
    const omgeving = {
      instellingen,
      plaatsen: PLAATSEN,
      adressen: adressenVan(instellingen),
      databases: {},
    };
    const gateway = onderdelen(omgeving).find(({ naam }) => naam === 'gateway');
    expect(gateway?.env['WERKERS']).toBe(werkers);
  }
});
