import type DataLoader from 'dataloader';
import type { z } from 'zod';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import { type Bladzijde, controleerFirst, maakBladzijde } from '../../chassis/paging/bladzijde.ts';
import type { Cursors, Lijst } from '../../chassis/paging/cursors.ts';
import type { strekRij, Strekvraag } from '../loaders/strekken-loader.ts';

/** The arguments of a list. */
export interface Bladzijdevraag {
  readonly first: number;
  readonly after?: string | null;
}

/**
 * Reads one page of the list of `sleutel` that the field `veld` gives: one row more than asked, to know whether more
 * follow. Throws INVOER_ONGELDIG for `first`, and CURSOR_ONGELDIG for a cursor of another list or asker.
 */
export async function leesBladzijde<Rij extends z.infer<typeof strekRij>>(
  loader: DataLoader<Strekvraag, readonly Rij[], string>,
  veld: string,
  sleutel: string,
  { first, after }: Bladzijdevraag,
  cursors: Cursors,
): Promise<Bladzijde<Rij>> {
  controleerFirst(first);
  const lijst: Lijst = { veld, filter: { van: sleutel } };
  const na = typeof after === 'string' ? { na: plaatsVan(cursors, lijst, after) } : {};
  const rijen = await loader.load({ sleutel, aantal: first + 1, ...na });
  return maakBladzijde(rijen, first, ({ dag, id }) => cursors.maak(lijst, [dag, id]));
}

function plaatsVan(cursors: Cursors, lijst: Lijst, after: string): NonNullable<Strekvraag['na']> {
  const [dag, id] = cursors.lees(lijst, after);
  if (dag === undefined || id === undefined) throw new KetenFout('CURSOR_ONGELDIG');
  return { dag, id };
}
