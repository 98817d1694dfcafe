import { expect, it } from 'vitest';
import { catalogus } from '../../schema/fouten/catalogus.ts';
import { bronbestanden } from './bronbestanden.ts';

it('every code of the catalogue is given somewhere, so that nobody reads about errors that do not exist', () => {
  const sources = bronbestanden('gateway', 'subgraphs', 'schema', 'start')
    .filter(({ pad }) => !pad.endsWith('catalogus.ts'))
    .map(({ tekst }) => tekst)
    .join('\n');
  const unused = Object.keys(catalogus).filter((code) => !sources.includes(`'${code}'`));
  expect(unused).toEqual([]);
});
