import type { SubgraphAnswer } from '../execution/call-subgraph.ts';
import type { PostResponse } from './post.ts';

/**
 * Reads what a subgraph answered: a GraphQL response, also where its status says that something is wrong.
 * @throws SyntaxError when it is not JSON, and an Error that names the status when it is no GraphQL response
 */
export function readAnswer({ status, text }: PostResponse): SubgraphAnswer {
  const isAnswer = status === 200 || (status >= 400 && text.startsWith('{'));
  const answer: unknown = isAnswer ? JSON.parse(text) : undefined;
  if (typeof answer !== 'object' || answer === null) throw new Error(`status ${status}`);
  const { data, errors } = answer as SubgraphAnswer;
  if (data === undefined && errors === undefined) throw new Error(`status ${status}`);
  return { data, errors, text };
}
