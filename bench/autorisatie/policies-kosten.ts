import { readFileSync } from 'node:fs';
import { alsEigenaar } from '../../subgraphs/chassis/database/als-eigenaar.ts';
import { mediaan } from '../meten/meting.ts';
import type { Statement } from './delen.ts';
import type { Ketenproef } from './ketenproef.ts';

/** What row-level security adds to the statements of one document; milliseconds CPU of PostgreSQL for all of them. */
export interface PolicyKosten {
  readonly document: string;
  readonly statements: number;
  readonly uit: number;
  readonly aan: number;
  /** The middle of `aan` divided by `uit` in each pair of turns. */
  readonly verhouding: number;
}

const BEURTEN = 15;
const KEREN = 5;

/**
 * Runs the statements of each document again in a transaction as theirs, by turns as the serving role and as the
 * administrator, whom no policy binds: parsing, planning and executing, as they do.
 */
export async function meetPolicyKosten(proef: Ketenproef): Promise<readonly PolicyKosten[]> {
  await proef.zetDelen(['verificatie', 'bewaking', 'bereik', 'policies', 'logboek']);
  const kosten: PolicyKosten[] = [];
  for (const vraag of proef.vragen) {
    const opname = await proef.neemOp(vraag);
    const beurten = Array.from({ length: BEURTEN }, () => ({ aan: 0, uit: 0 }));
    let statements = 0;
    for (const [subgraph, gestuurd] of opname) {
      const [bereik] = gestuurd.filter(({ text }) => text.includes('set_config('));
      const lezingen = gestuurd.filter(({ text }) => /^\s*(select|with)\b[\s\S]*\bfrom\b/i.test(text));
      if (bereik === undefined || lezingen.length === 0) continue;
      statements += lezingen.length;
      await alsEigenaar(proef.database.beheerder, subgraph, async (client) => {
        const [eigen] = (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows;
        const pid = eigen?.pid ?? 0;
        const doe = async (rol: string | undefined): Promise<number> => {
          await client.query('begin');
          if (rol !== undefined) await client.query(`set local role ${rol}`);
          await client.query(bereik.text, [...bereik.values]);
          const begin = cpuMs(pid);
          for (let keer = 0; keer < KEREN; keer += 1) await voerUit(client, lezingen);
          const einde = cpuMs(pid);
          await client.query('commit');
          return (einde - begin) / KEREN;
        };
        await doe(`${subgraph}_lezer`);
        await doe(undefined);
        for (const [index, beurt] of beurten.entries()) {
          const eerst = index % 2 === 0;
          if (eerst) beurt.aan += await doe(`${subgraph}_lezer`);
          beurt.uit += await doe(undefined);
          if (!eerst) beurt.aan += await doe(`${subgraph}_lezer`);
        }
      });
    }
    kosten.push({
      document: vraag.id,
      statements,
      uit: mediaan(beurten.map(({ uit }) => uit)),
      aan: mediaan(beurten.map(({ aan }) => aan)),
      verhouding: mediaan(beurten.map(({ aan, uit }) => aan / uit)),
    });
  }
  return kosten;
}

async function voerUit(
  client: { readonly query: (vraag: { text: string; values: unknown[] }) => Promise<unknown> },
  statements: readonly Statement[],
): Promise<void> {
  for (const { text, values } of statements) await client.query({ text, values: [...values] });
}

/** The processor time of a process of one thread, in milliseconds; Linux counts it in nanoseconds. */
function cpuMs(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ', 1)[0]) / 1e6;
}
