import { z } from 'zod';

/** A page of a connection with nodes of this form. */
export function bladzijde<Node extends z.ZodType>(node: Node) {
  return z.object({
    edges: z.array(z.object({ node })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  });
}
