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
      .map(({ regel, rol, organisatiesoort, verwerkingsactiviteit, taak, grondslag }) => [
        naam(rol),
        naam(organisatiesoort),
        naam(verwerkingsactiviteit),
        taak ?? '',
        grondslag,
        String(regel),
      ]);
    const soort = groep.persoonsgegevens ? 'Persoonsgegevens.' : 'Geen persoonsgegevens.';
    const inhoud =
      regels.length === 0
        ? 'Niemand: geen regel verleent deze groep.'
        : tabel(['Rol', 'Soort organisatie', 'Verwerkingsactiviteit', 'Taak', 'Grondslag', 'Regel'], regels);
    return [`## ${code(groep.code)}`, `${groep.omschrijving} ${soort}`, inhoud].join('\n\n');
  });
  return pagina(
    'Autorisatiematrix',
    'schema/beleid/matrix.csv',
    'Wat hier niet staat, wordt geweigerd. Een vraag wordt in haar geheel toegestaan of geweigerd, op velden, argumenten en doel. ' +
      'De taak bepaalt welke rijen in bereik zijn: die van de eigen organisatie, en die van gemeenten die de taak in een samenwerking hebben overgedragen. ' +
      '*Regel* is het regelnummer in de bron.',
    ...delen,
  );
}
