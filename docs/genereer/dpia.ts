import { laadGegevensgroepen } from '../../schema/beleid/laad-gegevensgroepen.ts';
import { laadMatrix } from '../../schema/beleid/laad-matrix.ts';
import { laadVerwerkingsregister } from '../../schema/beleid/laad-verwerkingsregister.ts';
import { ORGANISATIESOORTEN } from '../../schema/codelijsten/organisatiesoorten.ts';
import { laadKetenpartners } from '../../schema/ketenpartners/laad-ketenpartners.ts';
import { code, tabel } from './markdown.ts';
import { CATEGORIE_TOELICHTING } from './toelichtingen.ts';

const BEGIN = /<!-- tabel: ([a-z]+) -->/;
const DEEL = /(<!-- tabel: [a-z]+ -->\n)[\s\S]*?(<!-- einde tabel -->)/g;

/** The tables of the DPIA that follow from the policy, by the name between their marks. */
const TABELLEN: Readonly<Record<string, () => string>> = {
  persoonsgegevens,
  doeleinden,
  partijen,
  samenwerkingen,
};

/**
 * `docs/dpia.md`: what was written by hand, with the tables between `<!-- tabel: … -->` and `<!-- einde tabel -->` made
 * anew from the policy.
 * @param tekst the page as it stands
 * @throws Error for a mark that names no table, or a table that has no place
 */
export function dpiaPagina(tekst: string): string {
  const genoemd = [...tekst.matchAll(new RegExp(BEGIN, 'g'))].map(([, naam = '']) => naam);
  const vreemd = genoemd.filter((naam) => !Object.hasOwn(TABELLEN, naam));
  const vergeten = Object.keys(TABELLEN).filter((naam) => !genoemd.includes(naam));
  if (vreemd.length + vergeten.length > 0)
    throw new Error(`docs/dpia.md: unknown tables [${vreemd}], tables without a place [${vergeten}]`);
  return tekst.replaceAll(DEEL, (deel: string, begin: string, einde: string) => {
    const naam = BEGIN.exec(deel)?.[1] ?? '';
    return `${begin}\n${TABELLEN[naam]?.() ?? ''}\n\n${einde}`;
  });
}

function persoonsgegevens(): string {
  const matrix = laadMatrix();
  const rijen = laadGegevensgroepen()
    .filter((groep) => groep.persoonsgegevens)
    .map(({ code: naam, omschrijving, categorie }) => {
      const soorten = new Set(
        matrix
          .filter(({ gegevensgroep }) => gegevensgroep === naam)
          .map(({ organisatiesoort }) => organisatiesoort),
      );
      return [
        code(naam),
        omschrijving,
        categorie === undefined ? 'gewoon' : CATEGORIE_TOELICHTING[categorie],
        soorten.size === 0 ? 'niemand' : [...soorten].join(', '),
      ];
    });
  return tabel(['Gegevensgroep', 'Wat', 'Soort', 'Voor wie'], rijen);
}

function doeleinden(): string {
  return tabel(
    ['Verwerkingsactiviteit', 'Doel', 'Grondslag', 'Betrokkenen', 'Bewaren'],
    laadVerwerkingsregister().map(({ code: naam, omschrijving, grondslag, betrokkenen, bewaartermijn }) => [
      code(naam),
      omschrijving,
      grondslag,
      betrokkenen.length === 0 ? 'geen' : betrokkenen.join('; '),
      bewaartermijn === undefined ? '' : `${bewaartermijn.jaren} jaar na ${bewaartermijn.vanaf}`,
    ]),
  );
}

function partijen(): string {
  const matrix = laadMatrix();
  const organisaties = [...laadKetenpartners().organisaties.values()];
  return tabel(
    ['Soort organisatie', 'Wie', 'Rollen', 'Persoonsgegevens'],
    ORGANISATIESOORTEN.map((soort) => {
      const regels = matrix.filter(({ organisatiesoort }) => organisatiesoort === soort);
      return [
        soort,
        organisaties
          .filter((each) => each.soort === soort)
          .map(({ naam }) => naam)
          .join(', '),
        [...new Set(regels.map(({ rol }) => rol))].join(', '),
        regels.length === 0 ? 'geen' : 'volgens de matrix',
      ];
    }),
  );
}

function samenwerkingen(): string {
  const { samenwerkingen: alle, organisaties } = laadKetenpartners();
  const naam = (organisatie: string): string =>
    (organisaties.get(organisatie)?.naam ?? organisatie).replace(/^Gemeente /, '');
  return tabel(
    ['Taak', 'Wie doet haar', 'Voor wie', 'Vorm'],
    alle.map(({ taak, vorm, uitvoerder, deelnemers }) => [
      taak,
      uitvoerder === undefined ? 'elke deelnemer' : naam(uitvoerder),
      deelnemers.map(naam).join(', '),
      vorm,
    ]),
  );
}
