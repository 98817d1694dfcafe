import { describe, expect, it } from 'vitest';
import type { Taak } from '../../../schema/codelijsten/taken.ts';
import { doetTaakVoor } from '../../../schema/ketenpartners/doet-taak-voor.ts';
import type { Ketenpartners } from '../../../schema/ketenpartners/ketenpartners.ts';
import { laadKetenpartners } from '../../../schema/ketenpartners/laad-ketenpartners.ts';
import { magZendenVoor } from '../../../schema/ketenpartners/mag-zenden-voor.ts';
import { medeleden } from '../../../schema/ketenpartners/medeleden.ts';

const ketenpartners = laadKetenpartners();
const NU = '2026-11-22T12:00';

const [LV, VS, WS, RIJSWIJK, WESTLAND] = ['GM1916', 'GM0626', 'GM0629', 'GM0603', 'GM1783'] as const;
const ZHC = [LV, VS, WS, 'GM1621', 'GM1926', 'GM0637'];

const voor = (organisatie: string, taak: Taak, moment = NU): readonly string[] =>
  [...doetTaakVoor(ketenpartners, organisatie, taak, moment)].toSorted();

const bronVan = (code: string): unknown =>
  ketenpartners.samenwerkingen.find((each) => each.code === code)?.bron;
const uit001 = (regel: number): unknown => ({ document: '001', regel });

describe('who does which task for whom', () => {
  it('uitkering: Leidschendam-Voorburg for Voorschoten and Wassenaar', () => {
    expect(voor(LV, 'uitkering')).toEqual([VS, WS]);
    expect(voor(VS, 'uitkering')).toEqual([]);
    expect(bronVan('wi-lvw-uitkering')).toEqual(uit001(1053));
  });

  it('sociale recherche: for Rijswijk, Wassenaar and Westland, and not for Voorschoten, which is in no source', () => {
    expect(voor(LV, 'sociale_recherche')).toEqual([RIJSWIJK, WS, WESTLAND].toSorted());
    expect(bronVan('sociale-recherche-lv')).toEqual(uit001(2594));
  });

  it('Bbz: Rijswijk beside Voorschoten and Wassenaar', () => {
    expect(voor(LV, 'bbz')).toEqual([RIJSWIJK, VS, WS]);
    expect(bronVan('bbz-lv')).toEqual(uit001(1391));
  });

  it('werkgeversbenadering: the six gemeenten of Zuid-Holland Centraal, each for all, without UWV', () => {
    for (const gemeente of ZHC)
      expect([gemeente, ...voor(gemeente, 'werkgeversbenadering')].toSorted()).toEqual(ZHC.toSorted());
    expect(voor('UWV', 'werkgeversbenadering')).toEqual([]);
    expect(bronVan('werkgeversbenadering-zhc')).toEqual(uit001(2772));
  });

  it('the werkgeversservicepunt at Werkplein Corbulo: with UWV', () => {
    expect(voor('UWV', 'wsp')).toEqual([VS, WS, LV]);
    expect(voor(LV, 'wsp')).toEqual([VS, WS, 'UWV']);
    expect(bronVan('wsp-corbulo')).toEqual(uit001(2189));
  });

  it('financiële administratie: Duivenvoorde for Voorschoten and Wassenaar, said to be not complete', () => {
    expect(voor('DUIVENVOORDE', 'financiele_administratie')).toEqual([VS, WS]);
    expect(voor(LV, 'financiele_administratie')).toEqual([]);
    const aansluiting = ketenpartners.samenwerkingen.find(({ taak }) => taak === 'financiele_administratie');
    expect(aansluiting?.bron).toEqual(uit001(2104));
    expect(aansluiting?.toelichting).toContain('niet volledig');
  });

  it('leerlingenadministratie: Wassenaar only', () => {
    expect(voor(LV, 'leerlingenadministratie')).toEqual([WS]);
    expect(bronVan('leerlingenadministratie-lv-ws')).toEqual(uit001(2035));
  });

  it('whoever is charged with cases does the task for nobody as a whole', () => {
    expect(voor('PLANGROEP', 'curatieve_schuldhulp')).toEqual([]);
    expect(voor('BEZWAARCOMMISSIE_LV', 'bezwaar')).toEqual([]);
    expect(voor('BAANBRUG', 're_integratie')).toEqual([]);
  });

  it('a gemeente without samenwerking: nobody else', () => {
    expect(voor('GM0394', 'uitkering')).toEqual([]);
  });

  it('names for each where it is written, or that no source says it', () => {
    for (const { bron, code } of ketenpartners.samenwerkingen)
      expect([code, 'document' in bron ? bron.document : bron.keuze]).toEqual([
        code,
        expect.stringMatching(/^001$|bron/),
      ]);
  });
});

