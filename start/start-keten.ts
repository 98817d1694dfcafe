import { aankondiging, draaitAlRegel } from './aankondiging.ts';
import { draaiKeten, type KetenOpties } from './draai-keten.ts';
import { laadGebruikers } from '../schema/demo/laad-gebruikers.ts';
import { laadOperaties } from '../schema/operaties/laad-operaties.ts';
import { readInstellingen } from './instellingen.ts';
import { listenForStop } from './listen-for-stop.ts';
import { toonFout } from '../schema/fouten/toon-fout.ts';

/**
 * What `npm start` does, from arguments to exit code: runs the chain until it is asked to stop (0), tells
 * that one runs already (0), or says what stands in the way (1). Never throws.
 */
export async function startKeten(
  checkout: string,
  anders: Pick<KetenOpties, 'onderdelen'> = {},
): Promise<number> {
  const { signal, onSecond } = listenForStop();
  try {
    const instellingen = readInstellingen(process.argv.slice(2), process.env, checkout);
    await draaiKeten({
      instellingen,
      signal,
      begonnen: onSecond,
      draaitAl: (houder) => process.stdout.write(draaitAlRegel(houder)),
      gereed: (adressen) =>
        process.stdout.write(
          aankondiging(
            adressen,
            instellingen.map,
            [...laadGebruikers().values()],
            [...laadOperaties().values()],
          ),
        ),
      ...anders,
    });
    return 0;
  } catch (error) {
    process.stderr.write(toonFout(error));
    return 1;
  }
}
