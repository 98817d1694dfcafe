import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { VacaturesLoaders } from '../loaders.ts';
import { isVoorbij } from '../regels/kwartaal.ts';
import { type WspKwartaal, wspKwartaal } from '../regels/wsp-kwartaal.ts';

type Context = SubgraphContext<VacaturesLoaders>;

/** A gemeente is known here by key only; it answers for its own figures. */
interface GemeenteStub {
  readonly code: string;
  readonly verantwoordelijke: string;
}

/** The part of Gemeente that vacatures owns. */
export const gemeenteResolvers = {
  __resolveReference: ({ code }: { code: string }): GemeenteStub => ({ code, verantwoordelijke: code }),

  arbeidsmarktregio: (
    { code }: GemeenteStub,
    _args: unknown,
    { loaders }: Context,
  ): Promise<{ readonly code: string; readonly naam: string } | null> => loaders.regioVanGemeente.load(code),

  wspKwartaal: async (
    { code }: GemeenteStub,
    { jaar, kwartaal }: { jaar: number; kwartaal: number },
    { loaders, klok }: Context,
  ): Promise<WspKwartaal | null> => {
    if (jaar < 1 || jaar > 9999) throw ongeldig('jaar', 'a year has four digits');
    if (kwartaal < 1 || kwartaal > 4) throw ongeldig('kwartaal', 'a year has quarters 1 to 4');
    const vraag = { gemeente: code, jaar, kwartaal };
    const [cellen, tellingen] = await Promise.all([
      loaders.wspCellen.load(vraag),
      loaders.wspTellingen.load(vraag),
    ]);
    return wspKwartaal(cellen, tellingen, isVoorbij(vraag, klok.vandaag));
  },
};

function ongeldig(argument: string, reden: string): KetenFout {
  return new KetenFout('INVOER_ONGELDIG', reden, { argument });
}
