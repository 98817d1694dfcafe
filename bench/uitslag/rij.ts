import { mediaan, type Meting, type Uitslag } from '../meten/meting.ts';

/** One line of the result: the middle of all rounds. */
export interface Rij extends Meting {
  readonly geval: string;
  readonly gateway: string;
  readonly titel: string;
  readonly versie: string;
  /** Our requests per second divided by its, in the same round. */
  readonly verhouding: number;
  /** Its CPU per request divided by ours, in the same round. */
  readonly cpuVerhouding: number;
  /** The middle time of one call of the stub, without a gateway. */
  readonly p50Stub: number;
}

/** Brings the rounds together; `undefined` when there are none. */
export function maakRij(uitslag: Uitslag, ons: Uitslag, p50Stub: number): Rij | undefined {
  const rondes = [...uitslag.rondes.values()];
  if (rondes.length === 0) return undefined;
  const midden = (veld: keyof Meting): number => rond(mediaan(rondes.map((meting) => meting[veld])));
  const vergelijk = (deel: (wij: Meting, zij: Meting) => number): number =>
    rond(
      mediaan(
        Array.from(uitslag.rondes).flatMap(([ronde, zij]) => {
          const wij = ons.rondes.get(ronde);
          return wij === undefined ? [] : [deel(wij, zij)];
        }),
      ),
    );
  return {
    geval: uitslag.geval,
    gateway: uitslag.gateway,
    titel: uitslag.titel,
    versie: uitslag.versie,
    rps: midden('rps'),
    p50: midden('p50'),
    p95: midden('p95'),
    p99: midden('p99'),
    cpuMsPerVerzoek: midden('cpuMsPerVerzoek'),
    geheugenMb: midden('geheugenMb'),
    subgraphCallsPerVerzoek: midden('subgraphCallsPerVerzoek'),
    verhouding: vergelijk((wij, zij) => wij.rps / zij.rps),
    cpuVerhouding: vergelijk((wij, zij) => zij.cpuMsPerVerzoek / wij.cpuMsPerVerzoek),
    anderWerk: midden('anderWerk'),
    p50EenVerbinding: midden('p50EenVerbinding'),
    p50Stub: rond(p50Stub),
  };
}

/** Three digits that say something; whole numbers from a hundred. */
function rond(waarde: number): number {
  if (Number.isNaN(waarde)) return waarde;
  return Math.abs(waarde) >= 100 ? Math.round(waarde) : Number(waarde.toPrecision(3));
}
