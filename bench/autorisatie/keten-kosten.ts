import type { VasteVraag } from '../load/belasting.ts';
import { belast } from '../meten/belast.ts';
import { mediaan } from '../meten/meting.ts';
import type { Proces } from '../processen/start-proces.ts';
import { type Deel, DELEN } from './delen.ts';
import { type Ketenproef, stel } from './ketenproef.ts';

/** How the keten does with some of the parts; CPU in milliseconds a request. */
export interface KetenKosten {
  /** What was added to the line before; `zonder` is without everything. */
  readonly erbij: string;
  readonly rps: number;
  /** Requests a second, divided by those of `zonder` in the same round. */
  readonly verhouding: number;
  readonly gateway: number;
  readonly subgraphs: number;
  readonly postgres: number;
  readonly samen: number;
  /** What was added to all of them, and its part of what everything adds. */
  readonly meer: number;
  readonly aandeel: number;
  readonly anderWerk: number;
}

interface Trede {
  readonly naam: string;
  readonly isAangemeld: boolean;
  readonly delen: readonly Deel[];
}

type Beurt = Pick<KetenKosten, 'rps' | 'gateway' | 'subgraphs' | 'postgres' | 'anderWerk'>;

const VERBINDINGEN = 8;

/** From nothing to everything, one part more each time; what the policies look at is set before they are on. */
const TREDEN: readonly Trede[] = [
  { naam: 'zonder', isAangemeld: false, delen: [] },
  { naam: 'gateway: token, besluit, handtekeningen', isAangemeld: true, delen: [] },
  ...DELEN.map((naam, index) => ({ naam, isAangemeld: true, delen: DELEN.slice(0, index + 1) })),
];

/** Measures every step from nothing to everything in turns, so many rounds of `seconden` each. */
export async function meetKetenKosten(
  proef: Ketenproef,
  load: Proces,
  { seconden, rondes }: { readonly seconden: number; readonly rondes: number },
): Promise<readonly KetenKosten[]> {
  await proef.zetDelen(DELEN);
  const goed = await antwoorden(proef, true);
  await proef.zetDelen([]);
  const kaal = await antwoorden(proef, false);
  if (goed.some((tekst, index) => tekst !== kaal[index])) throw new Error('answers differ without the parts');
  const beurten = TREDEN.map((): Beurt[] => []);
  for (let ronde = 0; ronde <= rondes; ronde += 1) {
    for (const [index, trede] of TREDEN.entries()) {
      const beurt = await meetTrede(trede, proef, load, seconden);
      // The first round warms up.
      if (ronde > 0) beurten[index]?.push(beurt);
    }
  }
  return uitkomst(beurten);
}

async function antwoorden(proef: Ketenproef, isAangemeld: boolean): Promise<readonly string[]> {
  const { url } = isAangemeld ? proef.metAutorisatie : proef.zonderAutorisatie;
  const teksten: string[] = [];
  for (const { met, zonder } of proef.vragen) teksten.push(await stel(url, isAangemeld ? met : zonder));
  return teksten;
}

async function meetTrede(
  { isAangemeld, delen, naam }: Trede,
  { database, vragen, metAutorisatie, zonderAutorisatie, subgraphs, zetDelen }: Ketenproef,
  load: Proces,
  seconden: number,
): Promise<Beurt> {
  await zetDelen(delen);
  const { proces, url } = isAangemeld ? metAutorisatie : zonderAutorisatie;
  const hulp = [database.pid, ...Array.from(subgraphs.values(), ({ pid }) => pid)];
  const last = await belast(load, {
    url,
    vragen: vragen.map(({ met, zonder }): VasteVraag => (isAangemeld ? met : zonder)),
    koppen: {},
    verbindingen: VERBINDINGEN,
    opwarmen: 0.3,
    seconden,
    pid: proces.pid,
    hulp,
  });
  if (last.mislukt > 0 || last.gedaan === 0)
    throw new Error(`${naam}: ${last.mislukt} requests failed, ${last.gedaan} did not`);
  const [postgres = 0, ...vanSubgraphs] = last.hulpCpuMs;
  return {
    rps: last.rps,
    gateway: last.cpuMs / last.gedaan,
    subgraphs: vanSubgraphs.reduce((som, ms) => som + ms, 0) / last.gedaan,
    postgres: postgres / last.gedaan,
    anderWerk: last.anderWerk,
  };
}

function uitkomst(beurten: readonly (readonly Beurt[])[]): readonly KetenKosten[] {
  const samen = beurten.map((trede) => mediaan(trede.map(totaal)));
  const [eerste = Number.NaN] = samen;
  const alles = (samen.at(-1) ?? Number.NaN) - eerste;
  return TREDEN.map(({ naam }, index) => {
    const trede = beurten[index] ?? [];
    const midden = (veld: keyof Beurt): number => mediaan(trede.map((beurt) => beurt[veld]));
    const meer = index === 0 ? 0 : (samen[index] ?? Number.NaN) - (samen[index - 1] ?? Number.NaN);
    return {
      erbij: naam,
      rps: midden('rps'),
      verhouding: mediaan(trede.map(({ rps }, ronde) => rps / (beurten[0]?.[ronde]?.rps ?? Number.NaN))),
      gateway: midden('gateway'),
      subgraphs: midden('subgraphs'),
      postgres: midden('postgres'),
      samen: samen[index] ?? Number.NaN,
      meer,
      aandeel: meer / alles,
      anderWerk: midden('anderWerk'),
    };
  });
}

function totaal({ gateway, subgraphs, postgres }: Beurt): number {
  return gateway + subgraphs + postgres;
}
