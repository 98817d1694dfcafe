import { type Argument, laadArgumenten } from '../../schema/beleid/laad-argumenten.ts';
import { type Gegevensgroep, laadGegevensgroepen } from '../../schema/beleid/laad-gegevensgroepen.ts';
import { laadMatrix } from '../../schema/beleid/laad-matrix.ts';
import { ALLE } from '../../schema/beleid/matrix-regel.ts';
import { ORGANISATIESOORTEN } from '../../schema/codelijsten/organisatiesoorten.ts';
import { RIJEN } from '../../schema/codelijsten/rijen.ts';
import { ROLLEN } from '../../schema/codelijsten/rollen.ts';
import { INSTELLINGEN, VOORWAARDEN } from '../../schema/ketenpartners/instelling.ts';
import { code, pagina, tabel } from './markdown.ts';
import { perRegel, type Regel } from './per-regel.ts';
import { CATEGORIE_TOELICHTING, RIJEN_TOELICHTING, ROL_TOELICHTING } from './toelichtingen.ts';

const naam = (waarde: string): string => (waarde === ALLE ? 'alle' : waarde);

/** `docs/autorisatiematrix.md`: who may see what, per data group and per role, in the form a privacy officer reads. */
export function autorisatiematrixPagina(): string {
  const regels = perRegel(laadMatrix());
  const groepen = laadGegevensgroepen();
  return pagina(
    'Autorisatiematrix',
    'schema/beleid/matrix.csv en schema/beleid/argumenten.csv',
    'Wie mag welke gegevens zien, voor welk doel, en van wie. Wat hier niet staat, wordt geweigerd. ' +
      'Een vraag wordt in haar geheel toegestaan of geweigerd, op velden, argumenten en doel; nooit op een rij.',
    'Een regel geldt voor wie de rol heeft, bij een organisatie van de soort werkt, en de verwerkingsactiviteit uit ' +
      '[het register](verwerkingsregister.md) als doel opgeeft. De *taak* zegt voor welke gemeenten de organisatie dat mag: ' +
      'dat staat bij [de ketenpartners](ketenpartners.md). *Regel* is het regelnummer in de bron.',
    '## Welke rijen',
    'Past meer dan één regel, dan telt samen wat zij bereiken. Wie is afgeschermd, is voor niemand anders in bereik dan voor ' +
      'zichzelf en voor wie het recht `afgeschermd` heeft.',
    tabel(
      ['Rijen', 'Wat in bereik is'],
      RIJEN.map((rijen) => [code(rijen), RIJEN_TOELICHTING[rijen]]),
    ),
    'Een *voorwaarde* beperkt een regel tot gemeenten die iets hebben ingesteld:',
    tabel(
      ['Voorwaarde', 'Wat de gemeente heeft ingesteld'],
      VOORWAARDEN.map((voorwaarde) => [code(voorwaarde), INSTELLINGEN[voorwaarde].omschrijving]),
    ),
    '## Argumenten',
    'Ook wat een vraag meegeeft telt. Wie een *organisatie* of gemeente noemt waarvoor hij niet werkt, en daarbij of daaronder ' +
      'gegevens vraagt waarvan hij niet alle rijen mag zien, wordt geweigerd (`ARGUMENT`). Een *filter* vraagt de gegevensgroep ' +
      'van het veld waarop het kiest. De sleutel van een *klant* of van iets anders geeft niets prijs: wat buiten bereik is, is afwezig.',
    tabel(
      ['Argument', 'Soort', 'Gegevensgroep', 'Toelichting'],
      [...laadArgumenten().values()].flatMap(argument),
    ),
    'Een argument dat alleen een bladzijde kiest of zegt wat er wordt gevraagd, staat hier niet; wat in geen lijst staat, wordt geweigerd.',
    '## Per gegevensgroep',
    ...groepen.map((groep) => perGroep(groep, regels)),
    '## Per rol',
    ...ROLLEN.map((rol) => perRol(rol, regels)),
    '## Wie niets ziet',
    `Voor deze soorten organisaties is er geen regel; zij zien alleen wat openbaar is: ${zonderRegel(regels)}.`,
  );
}

function perGroep(groep: Gegevensgroep, regels: readonly Regel[]): string {
  const rijen = regels
    .filter(({ gegevensgroep }) => gegevensgroep === groep.code)
    .map((regel) => [
      naam(regel.rol),
      naam(regel.organisatiesoort),
      naam(regel.verwerkingsactiviteit),
      ...waar(regel),
      regel.grondslag,
      String(regel.regel),
    ]);
  const koppen = ['Rol', 'Soort organisatie', 'Verwerkingsactiviteit', 'Taak', 'Rijen', 'Grondslag', 'Regel'];
  return [
    `### ${code(groep.code)}`,
    [groep.omschrijving, ...kenmerken(groep)].join(' '),
    rijen.length === 0 ? 'Niemand: geen regel verleent deze groep.' : tabel(koppen, rijen),
  ].join('\n\n');
}

function kenmerken({
  persoonsgegevens,
  categorie,
  alleenVoor,
  nooitInLijst,
}: Gegevensgroep): readonly string[] {
  return [
    persoonsgegevens ? 'Persoonsgegevens.' : 'Geen persoonsgegevens.',
    ...(categorie === undefined ? [] : [`Extra beschermd: ${CATEGORIE_TOELICHTING[categorie]}.`]),
    ...(alleenVoor === undefined ? [] : [`Alleen te verlenen aan ${alleenVoor.join(', ')}.`]),
    ...(nooitInLijst ? ['Hooguit één per antwoord: nooit in een lijst of export.'] : []),
  ];
}

function perRol(rol: (typeof ROLLEN)[number], regels: readonly Regel[]): string {
  const rijen = regels
    .filter((regel) => regel.rol === rol)
    .map((regel) => [
      naam(regel.organisatiesoort),
      naam(regel.verwerkingsactiviteit),
      code(regel.gegevensgroep),
      ...waar(regel),
      String(regel.regel),
    ]);
  return [
    `### ${rol}`,
    `Wie ${ROL_TOELICHTING[rol]}.`,
    rijen.length === 0
      ? 'Geen regel: ziet alleen wat openbaar is.'
      : tabel(
          ['Soort organisatie', 'Verwerkingsactiviteit', 'Gegevensgroep', 'Taak', 'Rijen', 'Regel'],
          rijen,
        ),
  ].join('\n\n');
}

/** The line of an argument that says something about rows. */
function argument({
  argument: naam,
  soort,
  gegevensgroep,
  toelichting,
}: Argument): readonly (readonly string[])[] {
  if (soort === 'bladzijde' || soort === 'inhoud') return [];
  return [[code(naam), soort, gegevensgroep === undefined ? '' : code(gegevensgroep), toelichting]];
}

/** Taak and rijen of a line, with its voorwaarde. */
function waar({ taak, rijen, voorwaarde }: Regel): readonly [string, string] {
  return [taak ?? '', `${rijen.join(', ')}${voorwaarde === undefined ? '' : ` (als ${code(voorwaarde)})`}`];
}

function zonderRegel(regels: readonly Regel[]): string {
  const genoemd = new Set(regels.map(({ organisatiesoort }) => organisatiesoort));
  return ORGANISATIESOORTEN.filter((soort) => !genoemd.has(soort)).join(', ');
}
