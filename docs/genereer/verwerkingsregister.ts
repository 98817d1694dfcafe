import { laadGegevensgroepen } from '../../schema/beleid/laad-gegevensgroepen.ts';
import { laadMatrix } from '../../schema/beleid/laad-matrix.ts';
import {
  laadVerwerkingsregister,
  type Verwerkingsactiviteit,
} from '../../schema/beleid/laad-verwerkingsregister.ts';
import type { MatrixRegel } from '../../schema/beleid/matrix-regel.ts';
import { code, pagina, tabel } from './markdown.ts';
import { CATEGORIE_TOELICHTING } from './toelichtingen.ts';

/** `docs/verwerkingsregister.md`: the purposes as AVG art. 30 asks for them. */
export function verwerkingsregisterPagina(): string {
  const matrix = laadMatrix();
  const register = laadVerwerkingsregister();
  return pagina(
    'Verwerkingsregister',
    'schema/beleid/verwerkingsregister.json en schema/beleid/matrix.csv',
    'Een vraag noemt één verwerkingsactiviteit, met haar URI in de header `X-Verwerkingsactiviteit` (of `X-Doelbinding`); ' +
      'een vaste vraag kan haar zelf vastleggen. Zonder verwerkingsactiviteit worden geen persoonsgegevens gegeven.',
    'Verwerkingsverantwoordelijke is de organisatie wier rij het is: de gemeente, of UWV, ook als een ander de taak voor haar ' +
      'doet. Elke regel van [de matrix](autorisatiematrix.md) past binnen dit register: een groep of rol die hier niet staat, ' +
      'kan daar niet worden verleend. Grondslagen en bewaartermijnen zijn een voorstel dat een jurist bevestigt.',
    tabel(
      ['Verwerkingsactiviteit', 'Waarvoor', 'Bewaartermijn'],
      register.map((activiteit) => [
        `[${activiteit.code}](#${activiteit.code})`,
        activiteit.omschrijving,
        termijn(activiteit),
      ]),
    ),
    ...register.map((activiteit) => deel(activiteit, matrix)),
  );
}

function deel(activiteit: Verwerkingsactiviteit, matrix: readonly MatrixRegel[]): string {
  const { code: naam, uri, grondslag, betrokkenen, rollen, mengt, bewaartermijn } = activiteit;
  const ontvangers = new Set(
    matrix
      .filter(({ verwerkingsactiviteit }) => verwerkingsactiviteit === naam)
      .map(({ organisatiesoort }) => organisatiesoort),
  );
  const feiten = [
    `URI: ${code(uri)}`,
    `Grondslag: ${grondslag}`,
    `Betrokkenen: ${betrokkenen.length === 0 ? 'geen; alleen cijfers' : betrokkenen.join('; ')}`,
    `Rollen: ${rollen.join(', ')}`,
    `Bij: ${[...ontvangers].join(', ')}`,
    `Bewaartermijn: ${termijn(activiteit)}${bewaartermijn === undefined ? '' : `. ${bewaartermijn.grondslag}`}`,
    ...(mengt === undefined ? [] : [`Mengt, en niets anders: ${mengt.join(', ')}`]),
  ];
  return [
    `## ${naam}`,
    activiteit.omschrijving,
    feiten.map((feit) => `- ${feit}`).join('\n'),
    tabel(['Gegevensgroep', 'Wat', 'Persoonsgegevens'], groepenVan(activiteit)),
  ].join('\n\n');
}

function groepenVan({ gegevensgroepen }: Verwerkingsactiviteit): readonly (readonly string[])[] {
  return laadGegevensgroepen()
    .filter((groep) => gegevensgroepen.includes(groep.code))
    .map(({ code: naam, omschrijving, persoonsgegevens, categorie }) => [
      code(naam),
      omschrijving,
      categorie === undefined ? (persoonsgegevens ? 'ja' : 'nee') : CATEGORIE_TOELICHTING[categorie],
    ]);
}

function termijn({ bewaartermijn }: Verwerkingsactiviteit): string {
  return bewaartermijn === undefined
    ? 'niet van toepassing'
    : `${bewaartermijn.jaren} jaar na ${bewaartermijn.vanaf}`;
}
