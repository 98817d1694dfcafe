import { expect, it } from 'vitest';
import { ORGANISATIESOORTEN } from '../../../schema/codelijsten/organisatiesoorten.ts';
import { ROLLEN } from '../../../schema/codelijsten/rollen.ts';
import { ACTIVITEITEN, cedarVerleent, GROEPEN, matrixVerleent, type Vraag } from './product.ts';

it('Cedar, asked for every role, kind of organisation, purpose and group by its own name, says what the matrix says', async () => {
  const verschillen: Vraag[] = [];
  for (const activiteit of ACTIVITEITEN)
    for (const rol of ROLLEN)
      for (const soort of ORGANISATIESOORTEN)
        for (const groep of GROEPEN) {
          const vraag = { rollen: [rol], soort, activiteit, groep, rechten: [], reden: undefined };
          if ((await cedarVerleent(vraag)) !== matrixVerleent(vraag)) verschillen.push(vraag);
        }
  expect(verschillen.slice(0, 20)).toEqual([]);
});