describe('a mandate that ends', () => {
  const metEinde = (geldigTot: string, dagen?: number): Ketenpartners => ({
    ...ketenpartners,
    samenwerkingen: ketenpartners.samenwerkingen.map((each) => ({ ...each, geldigTot })),
    instellingen:
      dagen === undefined
        ? []
        : [
            {
              organisatie: WS,
              instelling: 'respijt_mandaat',
              waarde: dagen,
              bron: { keuze: 'proef' },
            },
          ],
  });
  const bijEinde = (partners: Ketenpartners, moment: string): readonly string[] =>
    [...doetTaakVoor(partners, LV, 'uitkering', moment)].toSorted();

  it('ends at its minute', () => {
    const partners = metEinde('2026-11-22T12:00');
    expect(bijEinde(partners, '2026-11-22T11:59')).toEqual([VS, WS]);
    expect(bijEinde(partners, '2026-11-22T12:00')).toEqual([]);
  });

  it('goes on for the respijt of the gemeente that set one, and for no other', () => {
    const partners = metEinde('2026-11-22', 14);
    expect(bijEinde(partners, '2026-12-05T23:59')).toEqual([WS]);
    expect(bijEinde(partners, '2026-12-06T00:00')).toEqual([]);
  });

  it('does not begin before its first day, respijt or not', () => {
    expect(bijEinde(metEinde('2026-11-22', 14), '2011-12-31T23:59')).toEqual([]);
  });
});

describe('who sits together', () => {
  const met = (organisatie: string, taak: Taak = 'uitkering', moment = NU): readonly string[] =>
    [...medeleden(ketenpartners, organisatie, 'portefeuillehouder', taak, moment)].toSorted();

  it('in the PHO: the portefeuillehouders of the three gemeenten, each with the others', () => {
    expect(met(WS)).toEqual([VS, LV]);
    expect(met(LV)).toEqual([VS, WS]);
    expect(met('GM0394')).toEqual([]);
  });

  it('for another task: those of its own body', () => {
    expect(met(WS, 'werkgeversbenadering')).toEqual(ZHC.filter((code) => code !== WS).toSorted());
    expect(met(WS, 'sociale_recherche')).toEqual([]);
  });

  it('is by role: a consulent of the same gemeente sits in no body', () => {
    expect(medeleden(ketenpartners, WS, 'consulent_inkomen', 'uitkering', NU).size).toBe(0);
    expect(medeleden(ketenpartners, WS, 'clientenraad', 'uitkering', NU).size).toBe(2);
  });

  it('is over before the body was, and after the samenwerking ended', () => {
    expect(met(WS, 'uitkering', '2011-12-31T23:59')).toEqual([]);
    const samenwerkingen = ketenpartners.samenwerkingen.map((each) => ({ ...each, geldigTot: '2020-01-01' }));
    expect(medeleden({ samenwerkingen }, WS, 'portefeuillehouder', 'uitkering', NU).size).toBe(0);
  });
});

describe('a processor', () => {
  it('sends for those who made it their processor, from the day they did', () => {
    expect(magZendenVoor(ketenpartners, 'DUIVENVOORDE', VS, NU)).toBe(true);
    expect(magZendenVoor(ketenpartners, 'DUIVENVOORDE', LV, NU)).toBe(false);
    expect(magZendenVoor(ketenpartners, 'DUIVENVOORDE', VS, '2011-12-31T23:59')).toBe(false);
    expect(magZendenVoor(ketenpartners, 'PLANGROEP', VS, NU)).toBe(false);
  });

  it('is nobody when an organisation sends for itself', () => {
    expect(magZendenVoor(ketenpartners, LV, LV, NU)).toBe(true);
  });
});

describe('the organisations', () => {
  it('know CWI as what became part of UWV on 1 January 2009', () => {
    expect(ketenpartners.organisaties.get('CWI')).toMatchObject({
      soort: 'CWI',
      geldigTot: '2009-01-01',
      opvolger: 'UWV',
    });
  });

  it('are of every kind that takes part', () => {
    const soorten = new Set([...ketenpartners.organisaties.values()].map(({ soort }) => soort));
    expect(soorten.size).toBe(16);
  });
});
