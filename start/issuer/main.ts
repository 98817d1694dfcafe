import { laadGebruikers } from '../../schema/demo/laad-gebruikers.ts';
import { toonFout } from '../../schema/fouten/toon-fout.ts';
import { beginIssuer } from './begin-issuer.ts';
import { readIssuerSettings } from './settings.ts';

try {
  const issuer = await beginIssuer(readIssuerSettings(process.env), [...laadGebruikers().values()]);
  const stop = (): void => void issuer.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', stop);
  process.send?.({ soort: 'gereed', url: issuer.url });
} catch (error) {
  process.stderr.write(toonFout(error));
  process.exit(1);
}
