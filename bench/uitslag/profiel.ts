import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Knoop {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
}

interface CpuProfiel {
  readonly nodes: readonly Knoop[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
  readonly startTime: number;
}

const MEEST = 25;

/**
 * Reads the CPU profile in a folder and says where the time went between two moments (microseconds of the monotonic
 * clock): the functions with the most time of their own, and the split by package. Idle time is left out.
 */
export function profielOverzicht(map: string, van: number, tot: number): string {
  const [bestand] = globSync('*.cpuprofile', { cwd: map });
  if (bestand === undefined) return 'geen profiel geschreven';
  const profiel = JSON.parse(readFileSync(join(map, bestand), 'utf8')) as CpuProfiel;
  const knopen = new Map(profiel.nodes.map((knoop) => [knoop.id, knoop]));
  const functies = new Map<string, number>();
  const pakketten = new Map<string, number>();
  let moment = profiel.startTime;
  let samen = 0;
  for (const [index, id] of profiel.samples.entries()) {
    const duur = profiel.timeDeltas[index] ?? 0;
    moment += duur;
    const frame = knopen.get(id)?.callFrame;
    if (moment < van || moment > tot || frame === undefined || frame.functionName === '(idle)') continue;
    samen += duur;
    const pakket = pakketVan(frame.url, frame.functionName);
    const plaats =
      frame.url === '' ? '' : ` ${pakket}/${frame.url.split('/').at(-1)}:${frame.lineNumber + 1}`;
    const functie = `${frame.functionName || '(anonymous)'}${plaats}`;
    functies.set(functie, (functies.get(functie) ?? 0) + duur);
    pakketten.set(pakket, (pakketten.get(pakket) ?? 0) + duur);
  }
  return [
    `Eigen tijd per functie (de eerste ${MEEST}):`,
    ...lijst(functies, samen).slice(0, MEEST),
    '',
    'Eigen tijd per pakket:',
    ...lijst(pakketten, samen),
  ].join('\n');
}

function lijst(tijden: ReadonlyMap<string, number>, samen: number): readonly string[] {
  return Array.from(tijden)
    .toSorted(([, a], [, b]) => b - a)
    .map(([naam, tijd]) => `${((100 * tijd) / samen).toFixed(1).padStart(5)} %  ${naam}`)
    .filter((regel) => !regel.startsWith('  0.0'));
}

function pakketVan(url: string, functie: string): string {
  if (url === '') return functie === '(garbage collector)' ? functie : '(engine)';
  if (url.startsWith('node:')) return url.split('/').slice(0, 2).join('/');
  const [, pakket] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  return pakket ?? /\/((?:gateway|schema)\/[^/]+)\/[^/]+$/.exec(url)?.[1] ?? 'gateway';
}
