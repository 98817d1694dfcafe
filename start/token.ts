import { KetenFout } from '../schema/fouten/keten-fout.ts';
import { fetchToken } from './demo/fetch-token.ts';
import { laadGebruikers } from '../schema/demo/laad-gebruikers.ts';
import { running } from './demo/running.ts';
import { toonFout } from '../schema/fouten/toon-fout.ts';

/** The user after `--als`. Throws INSTELLINGEN_ONGELDIG or GEBRUIKER_ONBEKEND with the users there are. */
function readAls([vlag = '', ...rest]: readonly string[]): string {
  const namen = [...laadGebruikers().keys()];
  const als = vlag.startsWith('--als=') ? vlag.slice('--als='.length) : rest[0];
  const meer = rest.length > (vlag === '--als' ? 1 : 0);
  if (!/^--als(=|$)/.test(vlag) || als === undefined || meer) {
    throw new KetenFout('INSTELLINGEN_ONGELDIG', `Usage: npm run -s token -- --als ${namen.join('|')}`);
  }
  if (!namen.includes(als)) throw new KetenFout('GEBRUIKER_ONBEKEND', `The users are: ${namen.join(', ')}.`);
  return als;
}

try {
  const als = readAls(process.argv.slice(2));
  process.stdout.write(`${await fetchToken(running().uitgever, als)}\n`);
} catch (error) {
  process.stderr.write(toonFout(error));
  process.exitCode = 1;
}
