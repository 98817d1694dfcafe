import { mkdirSync, rmSync } from 'node:fs';
import { GEVALLEN } from './gevallen/gevallen.ts';
import { beginAanmelding } from './autorisatie/aanmelding.ts';
import { meetAutorisatie } from './autorisatie/meet-autorisatie.ts';
import { meetBeurten } from './beurten/meet-beurten.ts';
import { Afgekeurd } from './meten/controleer.ts';
import { meet, meetStub, type Omgeving } from './meten/meet.ts';
import type { Meting, Uitslag } from './meten/meting.ts';
import { type Klaargezet, zetKlaar } from './meten/opstelling.ts';
import { ketengraaf } from './peers/ketengraaf.ts';
import { pad, type Peer } from './peers/peer.ts';
import { PEERS } from './peers/peers.ts';
import { startEigen, volgendBericht } from './processen/start-proces.ts';
import { jsonRegel } from './uitslag/json-regel.ts';
import { profielOverzicht } from './uitslag/profiel.ts';
import { maakRij, type Rij } from './uitslag/rij.ts';
import { getal, tabel } from './uitslag/tabel.ts';
import { GEBRUIK, leesVlaggen, type Vlaggen } from './vlaggen.ts';

const schrijf = (regel: string): void => void process.stdout.write(`${regel}\n`);
const meld = (regel: string): void => void process.stderr.write(`${regel}\n`);

/** Measures what the flags ask and writes it; figures go to stdout, progress to stderr. */
async function bench(vlaggen: Vlaggen): Promise<void> {
  rmSync(pad('.uitvoer'), { recursive: true, force: true });
  const stub = startEigen('stub/main.ts', [String(vlaggen.vertraging)]);
  const { url: stubUrl } = await volgendBericht<{ readonly url: string }>(stub);
  const load = startEigen('load/main.ts');
  const omgeving: Omgeving = { stub, load, seconden: vlaggen.seconden };
  const aanmelding = await beginAanmelding(pad('.uitvoer'));
  if (vlaggen.autorisatie) {
    const schrijfDeel = (cijfers: object, regel: string): void =>
      schrijf(vlaggen.json ? JSON.stringify(cijfers) : regel);
    await meetAutorisatie({ omgeving, stubUrl, aanmelding, rondes: vlaggen.rondes }, schrijfDeel);
    await Promise.all([stub.stop(), load.stop()]);
    return;
  }
  const p50Stub = await meetStub(omgeving, stubUrl);
  for (const geval of GEVALLEN.filter(({ naam }) => vlaggen.gevallen.includes(naam))) {
    const klaar = await zetKlaar(geval, stubUrl, aanmelding);
    if (vlaggen.profiel) await profileer(klaar, omgeving);
    else toon(await meetGeval(klaar, omgeving, vlaggen), klaar, p50Stub, vlaggen);
  }
  await Promise.all([stub.stop(), load.stop()]);
}

/** Writes how long our own loops hold the event loop. */
async function toonBeurten(): Promise<void> {
  const { entiteiten, langste, zonderOpruimen, buiten } = await meetBeurten(100_000);
  schrijf(`${entiteiten} entiteiten: langste beurt van onze eigen lussen ${getal(langste)} ms CPU`);
  schrijf(`  zonder het opruimen van geheugen: ${getal(zonderOpruimen)} ms`);
  for (const [wat, duur] of buiten) schrijf(`  daarbuiten, ${wat}: ${getal(duur)} ms`);
}

/** Measures all gateways on one case in turns; each round begins with the next one. */
async function meetGeval(
  klaar: Klaargezet,
  omgeving: Omgeving,
  vlaggen: Vlaggen,
): Promise<readonly Uitslag[]> {
  const peers = PEERS.filter(({ kort }) => kort || !vlaggen.kort);
  const metingen = new Map(peers.map((peer) => [peer.naam, new Map<number, Meting>()]));
  const redenen = new Map<string, string>();
  for (const peer of peers) if (peer.beletsel !== undefined) redenen.set(peer.naam, peer.beletsel);
  for (let ronde = 1; ronde <= vlaggen.rondes; ronde += 1) {
    for (const peer of vanaf(peers, ronde - 1)) {
      if (redenen.has(peer.naam)) continue;
      meld(`${klaar.geval.naam}, ronde ${ronde} van ${vlaggen.rondes}: ${peer.titel}`);
      try {
        const { meting } = await meet(peer, klaar, omgeving);
        metingen.get(peer.naam)?.set(ronde, meting);
      } catch (fout) {
        if (!(fout instanceof Afgekeurd)) throw fout;
        redenen.set(peer.naam, fout.message);
        metingen.get(peer.naam)?.clear();
        meld(`  geen cijfer: ${fout.message}`);
      }
    }
  }
  return peers.map(({ naam, titel, versie }) => ({
    geval: klaar.geval.naam,
    gateway: naam,
    titel,
    versie,
    rondes: metingen.get(naam) ?? new Map(),
    reden: redenen.get(naam),
  }));
}

function vanaf(peers: readonly Peer[], begin: number): readonly Peer[] {
  const eerste = begin % peers.length;
  return [...peers.slice(eerste), ...peers.slice(0, eerste)];
}

function toon(
  uitslagen: readonly Uitslag[],
  { geval }: Klaargezet,
  p50Stub: number,
  { json }: Vlaggen,
): void {
  const ons = uitslagen.find(({ gateway }) => gateway === ketengraaf.naam);
  const rijen: Rij[] = [];
  for (const uitslag of uitslagen) {
    const rij = maakRij(uitslag, ons ?? uitslag, p50Stub);
    if (json) schrijf(jsonRegel(uitslag, rij));
    if (rij !== undefined) rijen.push(rij);
  }
  if (json) return;
  schrijf(`\n${geval.naam}: ${geval.omschrijving}\n`);
  schrijf(tabel(rijen));
  for (const { titel, reden } of uitslagen)
    if (reden !== undefined) schrijf(`${titel}: geen cijfer, ${reden}`);
  schrijf(`één aanroep van een subgraph zonder gateway: p50 ${getal(p50Stub)} ms`);
}

async function profileer(klaar: Klaargezet, omgeving: Omgeving): Promise<void> {
  const profielMap = pad(`.uitvoer/${klaar.geval.naam}/profiel`);
  mkdirSync(profielMap, { recursive: true });
  const { meting, last } = await meet(ketengraaf, klaar, { ...omgeving, profielMap });
  schrijf(`\n${klaar.geval.naam}: ${Math.round(meting.rps)} verzoeken/s terwijl het profiel werd gemaakt\n`);
  schrijf(profielOverzicht(profielMap, last.van, last.tot));
}

let vlaggen: Vlaggen;
try {
  vlaggen = leesVlaggen(process.argv.slice(2));
} catch (fout) {
  meld(`${fout instanceof Error ? fout.message : String(fout)}\n${GEBRUIK}`);
  process.exit(2);
}
for (const [signaal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signaal, () => process.exit(code));
}
await (vlaggen.beurten ? toonBeurten() : bench(vlaggen));
process.exit(0);
