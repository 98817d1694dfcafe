import { belast } from '../meten/belast.ts';
import { controleer, wachtOpAntwoord } from '../meten/controleer.ts';
import type { Omgeving } from '../meten/meet.ts';
import { nieuweReeks } from '../meten/belast.ts';
import { mediaan } from '../meten/meting.ts';
import type { Klaargezet } from '../meten/opstelling.ts';
import { ketengraaf } from '../peers/ketengraaf.ts';
import { ketengraafMetAutorisatie } from '../peers/ketengraaf-met-autorisatie.ts';
import type { Peer } from '../peers/peer.ts';
import { type Proces, startProces } from '../processen/start-proces.ts';
import { vrijePoort } from '../processen/vrije-poort.ts';

/** What authorisation adds to the gateway on one case, in milliseconds CPU a request. */
export interface GatewayKosten {
  readonly geval: string;
  /** Calls of a subgraph a request: each is signed. */
  readonly aanroepen: number;
  readonly zonder: number;
  readonly met: number;
  /** The middle of what each pair of turns differed, and the quarters around it. */
  readonly erbij: number;
  readonly erbijVan: number;
  readonly erbijTot: number;
  readonly beurten: number;
  readonly anderWerk: number;
}

interface Draaiend {
  readonly peer: Peer;
  readonly proces: Proces;
  readonly url: string;
  readonly koppen: Readonly<Record<string, string>>;
}

const VERBINDINGEN = 16;
const OPWARMEN = 5;

/**
 * Measures two gateways that stay up on the same stubs, with and without authorisation, in short turns: what a machine
 * does beside falls on both.
 * @param beurten pairs of turns, each of `omgeving.seconden`
 */
export async function meetGatewayKosten(
  klaar: Klaargezet,
  aanroepen: number,
  omgeving: Omgeving,
  beurten: number,
): Promise<GatewayKosten> {
  const zonder = await begin(ketengraaf, klaar);
  const met = await begin(ketengraafMetAutorisatie, klaar);
  try {
    for (const draaiend of [zonder, met]) {
      await controleer(toets(draaiend, klaar), nieuweReeks());
      await meetBeurt(draaiend, klaar, { ...omgeving, seconden: OPWARMEN });
    }
    const paren: { readonly zonder: number; readonly met: number; readonly anderWerk: number }[] = [];
    for (let beurt = 0; beurt < beurten; beurt += 1) {
      const volgorde = beurt % 2 === 0 ? [zonder, met] : [met, zonder];
      const [een, twee] = [
        await meetBeurt(volgorde[0] ?? zonder, klaar, omgeving),
        await meetBeurt(volgorde[1] ?? met, klaar, omgeving),
      ];
      const [a, b] = beurt % 2 === 0 ? [een, twee] : [twee, een];
      paren.push({ zonder: a.cpuMs, met: b.cpuMs, anderWerk: (a.anderWerk + b.anderWerk) / 2 });
    }
    for (const draaiend of [zonder, met]) await controleer(toets(draaiend, klaar), nieuweReeks());
    const erbij = paren.map((paar) => paar.met - paar.zonder).toSorted((a, b) => a - b);
    return {
      geval: klaar.geval.naam,
      aanroepen,
      zonder: mediaan(paren.map((paar) => paar.zonder)),
      met: mediaan(paren.map((paar) => paar.met)),
      erbij: mediaan(erbij),
      erbijVan: erbij[Math.floor(erbij.length / 4)] ?? Number.NaN,
      erbijTot: erbij[Math.ceil((3 * erbij.length) / 4) - 1] ?? Number.NaN,
      beurten,
      anderWerk: mediaan(paren.map(({ anderWerk }) => anderWerk)),
    };
  } finally {
    await Promise.all([zonder.proces.stop(), met.proces.stop()]);
  }
}

async function begin(peer: Peer, { opstelling }: Klaargezet): Promise<Draaiend> {
  const poort = await vrijePoort();
  const proces = startProces(peer.opdracht({ ...opstelling, poort, profielMap: undefined }));
  const url = `http://127.0.0.1:${poort}${peer.pad}`;
  await wachtOpAntwoord(url, proces);
  return { peer, proces, url, koppen: peer.isAangemeld === true ? opstelling.aanmelding.koppen : {} };
}

function toets({ url, koppen }: Draaiend, { geval, verwacht }: Klaargezet) {
  return { url, geval, verwacht, isVloer: false, koppen };
}

async function meetBeurt(
  { proces, url, koppen, peer }: Draaiend,
  { geval }: Klaargezet,
  { load, stub, seconden }: Omgeving,
): Promise<{ readonly cpuMs: number; readonly anderWerk: number }> {
  const last = await belast(load, {
    url,
    vragen: geval.naam,
    koppen,
    verbindingen: VERBINDINGEN,
    opwarmen: 0.3,
    seconden,
    pid: proces.pid,
    hulp: [stub.pid],
  });
  if (last.mislukt > 0 || last.gedaan === 0)
    throw new Error(`${peer.titel}: ${last.mislukt} of ${last.gedaan + last.mislukt} requests failed`);
  return { cpuMs: last.cpuMs / last.gedaan, anderWerk: last.anderWerk };
}
