import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataMap } from '../../start/data-map.ts';
import { bootstrap } from '../../start/database/bootstrap.ts';
import { beginPostgres } from '../../start/postgres/begin-postgres.ts';
import { Opzichter } from '../../start/processes/opzichter.ts';
import { alsEigenaar } from '../../subgraphs/chassis/database/als-eigenaar.ts';
import { laadBronnen } from '../../subgraphs/chassis/database/laad-bronnen.ts';
import { migreer } from '../../subgraphs/chassis/database/migreer.ts';
import { financien } from '../../subgraphs/financien/financien.ts';
import { klanten } from '../../subgraphs/klanten/klanten.ts';
import { trajecten } from '../../subgraphs/trajecten/trajecten.ts';
import { vacatures } from '../../subgraphs/vacatures/vacatures.ts';

const SUBGRAPHS = [klanten, financien, vacatures, trajecten];

/** PostgreSQL with the dossiers of every subgraph. */
export interface Ketendatabase {
  readonly pid: number;
  /** URL of the administrator, whom no policy binds. */
  readonly beheerder: string;
  /** URL of the serving role of a subgraph. */
  readonly lezer: (subgraph: string) => string;
  readonly stop: () => Promise<void>;
}

/** Starts the embedded PostgreSQL in a folder of its own, and loads what `npm start` loads. */
export async function beginKetendatabase(): Promise<Ketendatabase> {
  const map = mkdtempSync(join(tmpdir(), 'ketengraaf-bench-'));
  if (process.getuid?.() === 0) chmodSync(map, 0o711);
  const dataMap = openDataMap(map);
  const opzichter = new Opzichter(dataMap.processen);
  const { running, url } = await beginPostgres(dataMap, opzichter, AbortSignal.timeout(60_000));
  const stop = async (): Promise<void> => {
    await opzichter.stop(running);
    rmSync(map, { recursive: true, force: true });
  };
  try {
    const rollen = await bootstrap(
      url,
      SUBGRAPHS.map(({ naam }) => naam),
      dataMap.rollen,
    );
    for (const { naam, map: bron, bronnen } of SUBGRAPHS) {
      await alsEigenaar(rollen[naam]?.eigenaar ?? '', naam, async (eigenaar) => {
        await migreer(eigenaar, new URL('prisma/migrations/', bron), naam);
        await laadBronnen(eigenaar, new URL('bronnen/', bron), bronnen);
        await eigenaar.query('analyze');
      });
    }
    return { pid: running.pid, beheerder: url, lezer: (naam) => rollen[naam]?.lezer ?? '', stop };
  } catch (fout) {
    await stop();
    throw fout;
  }
}
