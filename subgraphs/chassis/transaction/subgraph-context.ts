import type { Pseudoniemen } from '../../../schema/keten/pseudoniem.ts';
import type { Toegang } from '../guard/toegang.ts';
import type { Klok } from '../klok.ts';
import type { Cursors } from '../paging/cursors.ts';
import type { Logboek } from './logboek.ts';

/** What the resolvers of one request share. The transaction itself is reached through the loaders only. */
export interface SubgraphContext<Loaders> {
  readonly toegang: Toegang;
  readonly loaders: Loaders;
  readonly logboek: Logboek;
  /** Cursors that only this asker can use. */
  readonly cursors: Cursors;
  /** The pseudonyms of the afnemer that asks. */
  readonly pseudoniemen: Pseudoniemen;
  readonly klok: Klok;
}
