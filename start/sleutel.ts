import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { KetenFout } from '../schema/fouten/keten-fout.ts';
import { toonFout } from '../schema/fouten/toon-fout.ts';
import { plaatsenIn } from './data-map.ts';
import { readInstellingen } from './instellingen.ts';
import { ringPlaces } from './sleutels/ensure-sleutels.ts';
import { readRing, ringText, rotate, tidy } from './sleutels/ringbestand.ts';
import { makeRingjwk, SLEUTELSOORTEN, type Sleutelsoort } from './sleutels/sleutelsoorten.ts';
import { readIfPresent } from './files/read-if-present.ts';
import { writeAtomically } from './files/write-atomically.ts';
import { vraagtHulp } from './vraagt-hulp.ts';

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));

const GEBRUIK = `Gebruik: npm run -s sleutel -- OPDRACHT SOORT [--bestand PAD] [--na SECONDEN]

  toon       welke sleutels er zijn en vanaf wanneer elk gebruikt wordt; nooit de sleutels zelf
  maak       maakt een nieuw bestand met één sleutel; een bestand dat er al is, blijft
  roteer     zet een sleutel klaar die na --na seconden (300) wordt gebruikt; de vorige blijven gelden
  ruim-op    gooit sleutels weg die al zo lang vervangen zijn dat niets van ze nog in gebruik is

  SOORT      ketentoken, cursor of pseudoniem
  --bestand  het bestand; anders dat in de gegevensmap (KETENGRAAF_MAP)

Stuur na roteer en na ruim-op SIGHUP naar de processen die het bestand lezen: zie docs/sleutels.md.
`;

/** What was asked for on the command line. */
interface Opdracht {
  readonly opdracht: string;
  readonly soort: Sleutelsoort;
  readonly pad: string;
  /** Seconds. */
  readonly na: number;
}

/** Throws INSTELLINGEN_ONGELDIG. */
function leesOpdracht(argumenten: readonly string[]): Opdracht {
  try {
    const { values, positionals } = parseArgs({
      args: [...argumenten],
      options: { bestand: { type: 'string' }, na: { type: 'string', default: '300' } },
      allowPositionals: true,
    });
    const [opdracht = '', soort = '', ...rest] = positionals;
    if (!Object.hasOwn(SLEUTELSOORTEN, soort) || rest.length > 0) throw new Error('no such kind of key');
    if (!/^\d{1,8}$/.test(values.na)) throw new Error('--na must be a number of seconds');
    const bekend = soort as Sleutelsoort;
    const { map } = readInstellingen([], process.env, checkout);
    return {
      opdracht,
      soort: bekend,
      pad: values.bestand ?? ringPlaces(plaatsenIn(map))[bekend],
      na: Number(values.na),
    };
  } catch (cause) {
    if (cause instanceof KetenFout) throw cause;
    throw new KetenFout('INSTELLINGEN_ONGELDIG', GEBRUIK, {}, { cause });
  }
}

async function voerUit({ opdracht, soort, pad, na }: Opdracht): Promise<string> {
  const nu = Math.floor(Date.now() / 1000);
  switch (opdracht) {
    case 'toon':
      return toon(pad, nu);
    case 'maak':
      if (readIfPresent(pad) !== undefined)
        throw new KetenFout('INSTELLINGEN_ONGELDIG', `${pad} is there already.`);
      writeAtomically(pad, ringText([await makeRingjwk(soort, 0)]));
      return `${pad} gemaakt.\n${toon(pad, nu)}`;
    case 'roteer':
      await rotate(pad, soort, na, nu);
      return toon(pad, nu);
    case 'ruim-op': {
      const weg = tidy(pad, soort, nu);
      return `${weg.length === 0 ? 'Niets op te ruimen.' : `Weggegooid: ${weg.join(', ')}.`}\n${toon(pad, nu)}`;
    }
    default:
      throw new KetenFout('INSTELLINGEN_ONGELDIG', GEBRUIK);
  }
}

function toon(pad: string, nu: number): string {
  const ring = readRing(pad);
  const maker = ring.find(({ nbf }) => nbf <= nu) ?? ring.at(-1);
  const regels = ring.map((sleutel) => {
    const begin = sleutel.nbf === 0 ? 'van begin af' : `vanaf ${new Date(sleutel.nbf * 1000).toISOString()}`;
    const rol = sleutel === maker ? 'in gebruik' : sleutel.nbf > nu ? 'staat klaar' : 'geldt nog';
    return `  ${sleutel.kid}  ${rol}, ${begin}\n`;
  });
  return `${pad}\n${regels.join('')}`;
}

try {
  const argumenten = process.argv.slice(2);
  process.stdout.write(vraagtHulp(argumenten) ? GEBRUIK : await voerUit(leesOpdracht(argumenten)));
} catch (error) {
  process.stderr.write(toonFout(error));
  process.exitCode = 1;
}
