import fc from 'fast-check';
import { expect, it } from 'vitest';
import { laadBeleid } from '../../../gateway/authorisation/beleid.ts';
import { type Beslis, beslisser, type Verzoek } from '../../../gateway/authorisation/beslis.ts';
import type { Dekking } from '../../../gateway/authorisation/coverage.ts';
import type { Toegang } from '../../../gateway/authorisation/toegang.ts';
import type { Betrokkene } from '../../../gateway/identity/betrokkene.ts';
import { ROLLEN } from '../../../schema/codelijsten/rollen.ts';
import { RECHTEN } from '../../../schema/codelijsten/rechten.ts';
import { TOEGANGSREDENEN } from '../../../schema/codelijsten/toegangsredenen.ts';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';

const beleid = laadBeleid();
const organisaties = [...beleid.ketenpartners.organisaties.keys()];
const nu = new Date('2026-11-22T12:00:00Z');

/** A few documents, asked again and again, as a gateway has them. */
const documenten: readonly (readonly Dekking[])[] = [
  [...beleid.groepen.keys()],
  ['klant.dossier', 'klant.dossier.kern'],
  ['sturing', 'publiek'],
  ['vacature.beheer', 'klant.profiel'],
].flatMap((groepen, index) => [
  groepen.map((groep) => ({ veld: `T${index}.${groep}`, eis: [[groep]] })),
  [{ veld: 'T.een', eis: [[groepen.at(-1) ?? '']] }],
]);

const betrokkenen: fc.Arbitrary<Betrokkene> = fc.record({
  sub: fc.constantFrom('een', 'twee'),
  organisatie: fc.constantFrom(...organisaties),
  // Most processors may send for nobody, and are refused at once.
  via: fc.oneof(
    { weight: 4, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom('DUIVENVOORDE', ...organisaties) },
  ),
  namens: fc.subarray(organisaties.slice(0, 6)),
  rollen: fc.subarray([...ROLLEN], { maxLength: 3 }),
  rechten: fc.subarray([...RECHTEN]),
  team: fc.constantFrom(undefined, 'noord', 'zuid'),
  kvk: fc.constantFrom(undefined, '90001354', '90001362'),
  klant: fc.constantFrom(
    undefined,
    '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0001',
    '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0002',
  ),
}) as fc.Arbitrary<Betrokkene>;

const verzoeken = fc.record({
  verwerkingsactiviteit: fc.constantFrom(undefined, ...beleid.register.keys()),
  reden: fc.constantFrom(undefined, ...(Object.keys(TOEGANGSREDENEN) as (keyof typeof TOEGANGSREDENEN)[])),
  dekking: fc.constantFrom(...documenten),
});

/** All that a decision says: what is refused, or who reaches which rows. */
async function uitkomst(beslis: Beslis, verzoek: Verzoek): Promise<unknown> {
  try {
    const { groepen, ...toegang } = await beslis(verzoek);
    return { ...toegang, groepen: [...groepen] };
  } catch (error) {
    if (error instanceof KetenFout) return { code: error.code, details: error.details };
    throw error;
  }
}

const claims = ['sub', 'organisatie', 'via', 'namens', 'rollen', 'rechten', 'team', 'kvk', 'klant'] as const;
/** Two askers who differ in one claim at most. */
const tweetallen = fc
  .tuple(betrokkenen, betrokkenen, fc.constantFrom(...claims))
  .map(([een, ander, claim]): readonly [Betrokkene, Betrokkene] => [een, { ...een, [claim]: ander[claim] }]);

it('two askers who differ in any one claim never get the decision of each other', async () => {
  const gedeeld = beslisser(beleid);
  await fc.assert(
    fc.asyncProperty(tweetallen, verzoeken, async ([een, twee], verzoek) => {
      for (const betrokkene of [een, twee, een]) {
        const vraag = { ...verzoek, betrokkene, nu };
        expect(await uitkomst(gedeeld, vraag)).toEqual(await uitkomst(beslisser(beleid), vraag));
      }
    }),
    { numRuns: 300 },
  );
});

it('what names a decision for reuse is the same only for the same user, purpose, groups and rows', async () => {
  const beslis = beslisser(beleid);
  const zonderBetrokkene = ({ betrokkene, ...rest }: Toegang): unknown => ({
    ...rest,
    wie: [betrokkene.sub, betrokkene.organisatie],
  });
  await fc.assert(
    fc.asyncProperty(tweetallen, verzoeken, async (tweetal, verzoek) => {
      const toegangen = await Promise.allSettled(
        tweetal.map((betrokkene) => beslis({ ...verzoek, betrokkene, nu })),
      );
      const [een, twee] = toegangen.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
      if (een === undefined || twee === undefined || een.sleutel !== twee.sleutel) return;
      expect(zonderBetrokkene(een)).toEqual(zonderBetrokkene(twee));
    }),
    { numRuns: 300 },
  );
});
