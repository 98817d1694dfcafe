// Threats: 3, 16, 16b
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MatrixRegel } from '../../schema/beleid/matrix-regel.ts';
import { afnemerVan } from '../../schema/ketenpartners/afnemer-van.ts';
import { doetTaakVoor } from '../../schema/ketenpartners/doet-taak-voor.ts';
import { laadKetenpartners } from '../../schema/ketenpartners/laad-ketenpartners.ts';
import { klantSleutel } from '../graph/stel-document.ts';
import { beginGraph, type GraphAntwoord, type Testgraph } from '../setup/begin-graph.ts';
import { pseudoniem } from '../setup/pseudoniem.ts';
import { isGegeven, isStap, type Proefpersoon, proefvraag, ZONDER_VELD } from './matrix/proefvraag.ts';
import { type Proefvrager, vragerVan } from './matrix/proefvrager.ts';
import { isVerleend, MATRIX, naamVan, regelsVan, stel, vraagVanGroep } from './matrix/regels.ts';
import { geefAan, type Toestand, toestanden, zetToestand } from './matrix/toestand.ts';

/** A klant of Leidschendam-Voorburg who has something of nearly every data group. */
const KLANT = klantSleutel(0x101);
const KVK = '69599084';

const SUPERGRAPH = readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8');
const ketenpartners = laadKetenpartners();

let graph: Testgraph;
let persoon: Omit<Proefpersoon, 'klant' | 'gemeente'> & { readonly kandidaat: string };
beforeAll(async () => {
  graph = await beginGraph();
  const { database } = graph;
  const een = async (schema: string, sql: string): Promise<string> =>
    String(Object.values((await database.sql(schema, sql))[0] ?? {})[0]);
  persoon = {
    voordracht: await een(
      'vacatures',
      `select voordracht_id from kandidaat_naam where kvk = '${KVK}' and verantwoordelijke = 'GM1916' order by 1 limit 1`,
    ),
    kandidaat: await een(
      'vacatures',
      `select klant_id from kandidaat_naam where kvk = '${KVK}' and verantwoordelijke = 'GM1916' order by voordracht_id limit 1`,
    ),
    handelsnaam: await een('vacatures', `select handelsnaam from werkgever where kvk = '${KVK}'`),
    subsidie: await een('trajecten', `select id from loonkostensubsidie where kvk = '${KVK}' limit 1`),
  };
  // What this klant does not have yet: a bezwaar, a reason why an uitkering ended, a traject of a SW-bedrijf.
  await database.sql(
    'klanten',
    `begin; set local session_replication_role = replica;
    update bezwaar set klant_id = '${KLANT}', verantwoordelijke = 'GM1916';
    delete from reden_einde where klant_id = '${KLANT}';
    insert into reden_einde select uitkering_id, klant_id, 'DETENTIE', 'GM1916' from rechthebbende where klant_id = '${KLANT}' limit 1;
    insert into veiligheid (klant_id, soort, geldig_van, verantwoordelijke)
      select '${KLANT}', soort, geldig_van, 'GM1916' from veiligheid where bron is null limit 1;
    commit`,
  );
  await database.sql(
    'financien',
    `insert into begrotingsregel (gemeente, jaar, peildatum, volgorde, onderdeel, kolom, bedrag_cent, document, regel, fase)
      select g, jaar, peildatum, volgorde, onderdeel, kolom, bedrag_cent, document, regel, fase
      from begrotingsregel cross join unnest(array['GM0629', 'GM1916']) as g where gemeente = 'GM0394'`,
  );
  await database.sql(
    'trajecten',
    `begin; set local session_replication_role = replica;
    insert into aanbieder values ('dsw', 'DSW', 'DSW');
    insert into traject (id, klant_id, programma, aanbieder_id, doel, aangemeld_op, begin, verwacht_einde, status, verantwoordelijke)
      select 'dsw', klant_id, programma, 'dsw', doel, aangemeld_op, begin, verwacht_einde, status, 'GM1916'
      from traject where klant_id = '${KLANT}' limit 1;
    commit`,
  );
});
afterAll(() => graph.stop());

