import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { counters } from '../../../gateway/quota/counters.ts';
import { type Asked, type Quota, quotaOf } from '../../../gateway/quota/quota.ts';
import { laadQuota } from '../../../schema/beleid/laad-quota.ts';

const ASKED: Asked = {
  betrokkene: { sub: 'x', organisatie: 'UWV', rollen: [], rechten: [], namens: [] },
  soort: 'UWV',
  documentId: 'keten:WP-001',
};

let quota: Quota;
beforeEach(() => {
  const secret = Promise.resolve(randomBytes(32));
  const where = { place: 'process' } as const;
  quota = quotaOf(
    laadQuota(),
    counters({ where, secret: () => secret, processes: 1, onAlone: () => undefined }),
  );
});

const uitkomst = (counted: Promise<void>): Promise<string> =>
  counted.then(
    () => 'granted',
    ({ code, details }: { code: string; details: { gegevensgroep?: string } }) =>
      `${code} ${details.gegevensgroep}`,
  );

describe('contact data (the detail of VUM)', () => {
  const contact = (): Promise<string> =>
    uitkomst(quota.granted(ASKED, new Set(['structuur', 'klant.contact'])));

  it('are given so many times an hour to one user, and then no more', async () => {
    for (let n = 0; n < 300; n += 1) expect(await contact()).toBe('granted');
    expect(await contact()).toBe('QUOTUM_BEREIKT klant.contact');
  });

  it('keep nothing back of other data groups', async () => {
    for (let n = 0; n < 301; n += 1) await contact();
    expect(await uitkomst(quota.granted(ASKED, new Set(['klant.profiel'])))).toBe('granted');
    expect(await uitkomst(quota.asked(ASKED))).toBe('granted');
  });
});
