import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import { readInstellingen } from '../instellingen.ts';
import { type LockRecord, readHolder } from '../lock/take-lock.ts';

const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The chain that runs on this data folder (`KETENGRAAF_MAP`), and the folder. Throws KETEN_DRAAIT_NIET. */
export function running(): LockRecord & { readonly map: string } {
  const { map } = readInstellingen([], process.env, checkout);
  const houder = readHolder(map);
  if (houder === undefined) throw new KetenFout('KETEN_DRAAIT_NIET', `No process holds ${map}.`, { map });
  return { ...houder, map };
}