/** The question for a line as its asker asks it, about the one for whom the rows are set. */
function vraagVan(
  { rol, organisatiesoort, verwerkingsactiviteit, gegevensgroep }: MatrixRegel,
  vrager: Proefvrager,
) {
  const organisatie = ketenpartners.organisaties.get(vrager.claims.organisatie);
  if (organisatie === undefined) throw new Error(`no ketenpartner ${vrager.claims.organisatie}`);
  const isVanKlant = isVerleend(rol, organisatiesoort, verwerkingsactiviteit, 'klant.identificerend');
  const over = {
    ...persoon,
    klant: pseudoniem(isVanKlant ? KLANT : persoon.kandidaat, afnemerVan(organisatie)),
    gemeente: vrager.gemeente,
  };
  return { vraag: proefvraag(gegevensgroep, over, isVanKlant), isVanKlant };
}

/** Why a line can give no row as things are; `undefined` when it can. */
function waaromNiet(regel: MatrixRegel): string | undefined {
  const { rol, gegevensgroep, organisatiesoort, taak } = regel;
  const zonderVeld = ZONDER_VELD[gegevensgroep];
  if (zonderVeld !== undefined) return zonderVeld;
  // test/security/stappen-werkgever-en-klant.test.ts takes them, in scope and out.
  if (isStap(gegevensgroep)) return 'a step changes what it is about';
  // test/security/noodtoegang.test.ts makes one first, and asks in scope and out.
  if (gegevensgroep === 'verantwoording.noodtoegang') return 'nobody has used noodtoegang';
  if (gegevensgroep === 'vacature.beheer' && rol !== 'werkgever')
    return 'the only way to a vacature is that of the werkgever himself';
  if (organisatiesoort === 'SW_BEDRIJF' && taak === 'nieuw_beschut')
    return 'no gemeente has recorded that a SW-bedrijf does this for it';
  return undefined;
}

const UITVOERBAAR = MATRIX.filter((regel) => waaromNiet(regel) === undefined);

/** The lines by who asks: these share the rows that are set for them. */
const PER_VRAGER = Map.groupBy(
  UITVOERBAAR.filter(({ rijen }) => rijen !== undefined),
  ({ rol, organisatiesoort, verwerkingsactiviteit, rijen, taak, voorwaarde }) =>
    [rol, organisatiesoort, verwerkingsactiviteit, rijen, taak, voorwaarde].filter(Boolean).join(' '),
);

describe('a line of the matrix that can give no row', () => {
  it('has no field, no way or no samenwerking, and is known by that', () => {
    for (const groep of Object.keys(ZONDER_VELD)) expect(SUPERGRAPH, groep).not.toContain(`"${groep}"`);
    const partners = doetTaakVoor(ketenpartners, 'DSW', 'nieuw_beschut', '2026-11-22T12:00', [
      'OPDRACHT',
      'GEZAMENLIJK',
      'MANDAAT',
    ]);
    expect([...partners]).toEqual([]);
    const anders = MATRIX.filter(
      (regel) => waaromNiet(regel) === undefined && vraagVanGroep(regel.gegevensgroep) === undefined,
    );
    expect(anders.map(naamVan)).toEqual([]);
  });

  it.each(
    MATRIX.filter(({ gegevensgroep, rol }) => gegevensgroep === 'vacature.beheer' && rol !== 'werkgever').map(
      (regel) => [naamVan(regel), regel] as const,
    ),
  )('%s, is answered and not refused', async (_, regel) => {
    const vrager = vragerVan(regel, KLANT);
    const vraag = proefvraag('vacature.beheer', { ...persoon, klant: '', gemeente: '' }, false);
    if (vraag === undefined) throw new Error('no question');
    const { data, errors } = await stel(graph, vrager, regel.verwerkingsactiviteit, vraag);
    expect([data, errors]).toEqual([{ mijnWerkgever: null }, undefined]);
  });
});

