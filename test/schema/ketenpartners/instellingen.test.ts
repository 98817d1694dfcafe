import { describe, expect, it } from 'vitest';
import {
  INSTELLINGEN,
  type Instelling,
  type Instellingnaam,
} from '../../../schema/ketenpartners/instelling.ts';
import { laadKetenpartners } from '../../../schema/ketenpartners/laad-ketenpartners.ts';
import { leesInstelling } from '../../../schema/ketenpartners/lees-instelling.ts';

const ketenpartners = laadKetenpartners();
const NU = '2026-11-22T12:00';
const [LV, VS, WS] = ['GM1916', 'GM0626', 'GM0629'];

describe('a setting of an organisation', () => {
  it('tells where CV-online is on: Voorschoten and Wassenaar, Leidschendam-Voorburg not yet', () => {
    const aan = [LV, VS, WS, 'GM0394'].filter(
      (code) => code !== undefined && leesInstelling(ketenpartners, code, 'cv_online', NU),
    );
    expect(aan).toEqual([VS, WS]);
  });

  it('tells who decides on a terugvordering, and how long one looks for work first', () => {
    expect(leesInstelling(ketenpartners, 'GM0402', 'beslist_terugvordering', NU)).toBe('terugvordering');
    expect(leesInstelling(ketenpartners, 'GM0361', 'zoektermijn', NU)).toEqual({
      weken: 8,
      groep: 'DOELGROEP_1',
    });
  });

  it('that is not set holds as for everyone, and is one that the setting itself allows', () => {
    for (const naam of Object.keys(INSTELLINGEN) as Instellingnaam[]) {
      const { standaard, waarde } = INSTELLINGEN[naam];
      expect(leesInstelling({ instellingen: [] }, 'GM0394', naam, NU)).toBe(standaard);
      expect(waarde.safeParse(standaard).success).toBe(true);
    }
  });

  it('that is not set gives nobody more to see', () => {
    const lees = (naam: Instellingnaam): unknown => leesInstelling({ instellingen: [] }, 'GM0394', naam, NU);
    expect(
      ['cijfers_per_medewerker', 'cv_online', 'zonder_regie'].map((naam) => lees(naam as Instellingnaam)),
    ).toEqual([false, false, false]);
    expect([lees('respijt_mandaat'), lees('respijt_traject')]).toEqual([0, 0]);
  });

  it('holds from its begin until its end, of the organisation that set it', () => {
    const gezet: Instelling = {
      organisatie: 'GM0394',
      instelling: 'cijfers_per_medewerker',
      waarde: true,
      geldigVan: '2013-01-01',
      geldigTot: '2013-07-01T12:00',
      bron: { keuze: 'proef' },
    };
    const lees = (code: string, moment: string): boolean =>
      leesInstelling({ instellingen: [gezet] }, code, 'cijfers_per_medewerker', moment);
    expect(
      ['2012-12-31T23:59', '2013-01-01T00:00', '2013-07-01T11:59', '2013-07-01T12:00'].map((moment) =>
        lees('GM0394', moment),
      ),
    ).toEqual([false, true, true, false]);
    expect(lees('GM0629', '2013-02-01T00:00')).toBe(false);
  });
});
