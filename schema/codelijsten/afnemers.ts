import type { ORGANISATIESOORTEN } from './organisatiesoorten.ts';

/**
 * With whom an organisation shares the pseudonyms of klanten, by its kind: with the whole `keten`, with all `inwoners`, or,
 * as `eigen`, with nobody. Only the overheidsorganen that carry out the same laws together share theirs: what anybody else
 * gets may not be passed on (geheimhouding, Participatiewet art. 65 and Wet SUWI art. 74), and a pseudonym that means nothing
 * elsewhere does not help to (AVG art. 25). Who represents an inwoner speaks with him about one dossier.
 */
export const AFNEMERS = {
  GEMEENTE: 'keten',
  WERKORGANISATIE: 'keten',
  UWV: 'keten',
  CWI: 'keten',
  WERKGEVER: 'eigen',
  REINTEGRATIEBEDRIJF: 'eigen',
  SW_BEDRIJF: 'eigen',
  SCHULDHULPVERLENER: 'eigen',
  UITZENDBUREAU: 'eigen',
  ONDERWIJS_RMC: 'eigen',
  ACCOUNTANT: 'eigen',
  REKENKAMER: 'eigen',
  BEZWAARCOMMISSIE: 'eigen',
  RAAD: 'eigen',
  INWONER: 'inwoners',
  VERTEGENWOORDIGER: 'inwoners',
} as const satisfies Readonly<Record<(typeof ORGANISATIESOORTEN)[number], string>>;
