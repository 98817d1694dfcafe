import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// The packages of the benchmark are installed the first time that it runs: they are many, and only it needs them.
const map = fileURLToPath(new URL('.', import.meta.url));
if (!existsSync(`${map}node_modules`)) {
  process.stderr.write('De pakketten van de benchmark worden geïnstalleerd (npm ci in bench/).\n');
  const { status } = spawnSync('npm', ['ci'], {
    cwd: map,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
}
