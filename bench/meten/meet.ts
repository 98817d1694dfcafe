import { setTimeout as wacht } from 'node:timers/promises';
import type { Belasting } from '../load/belasting.ts';
import type { Peer } from '../peers/peer.ts';
import { type Proces, startProces, vraag } from '../processen/start-proces.ts';
import { verbruik } from '../processen/verbruik.ts';
import { vrijePoort } from '../processen/vrije-poort.ts';
import type { Tellers } from '../stub/voorbereide-antwoorden.ts';
import { belast, nieuweReeks } from './belast.ts';
import { Afgekeurd, controleer, GELIJKTIJDIG, wachtOpAntwoord } from './controleer.ts';
import type { Meting } from './meting.ts';
import type { Klaargezet } from './opstelling.ts';

/** The processes around the gateway, and how long it is measured. */
export interface Omgeving {
  readonly stub: Proces;
  readonly load: Proces;
  readonly seconden: number;
  readonly profielMap?: string;
}

/** A measurement, and the load that it comes from. */
export interface Gemeten {
  readonly meting: Meting;
  readonly last: Belasting;
}

const VERBINDINGEN = 32;
const OPWARMEN = 3;
/** The part of the calls under load that the stub may have to execute, because some gateways join calls by timing. */
const ONVOORBEREID = 0.01;

/**
 * Starts a gateway, checks its answers, warms it up, measures it, checks its answers again and stops it.
 * @throws Afgekeurd when it does not start, answers wrongly, or fails under load
 */
export async function meet(peer: Peer, klaar: Klaargezet, omgeving: Omgeving): Promise<Gemeten> {
  const { stub, load, seconden, profielMap } = omgeving;
  const poort = await vrijePoort();
  const proces = startProces(peer.opdracht({ ...klaar.opstelling, poort, profielMap }));
  try {
    const { geval, verwacht } = klaar;
    const { pid } = proces;
    const url = `http://127.0.0.1:${poort}${peer.pad}`;
    await wachtOpAntwoord(url, proces);
    const koppen = peer.isAangemeld === true ? klaar.opstelling.aanmelding.koppen : {};
    const toets = { url, geval, verwacht, isVloer: peer.isVloer, koppen };
    const antwoordBytes = await controleer(toets, nieuweReeks());

    const opdracht = { url, vragen: geval.naam, koppen, seconden, pid, hulp: [stub.pid] };
    const vooraf = await vraag<Tellers>(stub, {});
    const last = await belast(load, { ...opdracht, verbindingen: VERBINDINGEN, opwarmen: OPWARMEN });
    const een = await belast(load, {
      ...opdracht,
      verbindingen: 1,
      opwarmen: 0.5,
      seconden: Math.max(2, seconden / 2),
    });
    const achteraf = await vraag<Tellers>(stub, {});
    keur(proces, last, antwoordBytes, deelOnvoorbereid(vooraf, achteraf));

    const rust = await wachtOpRust(stub);
    await controleer(toets, nieuweReeks());
    const { aanroepen } = await vraag<Tellers>(stub, {});
    return {
      last,
      meting: {
        rps: last.rps,
        p50: last.p50,
        p95: last.p95,
        p99: last.p99,
        p50EenVerbinding: een.gedaan === 0 ? Number.NaN : een.p50,
        cpuMsPerVerzoek: last.cpuMs / last.gedaan,
        geheugenMb: verbruik(pid).geheugenMb,
        anderWerk: last.anderWerk,
        subgraphCallsPerVerzoek: (aanroepen - rust.aanroepen) / GELIJKTIJDIG,
      },
    };
  } finally {
    await proces.stop();
  }
}

/** Measures how long one call of the stub itself takes, one at a time: the middle, in milliseconds. */
export async function meetStub({ stub, load }: Omgeving, stubUrl: string): Promise<number> {
  const opdracht = {
    url: `${stubUrl}/klanten`,
    vragen: 'klein',
    koppen: {},
    verbindingen: 1,
    pid: stub.pid,
    hulp: [],
  };
  const { p50 } = await belast(load, { ...opdracht, opwarmen: 1, seconden: 2 });
  return p50;
}

function deelOnvoorbereid(vooraf: Tellers, achteraf: Tellers): number {
  const aanroepen = achteraf.aanroepen - vooraf.aanroepen;
  return aanroepen === 0 ? 0 : (achteraf.uitgevoerd - vooraf.uitgevoerd) / aanroepen;
}

/** Waits until nobody calls a subgraph any more: what the load left unfinished may still be under way. */
async function wachtOpRust(stub: Proces): Promise<Tellers> {
  let tellers = await vraag<Tellers>(stub, {});
  for (;;) {
    await wacht(300);
    const nu = await vraag<Tellers>(stub, {});
    if (nu.aanroepen === tellers.aanroepen) return nu;
    tellers = nu;
  }
}

function keur(
  proces: Proces,
  { gedaan, mislukt, bytes }: Belasting,
  antwoordBytes: number,
  onvoorbereid: number,
): void {
  if (!proces.leeft()) throw new Afgekeurd(`ended under load: ${proces.klacht()}`);
  if (gedaan === 0) throw new Afgekeurd('gave no answer under load');
  if (mislukt > 0) throw new Afgekeurd(`${mislukt} requests failed under load, ${gedaan} did not`);
  if (bytes < antwoordBytes) {
    throw new Afgekeurd(`answers under load are shorter: ${Math.round(bytes)} of ${antwoordBytes} bytes`);
  }
  if (onvoorbereid > ONVOORBEREID) {
    const deel = Math.round(onvoorbereid * 100);
    throw new Afgekeurd(`asks subgraphs the same thing in ever other words: ${deel} % was not prepared`);
  }
}
