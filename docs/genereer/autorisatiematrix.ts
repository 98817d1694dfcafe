import { laadGegevensgroepen } from '../../schema/beleid/laad-gegevensgroepen.ts';
import { laadMatrix } from '../../schema/beleid/laad-matrix.ts';
import { ALLE } from '../../schema/beleid/matrix-regel.ts';
import { code, pagina, tabel } from './markdown.ts';

const naam = (waarde: string): string => (waarde === ALLE ? 'alle' : waarde);

/** `docs/autorisatiematrix.md`: who may see what, per data group, in the form a privacy officer reads. */
export function autorisatiematrixPagina(): string {
  const matrix = laadMatrix();
  const delen = laadGegevensgroepen().map((groep) => {
    const regels = matrix
      .filter(({ gegevensgroep }) => gegevensgroep === groep.code)
      .map(({ regel, rol, organisatiesoort, verwerkingsactiviteit, taak, rijen, grondslag }) => [
        naam(rol),
        naam(organisatiesoort),
        naam(verwerkingsactiviteit),
        taak ?? '',
        rijen ?? '',
        grondslag,
        String(regel),
      ]);
    const soort = groep.persoonsgegevens ? 'Persoonsgegevens.' : 'Geen persoonsgegevens.';
    const inhoud =
      regels.length === 0
        ? 'Niemand: geen regel verleent deze groep.'
        : tabel(
            ['Rol', 'Soort organisatie', 'Verwerkingsactiviteit', 'Taak', 'Rijen', 'Grondslag', 'Regel'],
            regels,
          );
    return [`## ${code(groep.code)}`, `${groep.omschrijving} ${soort}`, inhoud].join('\n\n');
  });
  return pagina(
    'Autorisatiematrix',
    'schema/beleid/matrix.csv',
    'Wat hier niet staat, wordt geweigerd. Een vraag wordt in haar geheel toegestaan of geweigerd, op velden, argumenten en doel. ' +
      '*Rijen* zegt welke rijen in bereik zijn. *organisatie*: die van de eigen organisatie, en die van gemeenten die de taak in een samenwerking hebben overgedragen. ' +
      '*caseload*: van die rijen alleen die over klanten van wie de vrager regisseur is. *werkgever*: die van het KvK-nummer van de vrager. *inwoner*: die over de vrager zelf. ' +
      '*Regel* is het regelnummer in de bron.',
    ...delen,
  );
}
