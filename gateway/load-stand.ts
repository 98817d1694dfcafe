import { readFile } from 'node:fs/promises';
import { laadQuota } from '../schema/beleid/laad-quota.ts';
import { KetenFout } from '../schema/fouten/keten-fout.ts';
import { laadOperaties } from '../schema/operaties/laad-operaties.ts';
import { laadBeleid } from './authorisation/beleid.ts';
import type { Config } from './config.ts';
import { refuseAuthorised } from './engine.ts';
import { bouwStand, type Stand } from './stand.ts';

/**
 * Reads the files of the Stand and builds it: the supergraph, and where there is authorisation the policy, the
 * ketenpartners, the trusted documents and the quota.
 * @throws KetenFout BESTAND_ONGELDIG naming file and reason, SUPERGRAPH_NIET_ONDERSTEUND, ONBEVEILIGD_GEWEIGERD
 */
export async function loadStand(config: Config): Promise<Stand> {
  const supergraph = await readSupergraph(config.SUPERGRAPH);
  const planMs = config.PLAN_TERMIJN_MS;
  if (config.zonderAutorisatie) {
    refuseAuthorised(supergraph);
    return bouwStand({ supergraph, beleid: undefined, planMs });
  }
  const beleid = laadBeleid(config.SCHEMA_MAP);
  const operaties = laadOperaties(config.SCHEMA_MAP);
  return bouwStand({ supergraph, beleid, operaties, quota: laadQuota(config.SCHEMA_MAP), planMs });
}

async function readSupergraph(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new KetenFout('BESTAND_ONGELDIG', `supergraph: ${path} cannot be read.`, {}, { cause });
  }
}
