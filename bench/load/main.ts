import { availableParallelism } from 'node:os';
import { setTimeout as wacht } from 'node:timers/promises';
import { GEVALLEN } from '../gevallen/gevallen.ts';
import { kenmerk } from '../gevallen/kenmerk.ts';
import { gewerktMs, verbruik } from '../processen/verbruik.ts';
import { type Belasting, type Opdracht, percentiel } from './belasting.ts';
import { type Kanonopties, laadKanon } from './kanon.ts';

// The load, in a process of its own. Over IPC: takes an Opdracht, answers with a Belasting.

/** Longer than any load lasts: it is stopped when it was measured. */
const EEUWIG = 3_600;

const vuurKanon = await laadKanon();

async function belast(opdracht: Opdracht): Promise<Belasting> {
  const tijden: number[] = [];
  let isMeten = false;
  let mislukt = 0;
  let bytes = 0;
  const klaar = Promise.withResolvers<void>();
  const instance = vuurKanon(opties(opdracht), () => klaar.resolve());
  instance.on('reqError', () => {
    mislukt += 1;
  });
  instance.on('response', (_client, status, aantal, tijd) => {
    if (status !== 200) mislukt += 1;
    else if (isMeten) {
      tijden.push(tijd);
      bytes += aantal;
    }
  });

  await wacht(opdracht.opwarmen * 1000);
  const vooraf = stand(opdracht);
  const van = nu();
  isMeten = true;
  await wacht(opdracht.seconden * 1000);
  isMeten = false;
  const tot = nu();
  const achteraf = stand(opdracht);
  const mislukteVerzoeken = mislukt;
  instance.stop();
  await klaar.promise;

  tijden.sort((a, b) => a - b);
  return {
    gedaan: tijden.length,
    rps: (tijden.length * 1_000_000) / (tot - van),
    p50: percentiel(tijden, 0.5),
    p95: percentiel(tijden, 0.95),
    p99: percentiel(tijden, 0.99),
    mislukt: mislukteVerzoeken,
    bytes: tijden.length === 0 ? 0 : bytes / tijden.length,
    cpuMs: achteraf.cpuMs - vooraf.cpuMs,
    hulpCpuMs: achteraf.hulp.map((ms, index) => ms - (vooraf.hulp[index] ?? 0)),
    anderWerk: Math.max(0, achteraf.elders - vooraf.elders) / (((tot - van) / 1000) * availableParallelism()),
    van,
    tot,
  };
}

/** The processor time so far of what is measured, and of everything that has no part in the measurement. */
function stand({ pid, hulp }: Opdracht): {
  readonly cpuMs: number;
  readonly hulp: readonly number[];
  readonly elders: number;
} {
  const { cpuMs } = verbruik(pid);
  const vanHulp = hulp.map((hulpPid) => verbruik(hulpPid).cpuMs);
  const eigen = [verbruik(process.pid).cpuMs, ...vanHulp].reduce((som, ms) => som + ms, cpuMs);
  return { cpuMs, hulp: vanHulp, elders: gewerktMs() - eigen };
}

function opties({ url, vragen, koppen, verbindingen, vanaf }: Opdracht): Kanonopties {
  return {
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...koppen },
    connections: verbindingen,
    duration: EEUWIG,
    timeout: 30,
    requests:
      typeof vragen === 'string'
        ? [metKenmerken(vragen, vanaf)]
        : vragen.map(({ body, koppen: eigen }) => ({
            body,
            headers: { 'content-type': 'application/json', accept: 'application/json', ...eigen },
          })),
  };
}

/** The question of a case, each time with the next kenmerk. */
function metKenmerken(geval: string, vanaf: number): Kanonopties['requests'][number] {
  const gekozen = GEVALLEN.find(({ naam }) => naam === geval);
  if (gekozen === undefined) throw new Error(`no case ${geval}`);
  const { document, variables } = gekozen;
  let volgende = vanaf;
  return {
    setupRequest: (request) => {
      const body = JSON.stringify({ query: document, variables: variables(kenmerk(volgende)) });
      volgende += 1;
      return { ...request, body };
    },
  };
}

function nu(): number {
  return Number(process.hrtime.bigint() / 1000n);
}

process.on('message', async (opdracht: Opdracht) => {
  process.send?.(await belast(opdracht));
});
process.once('disconnect', () => process.exit(0));
