import { schrijfOfVergelijk } from '../compose/schrijf-of-vergelijk.ts';
import { SCHEMA_MAP } from '../bestanden/schema-map.ts';
import { toonFout } from '../fouten/toon-fout.ts';
import { alsCsv } from './csv.ts';
import { maakDossiers } from './maak-dossiers.ts';
import { bestandsnaam, TABELLEN, type Tabelnaam } from './tabellen.ts';
import { leesVasteRijen } from './vaste-personen.ts';
import { ZAAD } from './peildatum.ts';

const ROOT = new URL('../', SCHEMA_MAP);

/** `npm run dossiers` writes the CSV files of the dossiers; with `--check` it only compares them with what is committed. */
function schrijf(controleer: boolean): readonly string[] {
  const rijen = maakDossiers(ZAAD, leesVasteRijen());
  return (Object.keys(TABELLEN) as Tabelnaam[]).flatMap((tabel) => {
    const inhoud = alsCsv(tabel, rijen);
    return TABELLEN[tabel].subgraphs.flatMap((subgraph) => {
      const naam = `subgraphs/${subgraph}/bronnen/${bestandsnaam(tabel)}`;
      return schrijfOfVergelijk(new URL(naam, ROOT), naam, inhoud, controleer, 'npm run dossiers') ?? [];
    });
  });
}

const controleer = process.argv.includes('--check');
try {
  const gebreken = schrijf(controleer);
  if (gebreken.length > 0) {
    process.stderr.write(`${gebreken.join('\n')}\n`);
    process.exitCode = 1;
  } else {
    process.stdout.write(`The dossiers are ${controleer ? 'up to date' : 'written'}.\n`);
  }
} catch (error) {
  process.stderr.write(toonFout(error));
  process.exitCode = 1;
}