describe.each([...PER_VRAGER])('%s', (_, regels) => {
  const [eerste] = regels;
  if (eerste === undefined) throw new Error('no line');
  const { rol, organisatiesoort, verwerkingsactiviteit } = eerste;
  const isVanKlant = isVerleend(rol, organisatiesoort, verwerkingsactiviteit, 'klant.identificerend');

  it('reaches the row of each of its groups, and not when it just is not so', async () => {
    const klant = isVanKlant ? KLANT : persoon.kandidaat;
    const vrager = vragerVan(eerste, klant);
    if (vrager.gemeente !== 'GM1916') await geefAan(graph.database, klant, vrager.gemeente);
    try {
      const gezien: string[] = [];
      const gevallen = regels.map((regel) => ({ regel, ...gevallenVan(regel, vrager) }));
      for (const { regel, vraag, binnen } of gevallen) {
        await zet(klant, binnen);
        const antwoord = await stel(graph, vrager, verwerkingsactiviteit, vraag);
        if (antwoord.errors !== undefined || !isGegeven(antwoord.data, vraag))
          gezien.push(`${naamVan(regel)}: in scope ${antwoord.tekst}`);
      }
      for (const { regel, vraag, buiten, ander = vrager, isAfwezig } of gevallen) {
        await zet(klant, buiten);
        const antwoord = await stel(graph, ander, verwerkingsactiviteit, vraag);
        if (isGegeven(antwoord.data, vraag) || !isAfwezig(antwoord))
          gezien.push(`${naamVan(regel)}: out of scope ${antwoord.tekst}`);
      }
      expect(gezien).toEqual([]);
    } finally {
      if (vrager.gemeente !== 'GM1916') await geefAan(graph.database, klant, 'GM1916');
    }
  });
});

/** How a line is asked within its scope and without. */
function gevallenVan(regel: MatrixRegel, vrager: Proefvrager) {
  const { rol, organisatiesoort, verwerkingsactiviteit, gegevensgroep, rijen } = regel;
  const { vraag, isVanKlant } = vraagVan(regel, vrager);
  if (vraag === undefined) throw new Error(`no question for ${naamVan(regel)}`);
  const zelfde = regelsVan(rol, organisatiesoort, verwerkingsactiviteit, gegevensgroep);
  const viaOrganisatie =
    rijen !== 'organisatie' &&
    zelfde.some((each) => each.rijen === 'organisatie' && each.voorwaarde === undefined);
  const taken = regelsVan(rol, organisatiesoort, verwerkingsactiviteit, 'klant.identificerend')
    .filter((each) => each.rijen === 'partij' && isVanKlant && gegevensgroep !== 'klant.identificerend')
    .flatMap(({ taak }) => taak ?? []);
  const { binnen, buiten } = toestanden(regel, vrager, rijen === 'partij' ? [] : taken, viaOrganisatie);
  const zonderFout = ({ errors }: GraphAntwoord): boolean => errors === undefined;
  // Out of scope is somebody else, where the rows do not say who may see them.
  const alsAnder = (claims: Readonly<Record<string, unknown>>, isAfwezig = zonderFout) => ({
    vraag,
    binnen,
    buiten: binnen,
    ander: { ...vrager, claims: { ...vrager.claims, ...claims } },
    isAfwezig,
  });
  if (rijen === 'werkgever') return alsAnder({ organisatie: 'KVK90001354', kvk: '90001354' });
  if (rijen === 'inwoner') return alsAnder({ klant: klantSleutel(0x103) });
  // Figures of another gemeente are asked by its code, which is an argument that is not granted.
  if (gegevensgroep === 'sturing' || gegevensgroep === 'financien.gemeente')
    return alsAnder({ organisatie: elders(organisatiesoort), namens: [] }, ({ errors }) =>
      JSON.stringify(errors?.[0]?.extensions['geweigerd']).includes('ARGUMENT'),
    );
  return { vraag, binnen, buiten, ander: undefined, isAfwezig: zonderFout };
}

let gezet = '';

/** Says who has the klant, unless that is how it is. */
async function zet(klant: string, toestand: Toestand): Promise<void> {
  const tekst = JSON.stringify([klant, toestand]);
  if (tekst !== gezet) await zetToestand(graph.database, klant, toestand);
  gezet = tekst;
}

/** An organisation of the same kind that has nothing to do with Leidschendam-Voorburg. */
function elders(soort: string): string {
  return soort === 'GEMEENTE' ? 'GM0402' : 'DUIVENVOORDE';
}
