import { expect, test } from 'vitest';
import { toonBasisOpOrde } from '../../../start/demo/toon-basis-op-orde.ts';
import { toonKlantbeeld } from '../../../start/demo/toon-klantbeeld.ts';
import { controleerBasisOpOrde } from '../../../start/demo/verwacht-pho-001.ts';
import { controleerKlantbeeld } from '../../../start/demo/verwacht-wp-001.ts';
import { KLANTBEELD } from '../fixtures/klantbeeld.ts';
import { basisOpOrdeUitDruk } from '../fixtures/basis-op-orde.ts';

/** The places of all values in an answer that are not objects. */
function leaves(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, [...path, key]));
}

function withChange(
  answer: unknown,
  path: readonly (string | number)[],
  change: (value: unknown) => unknown,
): unknown {
  const copy = structuredClone(answer);
  let at = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  at[last] = change(at[last]);
  return copy;
}

test('the answer as document 000 prints it is good', () => {
  expect(controleerBasisOpOrde(basisOpOrdeUitDruk())).toEqual([]);
});

test('no figure, origin or place in it can change unnoticed', () => {
  const answer = basisOpOrdeUitDruk();
  // Of what is computed only the value and its origin are fixed by the document, of the dossiers there is no place.
  const isFree = (path: string): boolean =>
    /(berekend|verschil|wwbKwartaal,(in|uit)stroom),(toestand|vindplaats)|verschil,bronsoort/.test(path) ||
    /(dossiers|bekend(Toen|Nu),\w+),vindplaats|bekendNu,correctie,(waarde|bronsoort|noemer)|programma,naam/.test(
      path,
    );
  const places = leaves(answer).filter((path) => !isFree(path.join()));
  expect(places.length).toBeGreaterThan(400);
  const unnoticed = places.filter((path) => {
    const changed = withChange(answer, path, (value) => (typeof value === 'number' ? value + 1 : 'anders'));
    return controleerBasisOpOrde(changed).length === 0;
  });
  expect(unnoticed).toEqual([]);
});

test('the December difference of 5 is shown: 1316 printed, 1311 computed', () => {
  const text = toonBasisOpOrde(basisOpOrdeUitDruk());
  const [, eindstand = ''] = text.split(/^ {2}Eindstand/m);
  const rows = eindstand
    .split('\n')
    .slice(0, 3)
    .map((line) => line.match(/\d+/g)?.map(Number));
  expect(rows).toEqual([
    [1316, 1316, 1328, 1342, 1337],
    [1316, 1311, 1328, 1342, 1337],
    [0, 5, 0, 0, 0],
  ]);
  expect(text).toContain('22.742.200');
  expect(text).toMatch(/Correctie +-1 .*\n +berekend +afwezig +3 /);
});

test('a missing answer is said to be missing', () => {
  for (const controleer of [controleerBasisOpOrde, controleerKlantbeeld]) {
    expect(controleer(null)).not.toEqual([]);
    expect(controleer({ gemeente: null, klant: null })).not.toEqual([]);
  }
});

test('a klantbeeld is good when it is of this klant, with a running uitkering and a vordering', () => {
  const { klant } = KLANTBEELD;
  const gevraagd = { klant: klant.id };
  expect(controleerKlantbeeld(KLANTBEELD, gevraagd)).toEqual([]);
  expect(controleerKlantbeeld(KLANTBEELD, { klant: 'een-ander' })).not.toEqual([]);
  const [uitkering] = klant.uitkeringen;
  const wrong: readonly unknown[] = [
    { ...klant, id: 'een-ander' },
    { ...klant, verantwoordelijke: { code: 'GM0629', naam: 'Wassenaar' } },
    { ...klant, uitkeringen: [] },
    { ...klant, uitkeringen: [{ ...uitkering, einddatum: '2013-01-01' }] },
    { ...klant, uitkeringen: [{ ...uitkering, rechthebbenden: [{ id: 'een-ander', naam: 'Iemand' }] }] },
    { ...klant, vorderingen: { ...klant.vorderingen, edges: [] } },
    withChange(klant, ['vorderingen', 'edges', 0, 'node', 'openstaand'], () => 10_000_000),
    { ...klant, naam: null },
  ];
  for (const anders of wrong) expect(controleerKlantbeeld({ klant: anders }, gevraagd)).not.toEqual([]);
});

test('a klantbeeld is shown with Dutch dates and amounts', () => {
  const text = toonKlantbeeld(KLANTBEELD);
  expect(text).toContain('geboren 3 februari 1980');
  expect(text).toMatch(/WWB +eenpersoonshuishouden +1 januari 2012 +loopt/);
  expect(text).toMatch(/1 mei 2012 +1\.250,00 +400,05 +nog geen/);
});
