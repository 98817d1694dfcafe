import type { Cursors, Lijst } from '../../chassis/paging/cursors.ts';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';
import type { Strook } from '../loaders/nieuwste-eerst.ts';

/** The place after which a page begins, from its cursor. Throws CURSOR_ONGELDIG. */
export function strookNa(
  cursors: Cursors,
  lijst: Lijst,
  after: string | null | undefined,
): Pick<Strook, 'na'> {
  if (typeof after !== 'string') return {};
  const [dag, id] = cursors.lees(lijst, after);
  if (dag === undefined || id === undefined) throw new KetenFout('CURSOR_ONGELDIG');
  return { na: { dag, id } };
}
