import { describe, expect, it } from 'vitest';
import { applicableQuota } from '../../../gateway/quota/applicable-quota.ts';
import type { QuotumRegel } from '../../../schema/beleid/laad-quota.ts';

const regel = (anders: Partial<QuotumRegel>): QuotumRegel => ({
  organisatiesoort: '*',
  organisatie: '*',
  per: 'organisatie',
  vraag: '*',
  gegevensgroep: undefined,
  aantal: 1,
  seconden: 60,
  toelichting: '',
  regel: 0,
  ...anders,
});

const quota = [
  regel({ aantal: 1 }),
  regel({ aantal: 2, organisatiesoort: 'GEMEENTE' }),
  regel({ aantal: 3, organisatie: 'GM0394' }),
  regel({ aantal: 4, vraag: 'elke' }),
  regel({ aantal: 5, vraag: 'keten:WP-001' }),
  regel({ aantal: 6, vraag: 'vrij' }),
  regel({ aantal: 7, per: 'betrokkene' }),
  regel({ aantal: 8, seconden: 3_600 }),
];

const geldend = (organisatie: string, soort: 'GEMEENTE' | 'UWV' | undefined, documentId?: string) =>
  applicableQuota(quota, { organisatie, soort, documentId }).map(({ quotum, vraag }) => [
    quotum.aantal,
    vraag,
  ]);

describe('of the limits on the same, one holds', () => {
  it.each([
    ['for all, when nothing more precise is there', 'UWV', 'UWV', 1],
    ['for the kind of organisation', 'GM0629', 'GEMEENTE', 2],
    ['for the organisation itself', 'GM0394', 'GEMEENTE', 3],
  ] as const)('%s', (_naam, organisatie, soort, aantal) => {
    expect(geldend(organisatie, soort, 'keten:WP-002')).toEqual([
      [aantal, '*'],
      [4, 'keten:WP-002'],
      [7, '*'],
      [8, '*'],
    ]);
  });

  it('for the very question', () => {
    expect(geldend('UWV', 'UWV', 'keten:WP-001')).toContainEqual([5, 'keten:WP-001']);
    expect(geldend('UWV', 'UWV', 'keten:WP-001')).not.toContainEqual([4, 'keten:WP-001']);
  });

  it('for all free questions together', () => {
    expect(geldend('UWV', 'UWV')).toEqual([
      [1, '*'],
      [6, 'vrij'],
      [7, '*'],
      [8, '*'],
    ]);
  });

  it('also for an organisation that nobody knows', () => {
    expect(geldend('GM9999', undefined)).toContainEqual([1, '*']);
  });
});
