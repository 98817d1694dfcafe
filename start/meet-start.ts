import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type EersteVraag, meetEersteVraag } from './meet-eerste-vraag.ts';
import { SUBGRAPHNAMEN } from './onderdelen.ts';
import { checkPorts } from './ports/check-ports.ts';

/**
 * Measures, from a fresh clone with an empty npm cache, how long `npm start` takes until Ketengraaf says
 * that it runs: the first time and the second. Ends with 1 when one takes longer than promised.
 */
const GRENZEN = [
  { naam: 'eerste start', seconden: 15 },
  { naam: 'tweede start', seconden: 6 },
] as const;
const KLAAR = 'Ketengraaf draait.';
/** Gateway, subgraphs and issuer, from the port of the gateway. */
const AFSTANDEN = [0, ...SUBGRAPHNAMEN.map((_naam, at) => at + 1), 10];
const OP_ZIJN_LAATST = 120_000;

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'ketengraaf-meting-'));
// PostgreSQL has to pass through when root measures.
chmodSync(folder, 0o711);
try {
  const kloon = join(folder, 'kloon');
  execFileSync('git', ['clone', '--quiet', `file://${checkout}`, kloon], { stdio: 'inherit' });
  const installatie = tijd();
  execFileSync('npm', ['ci', '--silent', '--cache', join(folder, 'cache')], { cwd: kloon, stdio: 'inherit' });
  meld('npm ci', installatie());
  const poort = await vrijeBasis();
  for (const { naam, seconden } of GRENZEN) {
    const duur = await meetStart(kloon, poort);
    meld(naam, duur, seconden);
    if (duur > seconden) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Seconds from `npm start` to its table; then one question, of which the time is told and not judged, and Ctrl-C, after
 * which nothing may be left.
 */
async function meetStart(kloon: string, poort: number): Promise<number> {
  const { KETENGRAAF_MAP: _, DATABASE_URL: __, ...omgeving } = process.env;
  const duur = tijd();
  const npm = spawn('npm', ['start'], {
    cwd: kloon,
    env: { ...omgeving, KETENGRAAF_POORT: String(poort) },
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: OP_ZIJN_LAATST,
  });
  const gesloten = once(npm, 'close');
  const klaar = Promise.withResolvers<void>();
  let gezegd = '';
  let seconden: number | undefined;
  npm.stdout.setEncoding('utf8').on('data', (tekst: string) => {
    gezegd += tekst;
    if (seconden !== undefined || !gezegd.includes(KLAAR)) return;
    seconden = duur();
    klaar.resolve();
  });
  void gesloten.then(() => klaar.resolve());
  await klaar.promise;
  if (seconden !== undefined) {
    try {
      const [endpoint, uitgever] = [`http://127.0.0.1:${poort}/graphql`, `http://127.0.0.1:${poort + 10}`];
      meldVraag(await meetEersteVraag(endpoint, uitgever, join(kloon, '.ketengraaf')));
    } finally {
      // The whole group, as a terminal does.
      process.kill(-(npm.pid ?? 0), 'SIGINT');
    }
  }
  await gesloten;
  if (seconden === undefined) throw new Error(`npm start did not get ready:\n${gezegd}`);
  if (existsSync(join(kloon, '.ketengraaf', 'lock'))) throw new Error('npm start left its lock.');
  return seconden;
}

/** A base port of which every port that is used is free. */
async function vrijeBasis(): Promise<number> {
  for (;;) {
    const basis = 20_000 + Math.floor(Math.random() * 1_000) * 11;
    const poorten = AFSTANDEN.map((afstand) => ({ naam: 'meting', poort: basis + afstand }));
    if (
      await checkPorts(poorten, 0).then(
        () => true,
        () => false,
      )
    )
      return basis;
  }
}

function tijd(): () => number {
  const begin = performance.now();
  return () => (performance.now() - begin) / 1000;
}

function meld(naam: string, seconden: number, grens?: number): void {
  const gemeten = `${naam}: ${seconden.toLocaleString('nl-NL', { maximumFractionDigits: 1 })} s`;
  process.stdout.write(grens === undefined ? `${gemeten}\n` : `${gemeten} (hooguit ${grens} s)\n`);
}

function meldVraag({ eerste, tweede, p50 }: EersteVraag): void {
  const ms = (getal: number): string => `${getal.toLocaleString('nl-NL', { maximumFractionDigits: 1 })} ms`;
  const keer = (eerste / p50).toLocaleString('nl-NL', { maximumFractionDigits: 1 });
  process.stdout.write(
    `eerste vraag: ${ms(eerste)}, tweede: ${ms(tweede)}, warm: ${ms(p50)}; de eerste is ${keer} × warm (streven: hooguit 3 ×)\n`,
  );
}
