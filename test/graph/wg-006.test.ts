import { afterAll, beforeAll, expect, it } from 'vitest';
import { controleerZoekprofielen } from '../../start/demo/verwacht-werkgever.ts';
import { beginGraph, type Testgraph } from '../setup/begin-graph.ts';
import { alleNodes, antwoordOp, type Bladzijde, stelDocument } from './stel-document.ts';

interface Zoekprofiel {
  readonly id: string;
  readonly gemeente: { readonly code: string; readonly naam: string };
}

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

const alle = (als: string): Promise<readonly Zoekprofiel[]> =>
  alleNodes(async (na) => {
    const { zoekprofielen } = await antwoordOp<{ readonly zoekprofielen: Bladzijde<Zoekprofiel> }>(
      graph,
      'WG-006',
      { als, variabelen: { aantal: 100, na } },
    );
    return zoekprofielen;
  });

it('a werkgever sees who looks for work in Voorschoten and Wassenaar, and nobody of Leidschendam-Voorburg', async () => {
  const gezien = await alle('werkgever-90001354');
  expect(new Set(gezien.map(({ gemeente }) => gemeente.naam))).toEqual(new Set(['Voorschoten', 'Wassenaar']));
  const [telling] = await graph.database.sql(
    'vacatures',
    `select count(*)::int as n from profiel p
     where p.verantwoordelijke in ('GM0626', 'GM0629') and exists (
       select from klantbereik b where b.klant_id = p.klant_id and b.verantwoordelijke = p.verantwoordelijke
         and not b.afgeschermd and b.geldig_van <= '2013-04-02' and (b.geldig_tot is null or '2013-04-02' < b.geldig_tot))`,
  );
  expect(gezien.length).toBe(telling?.['n']);
  expect(gezien.length).toBeGreaterThan(50);
});

it('a page is as the demo expects it', async () => {
  const { data, errors } = await stelDocument(graph, 'WG-006');
  expect(errors).toBeUndefined();
  expect(controleerZoekprofielen(data)).toEqual([]);
});

it('two werkgevers see the same people, and no id in common', async () => {
  const [een, ander] = [await alle('werkgever-90001354'), await alle('werkgever-69599084')];
  expect(ander).toHaveLength(een.length);
  expect(new Set([...een, ...ander].map(({ id }) => id)).size).toBe(een.length + ander.length);
});

it('nothing in the answer names a klant, a postcode, an uitkering or an indeling', async () => {
  const { tekst } = await stelDocument(graph, 'WG-006');
  expect(tekst).not.toMatch(
    /5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d|\d{4}[A-Z]{2}"|uitkering|indeling|bsn|naam":"[A-Z]\. /,
  );
});

it('who is afgeschermd goes out of sight, and of each who is seen the reading is recorded', async () => {
  const voor = await alle('werkgever-90001354');
  const [gekozen] = await graph.database.sql(
    'vacatures',
    `update klantbereik set afgeschermd = true where klant_id = (
       select p.klant_id from profiel p join klantsleutel s using (klant_id, verantwoordelijke)
       where s.sleutel = 'cv/GM0626' and s.geldig_tot is null order by 1 limit 1) returning klant_id`,
  );
  await graph.database.sql('vacatures', 'delete from logboek');
  expect(await alle('werkgever-90001354')).toHaveLength(voor.length - 1);
  const [regel] = await graph.database.sql(
    'vacatures',
    `select count(distinct b)::int as n, bool_or(b = $1) as gekozen from logboek, unnest(betrokkenen) b`,
    [gekozen?.['klant_id']],
  );
  expect(regel).toMatchObject({ n: voor.length - 1, gekozen: false });
});

it('who is no werkgever is refused', async () => {
  for (const als of ['inwoner', 'consulent-lv', 'wethouder-haarlemmermeer']) {
    const { errors } = await stelDocument(graph, 'WG-006', { als });
    expect(errors?.[0]?.extensions.code, als).toBe('NIET_GEAUTORISEERD');
  }
});
