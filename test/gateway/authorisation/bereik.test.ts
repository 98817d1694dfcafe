import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bereikVoor } from '../../../gateway/authorisation/bereik.ts';
import type { Betrokkene } from '../../../gateway/identity/betrokkene.ts';
import { RIJEN } from '../../../schema/codelijsten/rijen.ts';
import type { TAKEN } from '../../../schema/codelijsten/taken.ts';
import { laadGebruikers } from '../../../schema/demo/laad-gebruikers.ts';
import type { Ketenpartners } from '../../../schema/ketenpartners/ketenpartners.ts';
import { laadKetenpartners } from '../../../schema/ketenpartners/laad-ketenpartners.ts';
import { ketentokenClaims } from '../../../schema/keten/ketentoken.ts';

const ketenpartners = laadKetenpartners();
const NU = '2026-11-22T09:30';
const KLANT = '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0102';

const bereik = (
  rijen: (typeof RIJEN)[number] | undefined,
  anders: Partial<Betrokkene>,
  taak: (typeof TAKEN)[number] = 'uitkering',
  { nu = NU, partners = ketenpartners }: { readonly nu?: string; readonly partners?: Ketenpartners } = {},
): readonly string[] => {
  const betrokkene = { sub: 'iemand', organisatie: 'GM1916', rollen: [], rechten: [], namens: [], ...anders };
  const organisatie = partners.organisaties.get(betrokkene.organisatie);
  if (organisatie === undefined) throw new Error('no such organisation');
  return bereikVoor({ rol: '*', rijen, taak }, betrokkene, organisatie, partners, nu).sleutels;
};

const alsGebruiker = (naam: string): Partial<Betrokkene> => {
  const { organisatie, namens = [], kvk, klant } = laadGebruikers().get(naam) ?? {};
  return { sub: naam, ...(organisatie !== undefined && { organisatie }), namens: [...namens], kvk, klant };
};

