import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import type { VacaturesLoaders } from '../loaders.ts';
import type { BeroepRij } from '../loaders/beroep-loader.ts';

/** The beroepen with these codes, in their order. Throws INTERNE_FOUT for a code that the code list does not have. */
export async function beroepen(
  codes: readonly string[],
  { beroep }: VacaturesLoaders,
): Promise<readonly BeroepRij[]> {
  return Promise.all(
    codes.map(async (code) => {
      const gevonden = await beroep.load(code);
      if (gevonden === null) throw new KetenFout('INTERNE_FOUT', 'a row names a beroep that is not there');
      return gevonden;
    }),
  );
}
