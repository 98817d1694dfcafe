import { catalogus, type Foutsoort } from '../../schema/fouten/catalogus.ts';
import { code, pagina, tabel } from './markdown.ts';

/** `docs/fouten.md`: every error code with its texts and what to do. */
export function foutenPagina(): string {
  const soorten: readonly (readonly [string, Foutsoort])[] = Object.entries(catalogus);
  const regels = soorten
    .toSorted(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([naam, { http, nl, en, doen }]) => [
      code(naam),
      http === undefined ? '' : String(http),
      nl,
      en,
      doen,
    ]);
  return pagina(
    'Fouten',
    'schema/fouten/catalogus.ts',
    'Elke fout heeft een vaste code in `extensions.code`. De Nederlandse tekst is voor de gebruiker, de Engelse reden voor de beheerder. ' +
      'Een fout herhaalt nooit wat iemand heeft ingevoerd.',
    'De HTTP-status geldt voor `application/graphql-response+json`; zonder status hoort de fout bij een deel van een antwoord of bij het starten.',
    tabel(['Code', 'HTTP', 'Nederlands', 'English', 'Wat te doen'], regels),
  );
}
