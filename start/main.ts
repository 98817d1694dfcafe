import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aankondiging, draaitAlRegel } from './aankondiging.ts';
import { draaiKeten } from './draai-keten.ts';
import { readGebruikers } from './demo/gebruikers.ts';
import { readVragen } from './demo/vragen.ts';
import { readInstellingen } from './instellingen.ts';
import { listenForStop } from './listen-for-stop.ts';
import { toonFout } from './toon-fout.ts';

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));

try {
  const instellingen = readInstellingen(process.argv.slice(2), process.env, checkout);
  const { signal, onSecond } = listenForStop();
  await draaiKeten({
    instellingen,
    signal,
    begonnen: onSecond,
    draaitAl: (houder) => process.stdout.write(draaitAlRegel(houder)),
    gereed: (adressen) =>
      process.stdout.write(aankondiging(adressen, instellingen.map, readGebruikers(), readVragen())),
  });
} catch (error) {
  process.stderr.write(toonFout(error));
  process.exitCode = 1;
}
