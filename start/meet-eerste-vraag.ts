import { laadOperaties } from '../schema/operaties/laad-operaties.ts';
import { metPseudoniemen } from '../schema/operaties/met-pseudoniemen.ts';
import { fetchToken } from './demo/fetch-token.ts';
import { pseudoniemenVan } from './demo/pseudoniemen-van.ts';
import { stelVraag } from './demo/stel-vraag.ts';
import { controleerKlantbeeld } from './demo/verwacht-wp-001.ts';

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
 * @param map its data folder
 * @throws Error when an answer is not whole
 */
export async function meetEersteVraag(endpoint: string, uitgever: string, map: string): Promise<EersteVraag> {
  const operatie = laadOperaties().get(VRAAG);
  if (operatie === undefined) throw new Error(`${VRAAG} is not there.`);
  const vraag = metPseudoniemen(operatie, pseudoniemenVan(map, operatie.als));
  const token = await fetchToken(uitgever, vraag.als);
  const meet = async (): Promise<number> => {
    const begin = performance.now();
    const { data, errors } = await stelVraag(endpoint, token, vraag);
    const duur = performance.now() - begin;
    if (controleerKlantbeeld(data, vraag.variabelen).length > 0 || errors.length > 0)
      throw new Error(`${VRAAG} is not answered whole.`);
    return duur;
  };
  const eerste = await meet();
  const tweede = await meet();
  for (let keer = 0; keer < WARM; keer += 1) await meet();
  const tijden: number[] = [];
  for (let keer = 0; keer < GEMETEN; keer += 1) tijden.push(await meet());
  return { eerste, tweede, p50: tijden.toSorted((a, b) => a - b)[(GEMETEN - 1) / 2] ?? Number.NaN };
}
