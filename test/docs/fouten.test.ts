import { expect, it } from 'vitest';
import { foutenPagina } from '../../docs/genereer/fouten.ts';
import type { Weigering } from '../../gateway/authorisation/toegang.ts';
import { catalogus } from '../../schema/fouten/catalogus.ts';
import { type Weigeringsreden, weigeringsredenen } from '../../schema/fouten/weigeringsredenen.ts';

/** Does not compile when the gateway knows a reason that is not explained, or the other way round. */
const redenen: Readonly<Record<Weigering['reden'], Weigeringsreden>> = weigeringsredenen;
const geenAndere: readonly Weigering['reden'][] = Object.keys(redenen) as (keyof typeof weigeringsredenen)[];

it('every error code and every reason of a refusal has a line of its own', () => {
  const pagina = foutenPagina();
  for (const naam of [...Object.keys(catalogus), ...geenAndere]) {
    expect(pagina.split('\n').filter((line) => line.startsWith(`| \`${naam}\` |`))).toHaveLength(1);
  }
});
