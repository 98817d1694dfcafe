import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import type { SubgraphContext } from '../../chassis/transaction/subgraph-context.ts';
import type { VacaturesLoaders } from '../loaders.ts';
import type { VoordrachtRij } from '../loaders/voordracht-loader.ts';
import { oordeelStap, type Voordrachtstap } from '../regels/voordrachtstap.ts';

type Context = SubgraphContext<VacaturesLoaders>;

interface Stapvraag {
  readonly voordracht: string;
  readonly reden?: string;
}

/**
 * The field that takes a step and gives the voordracht as it is after it. Of another's voordracht nothing is tried, as of
 * one that does not exist: both are absent. Throws STAP_PAST_NIET for a step that its phase does not allow; one that was
 * taken before changes nothing.
 */
function zet(stap: Voordrachtstap) {
  return async (
    _bron: unknown,
    { voordracht, reden }: Stapvraag,
    { loaders }: Context,
  ): Promise<VoordrachtRij | null> => {
    if ((await loaders.voordracht.load(voordracht)) === null) return null;
    const isNieuw = await loaders.zetStap(voordracht, stap, reden ?? null);
    // Also when it was not: somebody else may have moved the voordracht meanwhile.
    loaders.vergeet();
    const nu = await loaders.voordracht.load(voordracht);
    if (isNieuw || nu === null) return nu;
    const stappen = await loaders.stappen.load(voordracht);
    const isGezet = stappen.some(({ soort }) => soort === stap);
    if (oordeelStap(nu.fase, isGezet, stap) === 'IS_GEZET') return nu;
    throw new KetenFout('STAP_PAST_NIET', `${stap} does not fit the phase`);
  };
}

/** The steps that a werkgever and a klant take. */
export const mutationResolvers = {
  uitnodigen: zet('UITNODIGEN'),
  wijsAf: zet('AFWIJZEN'),
  stemIn: zet('INSTEMMEN'),
  trekIn: zet('INTREKKEN'),
};
