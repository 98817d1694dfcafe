import { catalogus } from '../../schema/fouten/catalogus.ts';
import type { Foutsoort } from '../../schema/fouten/foutsoort.ts';
import { type Weigeringsreden, weigeringsredenen } from '../../schema/fouten/weigeringsredenen.ts';
import { TOEGANGSREDENEN } from '../../schema/codelijsten/toegangsredenen.ts';
import { code, pagina, tabel } from './markdown.ts';

/** `docs/fouten.md`: every error code, and every reason of a refusal, with its texts and what to do. */
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
  const redenen = Object.entries<Weigeringsreden>(weigeringsredenen).map(([naam, { nl, doen }]) => [
    code(naam),
    nl,
    doen,
  ]);
  const toegang = Object.entries(TOEGANGSREDENEN).map(([naam, { soort, omschrijving }]) => [
    code(naam),
    soort,
    omschrijving,
  ]);
  return pagina(
    'Fouten',
    'schema/fouten/catalogus.ts, schema/fouten/weigeringsredenen.ts en schema/codelijsten/toegangsredenen.ts',
    'Elke fout heeft een vaste code in `extensions.code`. De Nederlandse tekst is voor de gebruiker, de Engelse reden voor de beheerder. ' +
      'Een fout herhaalt nooit een waarde die is meegestuurd; namen van velden, argumenten en variabelen in de vraag kunnen er wel in staan.',
    'De HTTP-status geldt voor `application/graphql-response+json`; zonder status hoort de fout bij een deel van een antwoord of bij het starten.',
    tabel(['Code', 'HTTP', 'Nederlands', 'English', 'Wat te doen'], regels),
    '## Waarom een vraag is geweigerd',
    'Bij `NIET_GEAUTORISEERD` noemt `errors[0].extensions.geweigerd` elk geweigerd veld: `{veld, gegevensgroep, reden}`. ' +
      'Eén geweigerd veld weigert de hele vraag; er is dan niets opgehaald.',
    tabel(['Reden', 'Waarom', 'Wat te doen'], redenen),
    '## Toegangsredenen',
    'Wie buiten de eigen caseload kijkt, zegt waarom: met één van deze codes in de header `X-Toegangsreden`. Zonder code blijft de vraag binnen de caseload. ' +
      'De code staat bij elke raadpleging in het logboek van elke bron. Voor `noodtoegang` is bovendien het recht met die naam nodig (claim `rechten`), voor `team` een team (claim `team`).',
    tabel(['Code', 'Voor', 'Wanneer'], toegang),
  );
}
