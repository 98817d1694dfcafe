import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginGraph, type Testgraph } from '../setup/begin-graph.ts';
import { pseudoniem } from '../setup/pseudoniem.ts';
import { volgStatements } from '../setup/volg-statements.ts';
import { klantSleutel, stelDocument } from './stel-document.ts';

const VAN_VOORSCHOTEN = klantSleutel(0x120);
const VAN_LEIDSCHENDAM = klantSleutel(0x101);
const IN_ONDERZOEK = klantSleutel(0x10f);
const ONBEKEND = '00000000-0000-4000-8000-000000000000';
const headers = { traceparent: `00-${'c'.repeat(32)}-${'d'.repeat(16)}-01` };

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

const wieIs = (klant: string) => stelDocument(graph, 'SR-001', { variabelen: { klant }, headers });

it('a klant of Voorschoten is to the sociale recherche as one who does not exist: the same bytes by the same statements', async () => {
  const vreemd = await volgStatements(() => wieIs(VAN_VOORSCHOTEN));
  const onbekend = await volgStatements(() => wieIs(ONBEKEND));
  expect(vreemd.uitkomst.data).toEqual({ klant: null });
  expect(vreemd.uitkomst.errors).toBeUndefined();
  expect(vreemd.uitkomst.tekst).toBe(onbekend.uitkomst.tekst);
  expect(vreemd.statements).toEqual(onbekend.statements);
});

it('the klant exists, for his own regisseur', async () => {
  const rijen = await graph.database.sql(
    'klanten',
    'select k.verantwoordelijke, b.medewerker from klant k join klantbereik b on b.klant_id = k.id where k.id = $1',
    [VAN_VOORSCHOTEN],
  );
  expect(rijen).toEqual([{ verantwoordelijke: 'GM0626', medewerker: 'mw-l01' }]);
});

it('the sociale recherche reaches whose case it has, of the gemeenten that take part (001:2594)', async () => {
  expect((await wieIs(IN_ONDERZOEK)).data).toMatchObject({
    klant: { id: pseudoniem(IN_ONDERZOEK), verantwoordelijke: { code: 'GM1916' } },
  });
  const vanWassenaar = klantSleutel(0x1f);
  expect((await wieIs(vanWassenaar)).data).toEqual({ klant: null });
  for (const subgraph of ['klanten', 'trajecten', 'vacatures', 'financien'])
    await graph.database.sql(
      subgraph,
      `insert into klantpartij (klant_id, verantwoordelijke, organisatie, taak, medewerker, geldig_van)
       values ($1, 'GM0629', 'GM1916', 'sociale_recherche', 'sociale-recherche', '2013-04-01')`,
      [vanWassenaar],
    );
  expect((await wieIs(vanWassenaar)).data).toMatchObject({
    klant: { verantwoordelijke: { code: 'GM0629' } },
  });
});

it('and nobody else of those gemeenten: not by pseudonym, and not in the list', async () => {
  expect((await wieIs(VAN_LEIDSCHENDAM)).data).toEqual({ klant: null });
  const { data } = await graph.vraag({
    body: { query: '{ klanten(first: 100) { edges { node { id } } pageInfo { hasNextPage } } }' },
    als: 'sociale-recherche',
    headers: { 'x-verwerkingsactiviteit': 'https://register.ketengraaf.example/verwerkingen/toezicht/1' },
  });
  const { edges, pageInfo } = data?.['klanten'] as {
    edges: readonly { node: { id: string } }[];
    pageInfo: { hasNextPage: boolean };
  };
  const zaken = await graph.database.sql(
    'klanten',
    `select distinct klant_id from klantpartij where medewerker = 'sociale-recherche' and organisatie = 'GM1916'
      and geldig_van <= '2013-04-02' and (geldig_tot is null or '2013-04-02' < geldig_tot)`,
  );
  const eigen = new Set(zaken.map(({ klant_id: klant }) => pseudoniem(String(klant))));
  expect(edges.length).toBeGreaterThan(0);
  expect(edges.filter(({ node }) => !eigen.has(node.id))).toEqual([]);
  expect(pageInfo.hasNextPage).toBe(false);
});
