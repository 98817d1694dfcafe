import { expect, test } from 'vitest';
import { laadMatrix } from '../../../schema/beleid/laad-matrix.ts';

test('who may see a dossier may see the core of it, of the same rows: the fields of uitkeringen ask for both', () => {
  const regels = laadMatrix();
  const zonderGrond = ({ grondslag: _grondslag, regel: _regel, ...rest }: (typeof regels)[number]): string =>
    JSON.stringify(rest);
  const bekend = new Set(regels.map(zonderGrond));
  const dossiers = regels.filter(({ gegevensgroep }) => gegevensgroep === 'klant.dossier');
  const mist = dossiers.filter(
    (regel) => !bekend.has(zonderGrond({ ...regel, gegevensgroep: 'klant.dossier.kern' })),
  );
  expect(mist).toEqual([]);
  expect(dossiers.length).toBeGreaterThan(0);
});
