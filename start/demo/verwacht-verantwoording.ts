import { z } from 'zod';
import { bladzijde } from './bladzijde.ts';
import { oordeel } from './oordeel.ts';

const noodtoegang = z.strictObject({
  id: z.string(),
  traceId: z.string().length(32),
  tijd: z.iso.datetime(),
  reden: z.string().startsWith('NOODTOEGANG_'),
  aantalPersonen: z.int().nonnegative(),
  oordeel: z.enum(['TERECHT', 'NIET_TERECHT']).nullable(),
});

/** VW-001: what was used this week, the first first; nothing as long as nobody used it, and never by whom. */
export const controleerNoodtoegangen = oordeel(
  z.object({ noodtoegangen: bladzijde(noodtoegang) }),
  ({ noodtoegangen }) => {
    const tijden = noodtoegangen.edges.map(({ node }) => node.tijd);
    return [[tijden.toSorted().join() === tijden.join(), 'noodtoegangen: niet op tijd']];
  },
);
