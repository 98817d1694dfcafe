import { KetenFout } from '../schema/fouten/keten-fout.ts';
import { fetchToken } from './demo/fetch-token.ts';
import { laadGebruikers } from '../schema/demo/laad-gebruikers.ts';
import { running } from './demo/running.ts';
import { toonFout } from '../schema/fouten/toon-fout.ts';
import { vraagtHulp } from './vraagt-hulp.ts';

/** The command with the users there are. */
function commando(namen: readonly string[]): string {
  return `npm run -s token -- --als ${namen.join('|')}`;
}

/** The user after `--als`. Throws INSTELLINGEN_ONGELDIG or GEBRUIKER_ONBEKEND with the users there are. */
function readAls([vlag = '', ...rest]: readonly string[], namen: readonly string[]): string {
  const als = vlag.startsWith('--als=') ? vlag.slice('--als='.length) : rest[0];
  const meer = rest.length > (vlag === '--als' ? 1 : 0);
  if (!/^--als(=|$)/.test(vlag) || als === undefined || meer) {
    throw new KetenFout('INSTELLINGEN_ONGELDIG', `Usage: ${commando(namen)}`);
  }
  if (!namen.includes(als)) throw new KetenFout('GEBRUIKER_ONBEKEND', `The users are: ${namen.join(', ')}.`);
  return als;
}

try {
  const argumenten = process.argv.slice(2);
  const namen = [...laadGebruikers().keys()];
  if (vraagtHulp(argumenten)) {
    process.stdout.write(`Gebruik: ${commando(namen)}\n`);
  } else {
    const als = readAls(argumenten, namen);
    process.stdout.write(`${await fetchToken(running().uitgever, als)}\n`);
  }
} catch (error) {
  process.stderr.write(toonFout(error));
  process.exitCode = 1;
}
