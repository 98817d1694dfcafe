import { laadOperaties } from '../schema/operaties/laad-operaties.ts';
import { fetchToken } from './demo/fetch-token.ts';
import { stelVraag } from './demo/stel-vraag.ts';

/** How long a trusted document takes, in milliseconds. */
export interface EersteVraag {
  /** The first time anybody asks anything. */
  readonly eerste: number;
  /** The next time: by then the ways have been gone, if not yet often. */
  readonly tweede: number;
  /** Half of the times after some hundreds were below this. */
  readonly p50: number;
}

const VRAAG = 'keten:WP-001';
const WARM = 300;
const GEMETEN = 101;

/**
 * Asks WP-001 at a graph that has just started: what its first asker waits, and what it takes once everything is warm.
 * @throws Error when an answer is not whole
 */
export async function meetEersteVraag(endpoint: string, uitgever: string): Promise<EersteVraag> {
  const vraag = laadOperaties().get(VRAAG);
  if (vraag === undefined) throw new Error(`${VRAAG} is not there.`);
  const token = await fetchToken(uitgever, vraag.als);
  const meet = async (): Promise<number> => {
    const begin = performance.now();
    const { data, errors } = await stelVraag(endpoint, token, vraag);
    if (data === null || errors.length > 0) throw new Error(`${VRAAG} is not answered whole.`);
    return performance.now() - begin;
  };
  const eerste = await meet();
  const tweede = await meet();
  for (let keer = 0; keer < WARM; keer += 1) await meet();
  const tijden: number[] = [];
  for (let keer = 0; keer < GEMETEN; keer += 1) tijden.push(await meet());
  return { eerste, tweede, p50: tijden.toSorted((a, b) => a - b)[(GEMETEN - 1) / 2] ?? Number.NaN };
}