describe('the bereiksleutels', () => {
  it('of an organisation are its code and those of the gemeenten it does the task for', () => {
    expect(bereik('organisatie', alsGebruiker('pho-lvw'))).toEqual(['GM0626', 'GM0629', 'GM1916']);
    expect(bereik('organisatie', alsGebruiker('wethouder-haarlemmermeer'))).toEqual(['GM0394']);
  });

  it('of another task are those of its own samenwerking: Voorschoten takes no part in the sociale recherche', () => {
    const recherche = alsGebruiker('sociale-recherche');
    expect(recherche.namens).toContain('GM0626');
    expect(bereik('organisatie', recherche, 'sociale_recherche')).toEqual([
      'GM0603',
      'GM0629',
      'GM1783',
      'GM1916',
    ]);
  });

  it('of a caseload hold gemeente and regisseur in one, so that neither is enough alone', () => {
    expect(bereik('caseload', alsGebruiker('consulent-lv'))).toEqual([
      'GM0626/consulent-lv',
      'GM0629/consulent-lv',
      'GM1916/consulent-lv',
    ]);
    expect(bereik('caseload', { ...alsGebruiker('consulent-lv'), namens: [] })).toEqual([
      'GM1916/consulent-lv',
    ]);
  });

  it('of a team and of a vervanging hold the team and who stands in, each with the gemeente', () => {
    const consulent = { ...alsGebruiker('consulent-lv'), team: 'Werk en Inkomen 1' };
    expect(bereik('team', consulent)).toEqual([
      'GM0626/team/Werk%20en%20Inkomen%201',
      'GM0629/team/Werk%20en%20Inkomen%201',
      'GM1916/team/Werk%20en%20Inkomen%201',
    ]);
    expect(bereik('vervanging', { sub: 'mw-l03' })).toEqual(['GM1916/vervanging/mw-l03']);
  });

  it('of a gemeente that has the task done by another are none of a regie, until the mandate ends', () => {
    const naamgenoot = { organisatie: 'GM0626', sub: 'consulent-lv', team: 'Werk en Inkomen 1' };
    const beeindigd = ketenpartners.samenwerkingen.map((each) =>
      each.code === 'wi-lvw-uitkering' ? { ...each, geldigTot: NU } : each,
    );
    const partners = { ...ketenpartners, samenwerkingen: beeindigd };
    for (const [rijen, sleutel] of [
      ['caseload', 'GM0626/consulent-lv'],
      ['team', 'GM0626/team/Werk%20en%20Inkomen%201'],
      ['vervanging', 'GM0626/vervanging/consulent-lv'],
    ] as const) {
      expect(bereik(rijen, naamgenoot)).toEqual([]);
      expect(bereik(rijen, naamgenoot, 'sociale_recherche')).toEqual([sleutel]);
      expect(bereik(rijen, naamgenoot, 'uitkering', { nu: '2026-11-22T09:29', partners })).toEqual([]);
      expect(bereik(rijen, naamgenoot, 'uitkering', { partners })).toEqual([sleutel]);
    }
  });

  it('of the escape are those of the organisation, and of who is afgeschermd another, which no name can be', () => {
    const consulent = alsGebruiker('consulent-lv');
    expect(bereik('noodtoegang', consulent)).toEqual(bereik('organisatie', consulent));
    expect(bereik('afgeschermd', { sub: 'afgeschermd' })).toEqual(['afgeschermd/GM1916']);
    expect(bereik('caseload', { sub: 'afgeschermd' })).toEqual(['GM1916/afgeschermd']);
  });

  it('of a party name the organisation, the task and who charged it with the case, and the medewerker whose case it is', () => {
    expect(bereik('partij', { organisatie: 'PLANGROEP', sub: 'x' }, 'curatieve_schuldhulp')).toEqual([
      'partij/PLANGROEP/curatieve_schuldhulp/GM0626',
      'partij/PLANGROEP/curatieve_schuldhulp/GM0626/x',
      'partij/PLANGROEP/curatieve_schuldhulp/GM0629',
      'partij/PLANGROEP/curatieve_schuldhulp/GM0629/x',
      'partij/PLANGROEP/curatieve_schuldhulp/GM1916',
      'partij/PLANGROEP/curatieve_schuldhulp/GM1916/x',
      'partij/PLANGROEP/curatieve_schuldhulp/PLANGROEP',
      'partij/PLANGROEP/curatieve_schuldhulp/PLANGROEP/x',
    ]);
    // For Voorschoten there is no mandate for the sociale recherche, and for the other task no order.
    const recherche = bereik('partij', alsGebruiker('sociale-recherche'), 'sociale_recherche').join(' ');
    expect(recherche).toContain('partij/GM1916/sociale_recherche/GM0629/sociale-recherche');
    expect(recherche).not.toContain('GM0626');
    expect(bereik('partij', { organisatie: 'PLANGROEP' }, 're_integratie').join(' ')).not.toContain('GM');
  });

  it('of a mandate end in the minute in which it ends, or so many days later as who gave it allows', () => {
    const beeindigd = ketenpartners.samenwerkingen.map((each) =>
      each.code === 'wi-lvw-uitkering' ? { ...each, geldigTot: '2026-11-22T09:30' } : each,
    );
    const bron = { keuze: 'proef' };
    const respijt = { organisatie: 'GM0629', instelling: 'respijt_mandaat', waarde: 2, bron } as const;
    const partners = {
      ...ketenpartners,
      samenwerkingen: beeindigd,
      instellingen: [...ketenpartners.instellingen, respijt],
    };
    const op = (nu: string): readonly string[] =>
      bereik('organisatie', alsGebruiker('consulent-lv'), 'uitkering', { nu, partners });
    expect(op('2026-11-22T09:29')).toEqual(['GM0626', 'GM0629', 'GM1916']);
    expect(op('2026-11-22T09:30')).toEqual(['GM0629', 'GM1916']);
    expect(op('2026-11-24T09:29')).toEqual(['GM0629', 'GM1916']);
    expect(op('2026-11-24T09:30')).toEqual(['GM1916']);
  });

  it('of a werkgever and of an inwoner are the number and the key in the token', () => {
    expect(bereik('werkgever', alsGebruiker('werkgever-90001354'))).toEqual(['kvk/90001354']);
    expect(bereik('inwoner', alsGebruiker('inwoner'))).toEqual([`klant/${KLANT}`]);
  });

  it.each([
    ['werkgever without a number', 'werkgever', {}],
    ['werkgever with something else than a number', 'werkgever', { kvk: '90001354,69599084' }],
    [
      'werkgever with the number of another organisation',
      'werkgever',
      { organisatie: 'KVK69599084', kvk: '90001354' },
    ],
    ['inwoner without a key', 'inwoner', {}],
    ['inwoner with something else than a key', 'inwoner', { klant: `${KLANT},klant/x` }],
    ['regisseur with half a character', 'caseload', { sub: '\uD800' }],
    ['user without a team', 'team', {}],
    ['user of half a team', 'team', { team: '\uD800' }],
    ['group without rows', undefined, {}],
  ] as const)('of a %s are none', (_, rijen, anders) => {
    expect(bereik(rijen, anders)).toEqual([]);
  });

  it('hold no comma, fit the ketentoken, and are of one kind each, whatever the token says', () => {
    const tekst = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('GM0394', 'a,GM0394', '90001354', KLANT),
    );
    fc.assert(
      fc.property(
        tekst,
        tekst,
        tekst,
        fc.constantFrom(...RIJEN),
        fc.subarray(['GM0394', 'GM0626', 'GM0629', 'GM1783', 'x,y']),
        (sub, kvk, klant, rijen, namens) => {
          const organisatie = rijen === 'werkgever' ? 'KVK90001354' : 'GM1916';
          const sleutels = bereik(rijen, { sub, team: kvk, organisatie, kvk, klant, namens });
          const vorm = {
            organisatie: /^[A-Z][A-Z0-9_]*$/,
            caseload: /^[A-Z][A-Z0-9_]*\/[^,/]*$/,
            team: /^[A-Z][A-Z0-9_]*\/team\/[^,/]*$/,
            vervanging: /^[A-Z][A-Z0-9_]*\/vervanging\/[^,/]*$/,
            noodtoegang: /^[A-Z][A-Z0-9_]*$/,
            afgeschermd: /^afgeschermd\/[A-Z][A-Z0-9_]*$/,
            partij: /^partij\/GM1916\/uitkering\/[A-Z][A-Z0-9_]*(\/[^,/]*)?$/,
            orgaan: /^[A-Z][A-Z0-9_]*$/,
            werkgever: /^kvk\/\d{8}$/,
            cv_online: /^cv\/GM\d{4}$/,
            inwoner: /^klant\/[0-9a-f-]{36}$/,
          }[rijen];
          for (const sleutel of sleutels) expect(sleutel).toMatch(vorm);
          expect(sleutels.join(',').split(',').filter(Boolean)).toEqual(sleutels);
          expect(ketentokenClaims.shape.groepen.safeParse({ groep: { sleutels } }).success).toBe(true);
        },
      ),
    );
  });

  it('of CV-online are the gemeenten that switched it on: Voorschoten and Wassenaar, Leidschendam-Voorburg not yet', () => {
    const werkgever = { organisatie: 'KVK90001354', kvk: '90001354' };
    expect(bereik('cv_online', werkgever, 'wsp')).toEqual(['cv/GM0626', 'cv/GM0629']);
  });

  it('of CV-online count from the minute it is switched on to the minute it ends', () => {
    const instellingen = ketenpartners.instellingen.map((each) =>
      each.instelling === 'cv_online' && each.organisatie === 'GM0626'
        ? { ...each, geldigVan: '2026-11-22T09:30', geldigTot: '2026-11-22T09:32' }
        : each,
    );
    const partners = { ...ketenpartners, instellingen };
    const om = (nu: string) => bereik('cv_online', {}, 'wsp', { nu: `2026-11-22T${nu}`, partners });
    expect(om('09:29')).toEqual(['cv/GM0629']);
    expect(om('09:30')).toEqual(['cv/GM0626', 'cv/GM0629']);
    expect(om('09:31')).toEqual(['cv/GM0626', 'cv/GM0629']);
    expect(om('09:32')).toEqual(['cv/GM0629']);
  });

  it('of CV-online are none of an organisation that is no gemeente, whatever is set for it', () => {
    const eerste = ketenpartners.instellingen.find(({ instelling }) => instelling === 'cv_online');
    if (eerste === undefined) throw new Error('nobody has CV-online');
    const partners = { ...ketenpartners, instellingen: [{ ...eerste, organisatie: 'UWV', waarde: true }] };
    expect(bereik('cv_online', {}, 'wsp', { partners })).toEqual([]);
  });

  it('of two regisseurs are never the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (een, ander) => {
        const [van, vanAnder] = [bereik('caseload', { sub: een }), bereik('caseload', { sub: ander })];
        expect(van.some((sleutel) => vanAnder.includes(sleutel))).toBe(een === ander);
      }),
    );
  });
});
