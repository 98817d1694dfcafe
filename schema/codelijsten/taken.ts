/**
 * The tasks that organisations do together or for each other. Which of them take part differs per task (document 001
 * §1.2), so a task and not a samenwerkingsverband bounds the rows.
 */
export const TAKEN = [
  'uitkering',
  're_integratie',
  'handhaving',
  'minimabeleid',
  'schuldhulpverlening',
  'curatieve_schuldhulp',
  'sociale_recherche',
  'bbz',
  'werkgeversbenadering',
  'wsp',
  'banenafspraak',
  'arbeidsmarktoffensief',
  'jeugdwerkgelegenheid',
  'leerlingenadministratie',
  'nieuw_beschut',
  'wsw',
  'bezwaar',
  'samenloop',
  'financiele_administratie',
  'accountantscontrole',
  'kwaliteitscontrole',
  'klanttevredenheid',
] as const;

/** One of the tasks. */
export type Taak = (typeof TAKEN)[number];
