import type { Categorie } from '../../schema/beleid/laad-gegevensgroepen.ts';
import type { Rijen } from '../../schema/codelijsten/rijen.ts';
import type { Rol } from '../../schema/codelijsten/rollen.ts';
import type { Samenwerkingsvorm } from '../../schema/ketenpartners/samenwerking.ts';

/** What each kind of rows means to a privacy officer. */
export const RIJEN_TOELICHTING: Readonly<Record<Rijen, string>> = {
  organisatie:
    'De rijen van de eigen organisatie, en van gemeenten die de taak in een samenwerking hebben overgedragen en voor wie de vrager optreedt.',
  caseload: 'Van die rijen alleen die over klanten van wie de vrager nu regisseur is.',
  team: 'Van die rijen die over klanten van het team van de vrager. Alleen met een reden, die wordt vastgelegd.',
  vervanging:
    'Van die rijen die over klanten voor wie de vrager waarneemt. Alleen met een reden, die wordt vastgelegd.',
  noodtoegang:
    'Als *organisatie*, zonder relatie met de klant. Alleen voor wie het recht `noodtoegang` heeft, met een reden; te melden en door een ander te toetsen.',
  afgeschermd:
    'De klanten van wie het dossier is afgeschermd (eigen personeel, opvang). Alleen voor wie het recht `afgeschermd` heeft; niemand anders bereikt hen.',
  partij:
    'De klanten in wier zaak de eigen organisatie, of de vrager zelf, partij is voor de taak; zolang die zaak loopt.',
  orgaan:
    'Cijfers van de eigen gemeente, en van de gemeenten waarmee zij in een orgaan van een samenwerking voor de taak zit.',
  werkgever: 'Wat van het KvK-nummer van de vrager is.',
  cv_online:
    'De klanten van elke gemeente die met de instelling `cv_online` werkgevers laat zien wat voor werk zij zoeken.',
  inwoner: 'Wat over de vrager zelf gaat, of over wie hij vertegenwoordigt.',
};

/** What each role is. */
export const ROL_TOELICHTING: Readonly<Record<Rol, string>> = {
  consulent_inkomen: 'beslist over recht en hoogte van de uitkering',
  consulent_werk: 'begeleidt naar werk of meedoen',
  regisseur: 'doet inkomen en werk van een klant samen',
  poortwachter: 'voert het eerste gesprek na een melding',
  kcc: 'neemt aan de balie een melding of aanvraag in',
  handhaver: 'houdt toezicht; geen opsporing',
  uitkeringsadministratie: 'betaalt uit',
  terugvordering: 'vordert terug, int en verhaalt',
  kwaliteit: 'controleert een steekproef, en toetst noodtoegang',
  bezwaar: 'behandelt bezwaar en klachten, of adviseert erover',
  wsp_adviseur: 'bemiddelt voor het werkgeversservicepunt',
  werkcoach: 'begeleidt werkzoekenden bij UWV',
  trajectbegeleider: 'voert een traject uit',
  schuldhulpverlener: 'helpt bij schulden',
  accountant: 'controleert de rechtmatigheid in een steekproef',
  controller: 'bewaakt budget en uitgaven',
  portefeuillehouder: 'is wethouder werk en inkomen; ziet alleen cijfers',
  clientenraad: 'adviseert namens klanten; ziet geen personen',
  fg: 'houdt toezicht op het gebruik van persoonsgegevens',
  werkgever: 'heeft vacatures en plaatsingen',
  inwoner: 'ziet zijn eigen dossier in',
  vertegenwoordiger: 'is bewindvoerder, curator of gemachtigde van een inwoner',
};

/** What each form of samenwerking means for who sees what. */
export const VORM_TOELICHTING: Readonly<Record<Samenwerkingsvorm, string>> = {
  MANDAAT:
    'De uitvoerder beslist namens de deelnemers, die verantwoordelijke blijven; hij bereikt hun rijen voor deze taak.',
  OPDRACHT: 'De uitvoerder krijgt zaken opgedragen, en bereikt alleen die.',
  GEZAMENLIJK: 'Er is geen uitvoerder: elke deelnemer doet de taak ook voor de andere.',
};

/** What the law asks more care for. */
export const CATEGORIE_TOELICHTING: Readonly<Record<Categorie, string>> = {
  NUMMER: 'nationaal nummer (UAVG art. 46)',
  BIJZONDER: 'bijzondere gegevens (AVG art. 9)',
  STRAFRECHTELIJK: 'ook strafrechtelijke gegevens (AVG art. 10)',
};
