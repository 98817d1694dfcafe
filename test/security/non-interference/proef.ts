import fc from 'fast-check';
import { expect } from 'vitest';
import { laadVerwerkingsregister } from '../../../schema/beleid/laad-verwerkingsregister.ts';
import { klantSleutel } from '../../graph/stel-document.ts';
import type { GraphAntwoord, Testgraph } from '../../setup/begin-graph.ts';
import { afnemerVanGebruiker, pseudoniem } from '../../setup/pseudoniem.ts';
import { volgStatements } from '../../setup/volg-statements.ts';
import { vragenVan, type Vraag, type Waarden } from './genereer-vraag.ts';
import type { Vrager } from './vragers.ts';
import type { Wereld } from './wereld.ts';

const uris = new Map(laadVerwerkingsregister().map(({ code, uri }) => [code, uri]));

/** How a question went: the bytes of each page, and every statement, whatever subgraph was first. */
interface Verloop {
  readonly bladzijden: readonly string[];
  readonly statements: readonly string[];
}

/** How often what was seen: an experiment that only ever sees nothing proves nothing. */
export interface Gezien {
  vragen: number;
  metRij: number;
  bladzijden: number;
  geweigerd: number;
}

/** Asks a question, and its next page where it has one. */
async function stel(graph: Testgraph, vrager: Vrager, vraag: Vraag, gezien: Gezien): Promise<Verloop> {
  const bladzijden: string[] = [];
  const { statements } = await volgStatements(async () => {
    let na: string | undefined;
    for (let bladzijde = 0; bladzijde < 2; bladzijde += 1) {
      const antwoord = await graph.vraag({
        body: { query: vraag.query, variables: { ...vraag.variables, ...(na === undefined ? {} : { na }) } },
        als: vrager.als,
        headers: {
          traceparent: `00-${'e'.repeat(32)}-${'f'.repeat(16)}-01`,
          'x-verwerkingsactiviteit': uris.get(vrager.activiteit) ?? '',
          ...(vrager.reden === undefined ? {} : { 'x-toegangsreden': vrager.reden }),
        },
      });
      bladzijden.push(`${antwoord.status} ${antwoord.tekst}`);
      telMee(antwoord, gezien);
      na = volgende(antwoord, vraag);
      if (na === undefined) break;
      gezien.bladzijden += 1;
    }
  });
  return { bladzijden, statements: statements.toSorted() };
}

function telMee({ data, errors }: GraphAntwoord, gezien: Gezien): void {
  gezien.vragen += 1;
  if (errors?.[0]?.extensions.code === 'NIET_GEAUTORISEERD') gezien.geweigerd += 1;
  if (/:"(?!Query|Mutation)/.test(JSON.stringify(data ?? null))) gezien.metRij += 1;
}

function volgende({ data }: GraphAntwoord, { bladert }: Vraag): string | undefined {
  const lijst = bladert === undefined ? undefined : (data?.[bladert] as { pageInfo?: PageInfo } | null);
  return lijst?.pageInfo?.hasNextPage === true ? (lijst.pageInfo.endCursor ?? undefined) : undefined;
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** Ids that an asker can put into a question: of the demo cases, in sight and out of it, and of nobody. */
export async function waardenVoor(graph: Testgraph, { als, kvk }: Vrager): Promise<Waarden> {
  const nummers = [...Array(0x17).keys()].map((at) => klantSleutel(0x101 + at));
  const klanten = await graph.database.sql(
    'klanten',
    `select id, bsn, naam, geboortedatum::text as dag from klant order by hashtext(id) limit 25`,
  );
  const voordrachten = await graph.database.sql(
    'vacatures',
    `select id from voordracht where kvk = $1 or hashtext(id) % 3 = 0 limit 20`,
    [kvk ?? ''],
  );
  const ids = [...nummers, ...klanten.map(({ id }) => String(id)), klantSleutel(0xffff)];
  return {
    klanten: ids.map((id) => pseudoniem(id, afnemerVanGebruiker(als))),
    voordrachten: ['verzonnen', ...voordrachten.map(({ id }) => String(id))],
    bsns: ['999999990', ...klanten.map(({ bsn }) => String(bsn))],
    personen: [
      ['Niemand', '1970-01-01'],
      ...klanten.map(({ naam, dag }) => [String(naam), String(dag)] as const),
    ],
  };
}

/**
 * Changes everything that an asker may not see, and holds every answer and every statement against those from before.
 * @param werelden how often everything is changed
 * @param vragen how many questions are asked of each world
 */
export async function proef(
  graph: Testgraph,
  wereld: Wereld,
  vrager: Vrager,
  { werelden, vragen, seed }: { readonly werelden: number; readonly vragen: number; readonly seed?: number },
): Promise<Gezien> {
  const gezien: Gezien = { vragen: 0, metRij: 0, bladzijden: 0, geweigerd: 0 };
  const waarden = await waardenVoor(graph, vrager);
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: 9_999 }),
      fc.array(vragenVan(vrager, waarden), { minLength: vragen, maxLength: vragen }),
      async (zaad, gesteld) => {
        const voor: Verloop[] = [];
        for (const vraag of gesteld) voor.push(await stel(graph, vrager, vraag, gezien));
        await wereld.verander(vrager, zaad);
        try {
          for (const [at, vraag] of gesteld.entries()) {
            const na = await stel(graph, vrager, vraag, { ...gezien });
            expect(na, vraag.query).toEqual(voor[at]);
          }
        } finally {
          await wereld.zetTerug();
        }
      },
    ),
    { numRuns: werelden, endOnFailure: true, ...(seed === undefined ? {} : { seed }) },
  );
  return gezien;
}
