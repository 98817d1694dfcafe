import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZONDER_DOEL } from '../../../schema/beleid/cedar-schema.ts';
import { laadCedar } from '../../../schema/beleid/laad-cedar.ts';
import { REDENSOORTEN } from '../../../schema/beleid/voorwaarde-van-rijen.ts';
import { ORGANISATIESOORTEN } from '../../../schema/codelijsten/organisatiesoorten.ts';
import { RECHTEN } from '../../../schema/codelijsten/rechten.ts';
import { ROLLEN } from '../../../schema/codelijsten/rollen.ts';
import { ACTIVITEITEN, cedarVerleent, GROEPEN, matrixVerleent, type Vraag } from './product.ts';

const policies = Object.values(laadCedar().policies);

/** The policies that can say something about a purpose. */
const policiesOver = (activiteit: string | undefined): readonly string[] =>
  policies.filter(
    (policy) => !policy.includes('Action::"') || policy.includes(`Action::"${activiteit ?? ZONDER_DOEL}"`),
  );

/**
 * Gives each name the one that stands for it: itself when a policy names it, else the first that no policy names. Cedar
 * cannot tell two of those apart: to a policy a name is equal to one that it names, or it is not.
 */
function vertegenwoordigers(
  type: string,
  namen: readonly string[],
  over: readonly string[],
): ReadonlyMap<string, string> {
  const isGenoemd = (naam: string): boolean =>
    over.some((policy) => policy.includes(`${type}::${JSON.stringify(naam)}`));
  const ongenoemd = namen.find((naam) => !isGenoemd(naam)) ?? '';
  return new Map(namen.map((naam) => [naam, isGenoemd(naam) ? naam : ongenoemd]));
}

describe('the Cedar policies and the matrix', () => {
  it('grant the same for every role, kind of organisation, purpose, group, right and reason', async () => {
    const rechtenkeuzes = [[], ...RECHTEN.map((recht) => [recht]), [...RECHTEN]];
    const verschillen: Vraag[] = [];
    let vragen = 0;
    for (const activiteit of ACTIVITEITEN) {
      const over = policiesOver(activiteit);
      const rollen = vertegenwoordigers('Rol', ROLLEN, over);
      const soorten = vertegenwoordigers('Organisatiesoort', ORGANISATIESOORTEN, over);
      const groepen = vertegenwoordigers('Gegevensgroep', GROEPEN, over);
      const opRecht = over.some((policy) => policy.includes('Recht::"') || policy.includes('rechten'));
      const opReden = over.some((policy) => policy.includes('reden'));
      const cedar = new Map<string, boolean>();
      for (const [rol, rolnaam] of rollen) {
        for (const [soort, soortnaam] of soorten) {
          for (const [groep, groepnaam] of groepen) {
            for (const rechten of rechtenkeuzes) {
              for (const reden of [undefined, ...REDENSOORTEN]) {
                vragen += 1;
                const vraag = { rollen: [rol], soort, activiteit, groep, rechten, reden };
                const key = [rolnaam, soortnaam, groepnaam, opRecht && rechten, opReden && reden].join(' ');
                const permitted =
                  cedar.get(key) ??
                  (await cedarVerleent({
                    rollen: [rolnaam],
                    soort: soortnaam,
                    activiteit,
                    groep: groepnaam,
                    rechten: opRecht ? rechten : [],
                    reden: opReden ? reden : undefined,
                  }));
                cedar.set(key, permitted);
                if (permitted !== matrixVerleent(vraag)) verschillen.push(vraag);
              }
            }
          }
        }
      }
    }
    expect(verschillen.slice(0, 20)).toEqual([]);
    expect(vragen).toBe(
      ROLLEN.length *
        ORGANISATIESOORTEN.length *
        ACTIVITEITEN.length *
        GROEPEN.length *
        rechtenkeuzes.length *
        (REDENSOORTEN.length + 1),
    );
  });

  it('grant somebody with several roles what each of them has, and no more', async () => {
    const vraag = fc.record({
      rollen: fc.subarray([...ROLLEN]),
      soort: fc.constantFrom(...ORGANISATIESOORTEN),
      activiteit: fc.constantFrom(...ACTIVITEITEN),
      groep: fc.constantFrom(...GROEPEN),
      rechten: fc.subarray([...RECHTEN]),
      reden: fc.constantFrom(undefined, ...REDENSOORTEN),
    });
    await fc.assert(
      fc.asyncProperty(vraag, async (each) => {
        expect(await cedarVerleent(each)).toBe(matrixVerleent(each));
        const perRol = each.rollen.some((rol) => matrixVerleent({ ...each, rollen: [rol] }));
        expect(await cedarVerleent(each)).toBe(perRol || matrixVerleent({ ...each, rollen: [] }));
      }),
      { numRuns: 500 },
    );
  });

  it('grant nothing to a role, kind or group that does not exist', async () => {
    const vraag: Vraag = {
      rollen: ['regisseur'],
      soort: 'GEMEENTE',
      activiteit: 'klantregie',
      groep: 'klant.dossier',
      rechten: [],
      reden: undefined,
    };
    expect(await cedarVerleent(vraag)).toBe(true);
    for (const anders of [{ rollen: ['Regisseur'] }, { soort: 'gemeente' }, { groep: 'klant.dossier ' }])
      expect(await cedarVerleent({ ...vraag, ...anders })).toBe(false);
  });
});
