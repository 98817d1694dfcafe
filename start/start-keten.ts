import { aankondiging, draaitAlRegel } from './aankondiging.ts';
import { draaiKeten, type KetenOpties } from './draai-keten.ts';
import { laadGebruikers } from '../schema/demo/laad-gebruikers.ts';
import { isGereed } from './is-gereed.ts';
import { laadOperaties } from '../schema/operaties/laad-operaties.ts';
import { metPseudoniemen } from '../schema/operaties/met-pseudoniemen.ts';
import { pseudoniemenVan } from './demo/pseudoniemen-van.ts';
import { readInstellingen } from './instellingen.ts';
import { listenForStop } from './listen-for-stop.ts';
import { toonFout } from '../schema/fouten/toon-fout.ts';
import { vraagtHulp } from './vraagt-hulp.ts';

const GEBRUIK = `Gebruik: npm start -- [--poort N] [--werkers N]

  --poort N, KETENGRAAF_POORT   poort van het eindpunt (4000); de andere processen nemen poorten daarboven
  --werkers N                   zoveel gatewayprocessen delen de poort (1), om meer dan één kern te gebruiken
  KETENGRAAF_MAP                de gegevensmap (.ketengraaf)
  DATABASE_URL                  een eigen PostgreSQL in plaats van de meegeleverde
`;

/**
 * What `npm start` does, from arguments to exit code: runs the chain until it is asked to stop (0), tells
 * that one runs already (0), tells how it is used (0), or says what stands in the way (1). Never throws.
 */
export async function startKeten(
  checkout: string,
  anders: Pick<KetenOpties, 'onderdelen'> = {},
): Promise<number> {
  const argumenten = process.argv.slice(2);
  if (vraagtHulp(argumenten)) {
    process.stdout.write(GEBRUIK);
    return 0;
  }
  const { signal, onSecond } = listenForStop();
  try {
    const instellingen = readInstellingen(argumenten, process.env, checkout);
    await draaiKeten({
      instellingen,
      signal,
      begonnen: onSecond,
      draaitAl: async (houder) => {
        process.stdout.write(draaitAlRegel(houder, await isGereed(houder.endpoint)));
      },
      gereed: (adressen, database) =>
        process.stdout.write(
          aankondiging(
            adressen,
            instellingen.map,
            database,
            [...laadGebruikers().values()],
            [...laadOperaties().values()].map((vraag) =>
              metPseudoniemen(vraag, pseudoniemenVan(instellingen.map, vraag.als)),
            ),
          ),
        ),
      ...anders,
    });
    if (signal.aborted) process.stdout.write('Ketengraaf is gestopt.\n');
    return 0;
  } catch (error) {
    process.stderr.write(toonFout(error));
    return 1;
  }
}
