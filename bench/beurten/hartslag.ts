import { PerformanceObserver } from 'node:perf_hooks';
import { setImmediate as beurtVoorbij } from 'node:timers/promises';

/** What held the event loop longest while it was watched, in milliseconds of processor time of this thread. */
export interface Gehouden {
  readonly langste: number;
  /** The longest, what the garbage collector took of it left out. */
  readonly zonderOpruimen: number;
  /** The longest of each thing that is measured apart. */
  readonly buiten: ReadonlyMap<string, number>;
}

/** A watch over the event loop. */
export interface Hartslag {
  /** Leaves out what happens in the function: it is measured apart. */
  readonly buiten: <Uitkomst>(wat: string, werk: () => Uitkomst) => Uitkomst;
  /** Ends the watch. */
  readonly stop: () => Promise<Gehouden>;
}

/** A turn: when it began and ended by the clock, and the processor time that our own loops took of it. */
interface Beurt {
  readonly van: number;
  readonly tot: number;
  readonly cpu: number;
}

/** A stretch of time by the clock. */
interface Tijdvak {
  readonly van: number;
  readonly tot: number;
}

/** Watches how long the event loop is held at a time: between two of its own turns nobody else had one. */
export function volgHartslag(): Hartslag {
  const buiten = new Map<string, number>();
  const beurten: Beurt[] = [];
  const opgeruimd: Tijdvak[] = [];
  const apart: Tijdvak[] = [];
  let apartCpu = 0;
  let vorige = { cpu: threadCpuMs(), klok: performance.now() };
  let loopt = true;
  const waarnemer = new PerformanceObserver((lijst) => {
    for (const { startTime, duration } of lijst.getEntries())
      opgeruimd.push({ van: startTime, tot: startTime + duration });
  });
  waarnemer.observe({ entryTypes: ['gc'] });
  const slag = (): void => {
    const nu = { cpu: threadCpuMs(), klok: performance.now() };
    beurten.push({ van: vorige.klok, tot: nu.klok, cpu: nu.cpu - vorige.cpu - apartCpu });
    apartCpu = 0;
    vorige = nu;
    if (loopt) setImmediate(slag);
  };
  setImmediate(slag);
  return {
    buiten: (wat, werk) => {
      const van = performance.now();
      const begin = threadCpuMs();
      const uitkomst = werk();
      const duur = threadCpuMs() - begin;
      apart.push({ van, tot: performance.now() });
      apartCpu += duur;
      buiten.set(wat, Math.max(buiten.get(wat) ?? 0, duur));
      return uitkomst;
    },
    stop: async () => {
      slag();
      loopt = false;
      // What was collected is told a little later.
      for (let keer = 0; keer < 3; keer += 1) await beurtVoorbij();
      waarnemer.disconnect();
      const eigen = opgeruimd.filter(({ van }) => !apart.some((vak) => vak.van <= van && van < vak.tot));
      return {
        langste: Math.max(...beurten.map(({ cpu }) => cpu)),
        zonderOpruimen: Math.max(...beurten.map((beurt) => beurt.cpu - samenIn(beurt, eigen))),
        buiten,
      };
    },
  };
}

/** How much of the stretches falls within a turn. */
function samenIn({ van, tot }: Beurt, vakken: readonly Tijdvak[]): number {
  return vakken
    .filter((vak) => vak.van >= van && vak.van < tot)
    .reduce((som, vak) => som + (Math.min(vak.tot, tot) - vak.van), 0);
}

function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
