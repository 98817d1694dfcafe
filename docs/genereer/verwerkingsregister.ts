import { laadGegevensgroepen } from '../../schema/beleid/laad-gegevensgroepen.ts';
import { laadMatrix } from '../../schema/beleid/laad-matrix.ts';
import { laadVerwerkingsregister } from '../../schema/beleid/laad-verwerkingsregister.ts';
import { code, pagina, tabel } from './markdown.ts';

/** `docs/verwerkingsregister.md`: the purposes, with the data groups that the matrix gives for each. */
export function verwerkingsregisterPagina(): string {
  const groepen = laadGegevensgroepen();
  const matrix = laadMatrix();
  const delen = laadVerwerkingsregister().map((activiteit) => {
    const verleend = new Set(
      matrix
        .filter(({ verwerkingsactiviteit }) => verwerkingsactiviteit === activiteit.code)
        .map(({ gegevensgroep }) => gegevensgroep),
    );
    const regels = groepen
      .filter((groep) => verleend.has(groep.code))
      .map((groep) => [code(groep.code), groep.omschrijving, groep.persoonsgegevens ? 'ja' : 'nee']);
    return [
      `## ${activiteit.code}`,
      activiteit.omschrijving,
      `- URI: ${code(activiteit.uri)}\n- Grondslag: ${activiteit.grondslag}`,
      tabel(['Gegevensgroep', 'Wat', 'Persoonsgegevens'], regels),
    ].join('\n\n');
  });
  return pagina(
    'Verwerkingsregister',
    'schema/beleid/verwerkingsregister.json en schema/beleid/matrix.csv',
    'Een vraag noemt één verwerkingsactiviteit, met haar URI in de header `X-Verwerkingsactiviteit` (of `X-Doelbinding`); ' +
      'een vaste vraag kan haar zelf vastleggen. Zonder verwerkingsactiviteit worden geen persoonsgegevens gegeven.',
    ...delen,
  );
}
