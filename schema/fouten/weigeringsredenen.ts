/** Why one field was refused, and what to do about it, both in Dutch. */
export interface Weigeringsreden {
  readonly nl: string;
  readonly doen: string;
}

/** The reasons in `extensions.geweigerd` of NIET_GEAUTORISEERD, by the code that stands in `reden`. */
export const weigeringsredenen = {
  GEEN_DOEL: {
    nl: 'De vraag noemt geen verwerkingsactiviteit, en zonder doel verleent geen regel van de matrix deze gegevensgroep.',
    doen: 'Noem het doel in de header X-Verwerkingsactiviteit (URI uit docs/verwerkingsregister.md), of stel een vaste vraag die haar doel zelf vastlegt.',
  },
  GEEN_RECHT: {
    nl: 'Geen regel van de matrix verleent deze gegevensgroep aan deze rol, bij deze soort organisatie, voor dit doel.',
    doen: 'Zoek de gegevensgroep op in docs/autorisatiematrix.md: laat het veld weg, of kies het doel en de rol waarvoor zij is verleend. Ontbreekt een regel, overleg dan met uw functionaris gegevensbescherming.',
  },
  IN_LIJST: {
    nl: 'Het veld staat in een lijst, of op meer plaatsen in de vraag; deze gegevensgroep wordt per vraag één keer gegeven.',
    doen: 'Vraag het veld van één klant tegelijk: onder klant of mijnDossier, niet in een lijst en niet onder twee namen.',
  },
  ARGUMENT: {
    nl: 'Het argument noemt een organisatie of gemeente waarvoor u niet werkt, en daaronder staat een gegevensgroep waarvan u alleen de rijen van eigen organisaties mag zien.',
    doen: 'Noem een organisatie waarvoor uw organisatie deze taak doet, of vraag onder dit argument alleen openbare gegevens.',
  },
  GEEN_BELEID: {
    nl: 'Het veld hoort bij geen enkele gegevensgroep, of het argument staat niet in de lijst; niemand krijgt het.',
    doen: 'Meld het aan de beheerder: in de supergraph mist het veld zijn @policy, of schema/beleid/argumenten.csv mist het argument.',
  },
  ORGANISATIE_ONBEKEND: {
    nl: 'De organisatie in het token is geen ketenpartner, of is dat vandaag niet.',
    doen: 'De beheerder controleert code en geldigheid in schema/ketenpartners/organisaties.json; de gateway leest dat bestand bij het starten.',
  },
  VERWERKER_ONBEKEND: {
    nl: 'De verwerker die de vraag verstuurt, mag dat nu niet voor deze organisatie.',
    doen: 'De beheerder controleert in schema/ketenpartners/verwerkers.json voor wie de verwerker zendt, en van wanneer tot wanneer.',
  },
} as const satisfies Record<string, Weigeringsreden>;
