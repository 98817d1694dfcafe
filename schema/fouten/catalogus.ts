import type { Foutsoort } from './foutsoort.ts';
import { startfouten } from './startfouten.ts';

/**
 * Every error Ketengraaf can give, by its stable code. Texts never repeat a value
 * that was sent: an error must not carry a bsn to a log or a screen.
 */
export const catalogus = {
  NIET_AANGEMELD: {
    http: 401,
    nl: 'Meld u aan om deze vraag te stellen.',
    en: 'No bearer token was sent.',
    doen: 'Stuur een geldig toegangstoken mee in de header Authorization.',
  },
  TOKEN_ONGELDIG: {
    http: 401,
    nl: 'Uw aanmelding is niet geldig of verlopen. Meld u opnieuw aan.',
    en: 'The access token was refused: unknown issuer, wrong audience, bad signature, expired or incomplete claims.',
    doen: 'Vraag een nieuw token aan bij een vertrouwde uitgever; de beheerder vindt de reden in het logboek van de gateway.',
  },
  UITGEVER_NIET_BEREIKBAAR: {
    http: 503,
    nl: 'Uw aanmelding kan nu niet worden gecontroleerd. Probeer het later opnieuw.',
    en: 'The keys of the issuer could not be fetched, so no token of it can be verified.',
    doen: 'Controleer of de uitgever draait en of zijn JWKS-adres klopt (UITGEVERS).',
  },
  NIET_GEAUTORISEERD: {
    http: 403,
    nl: 'U mag (een deel van) deze gegevens voor dit doel niet inzien.',
    en: 'The operation was refused as a whole; extensions.geweigerd names fields, data groups and reasons.',
    doen: 'Laat de genoemde velden weg, kies de juiste verwerkingsactiviteit of vraag uw functionaris gegevensbescherming.',
  },
  DOEL_ONBEKEND: {
    http: 400,
    nl: 'De opgegeven verwerkingsactiviteit staat niet in het register, of is niet die van deze vraag.',
    en: 'X-Verwerkingsactiviteit (or X-Doelbinding) is not a URI of the register, or contradicts the trusted document.',
    doen: 'Gebruik een URI uit schema/beleid/verwerkingsregister.json; geef bij een vaste vraag geen andere op dan de hare.',
  },
  TOEGANGSREDEN_ONBEKEND: {
    http: 400,
    nl: 'De opgegeven toegangsreden bestaat niet.',
    en: 'X-Toegangsreden is not one code of schema/codelijsten/toegangsredenen.ts.',
    doen: 'Gebruik één code uit schema/codelijsten/toegangsredenen.ts, of laat de header weg om binnen de eigen caseload te blijven.',
  },
  TOEGANGSREDEN_GEWEIGERD: {
    http: 403,
    nl: 'Deze toegangsreden is niet voor u.',
    en: 'The token has no right noodtoegang (claim rechten), or names no team, so the reason in X-Toegangsreden can have no effect.',
    doen: 'Kies een reden voor vervanging, of vraag wie de aanmelding beheert om het recht noodtoegang of om uw team; laat anders de header weg.',
  },
  AANROEP_ONGELDIG: {
    http: 400,
    nl: 'De aanroep is geen geldige vraag.',
    en: 'The body is not a JSON object with a query or a documentId, or it is an array.',
    doen: 'Stuur één JSON-object met query of documentId, en variables als object.',
  },
  AANROEP_TE_GROOT: {
    http: 413,
    nl: 'De vraag is te groot.',
    en: 'The request body is larger than the limit.',
    doen: 'Maak de vraag kleiner dan 100 KB.',
  },
  METHODE_NIET_TOEGESTAAN: {
    http: 405,
    nl: 'Stel vragen met POST.',
    en: 'Only POST is accepted on the GraphQL endpoint.',
    doen: 'Gebruik POST met content-type application/json.',
  },
  MEDIATYPE_NIET_ONDERSTEUND: {
    http: 415,
    nl: 'Stuur de vraag als application/json.',
    en: 'The content type of the request is not application/json.',
    doen: 'Zet de header Content-Type op application/json.',
  },
  ANTWOORDTYPE_NIET_ONDERSTEUND: {
    http: 406,
    nl: 'Het gevraagde antwoordformaat bestaat hier niet.',
    en: 'The Accept header allows neither application/json nor application/graphql-response+json.',
    doen: 'Accepteer application/json of application/graphql-response+json.',
  },
  NIET_GEVONDEN: {
    http: 404,
    nl: 'Dit adres bestaat niet.',
    en: 'There is no such path.',
    doen: 'Gebruik /graphql.',
  },
  DOCUMENT_ONBEKEND: {
    http: 404,
    nl: 'Deze vraag is niet bekend.',
    en: 'The documentId is not a trusted document.',
    doen: 'Kies een id uit schema/operaties/register.json.',
  },
  VRIJE_OPERATIE_GEWEIGERD: {
    http: 403,
    nl: 'Hier mogen alleen vaste vragen worden gesteld.',
    en: 'Free operations are switched off (vrijeOperaties).',
    doen: 'Stel een vaste vraag met documentId.',
  },
  DOCUMENT_ONGELDIG: {
    http: 400,
    nl: 'De vraag past niet bij het schema.',
    en: 'The document has a syntax error or does not validate against the schema.',
    doen: 'Controleer de vraag met het schema; locations wijst de plaats aan.',
  },
  OPERATIE_ONBEKEND: {
    http: 400,
    nl: 'Het is niet duidelijk welke operatie is bedoeld.',
    en: 'operationName is missing or names no operation of the document.',
    doen: 'Noem met operationName een van de operaties in het document.',
  },
  OPERATIE_NIET_ONDERSTEUND: {
    http: 400,
    nl: 'Deze soort vraag wordt hier niet ondersteund.',
    en: 'Subscriptions and incremental delivery are not supported.',
    doen: 'Gebruik een query of mutation zonder @defer.',
  },
  TE_VEEL_TOKENS: {
    http: 400,
    nl: 'De vraag is te lang.',
    en: 'The document has more tokens than the limit.',
    doen: 'Splits de vraag: hooguit 2.000 tokens.',
  },
  TE_DIEP: {
    http: 400,
    nl: 'De vraag is te diep genest.',
    en: 'The operation is nested deeper than the limit.',
    doen: 'Nest hooguit 15 niveaus.',
  },
  TE_VEEL_ALIASSEN: {
    http: 400,
    nl: 'De vraag gebruikt te veel aliassen.',
    en: 'The operation has more aliases than the limit.',
    doen: 'Gebruik hooguit 50 aliassen.',
  },
  TE_VEEL_WORTELVELDEN: {
    http: 400,
    nl: 'De vraag begint op te veel plaatsen.',
    en: 'The operation has more root fields than the limit.',
    doen: 'Vraag hooguit 20 wortelvelden tegelijk.',
  },
  TE_DUUR: {
    http: 400,
    nl: 'De vraag kan te veel gegevens opleveren.',
    en: 'The sum of page sizes, or the number of selections, is larger than the limit.',
    doen: 'Vraag kleinere bladzijden: samen hooguit 5.000 regels.',
  },
  QUOTUM_BEREIKT: {
    http: 429,
    nl: 'Er is te vaak gevraagd. Probeer het later opnieuw.',
    en: 'A limit of quota.csv was reached; extensions.wachtSeconden and Retry-After say when it begins anew.',
    doen: 'Wacht zo lang als Retry-After zegt; is het quotum te krap voor het werk, vraag dan om een ruimere regel in schema/beleid/quota.csv.',
  },
  VARIABELE_ONGELDIG: {
    http: 400,
    nl: 'Een variabele heeft geen geldige waarde.',
    en: 'A variable is missing or not of its type; extensions.variabelen names it.',
    doen: 'Geef de genoemde variabele een waarde van het genoemde type.',
  },
  INVOER_ONGELDIG: {
    http: 400,
    nl: 'De invoer is niet geldig.',
    en: 'An argument is outside what the field accepts.',
    doen: 'Lees bij het veld in het schema welke waarden mogen.',
  },
  STAP_PAST_NIET: {
    nl: 'Deze stap past niet bij hoe ver de voordracht is.',
    en: 'A mutation asked for a step that the phase of the voordracht does not allow; nothing was changed.',
    doen: 'Vraag de voordracht opnieuw op: haar fase zegt wat er nog kan.',
  },
  TWEEDE_PERSOON_NODIG: {
    nl: 'Wie noodtoegang gebruikte, toetst haar niet zelf.',
    en: 'A mutation asked to review a use of noodtoegang by who used it; nothing was changed.',
    doen: 'Laat een ander die noodtoegang toetst erover oordelen.',
  },
  CURSOR_ONGELDIG: {
    nl: 'Deze plaats in de lijst bestaat niet (meer). Begin opnieuw.',
    en: 'The cursor was not made for this field, filter and asker, or its key has been replaced.',
    doen: 'Vraag de lijst opnieuw op zonder after.',
  },
  BRON_MISLUKT: {
    nl: 'Een bron gaf geen antwoord; dit deel ontbreekt.',
    en: 'A subgraph could not be reached, answered too late or answered with an error.',
    doen: 'Probeer het later opnieuw; de beheerder zoekt op het traceId.',
  },
  BRON_ONDERBROKEN: {
    nl: 'Een bron is even niet beschikbaar; dit deel ontbreekt.',
    en: 'Too many calls to the subgraph failed, so its circuit breaker is open: it is not called for some seconds.',
    doen: 'Probeer het over enkele seconden opnieuw; de beheerder ziet in het logboek van de gateway waarom de bron faalde.',
  },
  TERMIJN_VERSTREKEN: {
    http: 504,
    nl: 'Het antwoord liet te lang op zich wachten.',
    en: 'The deadline of the request passed.',
    doen: 'Probeer het opnieuw of vraag minder tegelijk.',
  },
  PLAN_MISLUKT: {
    http: 500,
    nl: 'Voor deze vraag kon geen plan worden gemaakt.',
    en: 'The query planner refused the operation.',
    doen: 'Meld het traceId aan de beheerder.',
  },
  PLAN_TE_DUUR: {
    http: 400,
    nl: 'De vraag is te ingewikkeld om te beantwoorden.',
    en: 'The query planner did not finish within PLAN_TERMIJN_MS; it was stopped.',
    doen: 'Vraag minder in één keer, of splits de vraag.',
  },
  PLANNER_BEZET: {
    http: 503,
    nl: 'Er zijn nu te veel nieuwe vragen tegelijk. Probeer het later opnieuw.',
    en: 'The operation waited for PLAN_TERMIJN_MS while others were planned, one at a time. Known operations are not affected.',
    doen: 'Probeer het opnieuw. Gebeurt het vaker: start meer processen met --werkers.',
  },
  INTERNE_FOUT: {
    http: 500,
    nl: 'Er ging iets mis. Probeer het later opnieuw.',
    en: 'An unexpected error; the log has it under the traceId.',
    doen: 'Meld het traceId aan de beheerder.',
  },
  AANROEP_NIET_VERTROUWD: {
    http: 401,
    nl: 'Deze bron is alleen via de gateway te bevragen.',
    en: 'The call to the subgraph was unsigned, for another audience, too old, replayed or changed.',
    doen: 'Stel de vraag aan de gateway.',
  },
  REDIS_NIET_BEREIKBAAR: {
    http: 503,
    nl: 'Een bron kan nu niet antwoorden. Probeer het later opnieuw.',
    en: 'Redis does not answer, so the processes of a subgraph cannot tell whether a call came before; it was refused.',
    doen: 'Herstel Redis (REDIS_URL), of draai van de bron één proces (PROCESSEN=1).',
  },
  LOGBOEK_NIET_BESCHIKBAAR: {
    http: 503,
    nl: 'De raadpleging kan niet worden vastgelegd; daarom zijn er geen gegevens gegeven.',
    en: 'The log row could not be written, so the transaction was rolled back.',
    doen: 'Herstel het logboek van de bron (rechten, schijfruimte).',
  },
  ...startfouten,
} as const satisfies Record<string, Foutsoort>;

/** The stable code of an error. */
export type Foutcode = keyof typeof catalogus;

/** The catalogue line of a code. */
export function foutsoort(code: Foutcode): Foutsoort {
  return catalogus[code];
}
