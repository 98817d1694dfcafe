import { type Aanvraagplan, schrijfAanvraag, schrijfMelding, VOORSCHOT_NA_DAGEN } from './aanvragen.ts';
import { geboren, LEEFTIJDEN } from './bevolking.ts';
import type { Bouw, Persoon } from './bouw.ts';
import { CONSULENT } from './caseload.ts';
import { type Dag, plusDagen, plusMaanden } from './dagen.ts';
import type { Gang, Gangschets } from './gang.ts';
import { verzinNaam } from './namen.ts';
import { PEILDATUM } from './peildatum.ts';
import { maakToeval, type Toeval } from './toeval.ts';

const KANALEN = ['BALIE', 'DIGITAAL', 'TELEFOON'] as const;
const BIJSTAND_CENT = 60_000;

/** Somebody who applied, without an uitkering. */
export interface Aanvrager {
  readonly persoon: Persoon;
  readonly gang: Gangschets;
}

/** The klanten of WP-005, 0110 to 0117, each at another point on the way; all of consulent-lv. */
const OP_WEG: readonly { readonly naam: string; readonly geboren: Dag; readonly plan: Aanvraagplan }[] = [
  {
    naam: 'Silvia Moerman',
    geboren: '1987-05-09',
    plan: loop('2013-02-06', '2013-02-07', '2013-02-08'),
  },
  {
    naam: 'Abdelkarim Jaouhari',
    geboren: '1979-09-01',
    plan: loop('2013-01-29', '2013-01-30', '2013-01-31'),
  },
  {
    naam: 'Kirsten Lindhout',
    geboren: '1990-12-24',
    plan: {
      ...loop('2013-03-07', '2013-03-08', '2013-03-11'),
      hersteltermijn: '2013-04-04',
      dagenOpgeschort: 14,
    },
  },
  {
    naam: 'Peter-Paul Rook',
    geboren: '1963-06-13',
    plan: { ...loop('2013-01-08', '2013-01-09', '2013-01-10'), isVerlengd: true },
  },
  {
    naam: 'Yolanda Croes',
    geboren: '1971-04-04',
    plan: {
      ...loop('2013-02-18', '2013-02-19', '2013-02-20'),
      voorschot: { cent: BIJSTAND_CENT, op: plusDagen('2013-02-20', VOORSCHOT_NA_DAGEN) },
    },
  },
  {
    naam: 'Mateusz Zieliński',
    geboren: '1984-07-17',
    plan: loop('2013-03-04', '2013-03-05', '2013-03-06'),
  },
  {
    naam: 'Ria Noordam',
    geboren: '1955-11-11',
    plan: {
      ...loop('2012-11-22', '2012-11-23', '2012-11-26'),
      besluit: { datum: '2013-01-17', besluit: 'AFGEWEZEN', afgehandeld: false },
    },
  },
  {
    naam: 'Gökhan Şimşek',
    geboren: '1976-02-20',
    plan: { ...loop('2013-01-24', '2013-01-25', '2013-01-28'), dagenOpgeschort: 21 },
  },
];

/** Place in OP_WEG of who came back with complete papers, and of who objects to the decision. */
const TERUGGEKOMEN = 5;
const MAAKT_BEZWAAR = 6;

/** Writes the klanten of WP-005 and the aanvragen of 0101 and of 0102, the inwoner. */
export function openDemoAanvragen(bouw: Bouw, personen: ReadonlyMap<number, Persoon>): readonly Gang[] {
  const gangen = OP_WEG.map(({ naam, geboren: geboortedatum, plan }, at): Gang => {
    const persoon = bouw.nieuwePersoon({ nummer: 0x110 + at, naam, geboortedatum, gemeente: 'GM1916' });
    let van = plan.melding;
    if (at === TERUGGEKOMEN) {
      van = '2013-02-18';
      const eerder = { melding: van, kanaal: 'BALIE' as const, poortgesprek: '2013-02-20' };
      schrijfMelding(bouw, persoon, eerder, 'TERUG_WEGENS_ONVOLLEDIG');
    }
    const aanvraag = schrijfAanvraag(bouw, persoon, plan);
    if (at === MAAKT_BEZWAAR) {
      bouw.voegToe('bezwaar', {
        id: bouw.nieuweSleutel('bezwaar'),
        aanvraag_id: aanvraag,
        klant_id: persoon.id,
        soort: 'BEZWAAR',
        ingediend_op: '2013-02-14',
        uitkomst: null,
        verantwoordelijke: persoon.gemeente,
      });
    }
    return { ...gangVan(persoon, van), regisseurs: [{ medewerker: CONSULENT, van }] };
  });
  for (const [nummer, plan] of TOEGEKEND) {
    const persoon = personen.get(nummer);
    if (persoon !== undefined) schrijfAanvraag(bouw, persoon, plan);
  }
  return gangen;
}

const TOEGEKEND: readonly (readonly [number, Aanvraagplan])[] = [
  [
    0x101,
    {
      ...loop('2011-05-16', '2011-05-17', '2011-05-18'),
      besluit: { datum: '2011-06-20', besluit: 'TOEGEKEND', afgehandeld: true },
    },
  ],
  [
    0x102,
    {
      ...loop('2012-11-12', '2012-11-13', '2012-11-15'),
      hersteltermijn: '2012-11-29',
      dagenOpgeschort: 7,
      voorschot: { cent: BIJSTAND_CENT, op: '2012-12-13' },
      besluit: { datum: '2013-01-08', besluit: 'TOEGEKEND', afgehandeld: true },
    },
  ],
];

/** What makes a group of people who applied. */
interface Groep {
  readonly gemeente: string;
  readonly aantal: number;
  readonly nummer: () => number;
  readonly van: Dag;
  readonly totEnMet: Dag;
  /** Whether the aanvraag was turned down; an open one has no decision yet. */
  readonly afgewezen: boolean;
}

/** Writes people who applied and have no uitkering: turned down, or still waiting. */
export function openAanvragers(bouw: Bouw, zaad: number, groep: Groep): readonly Aanvrager[] {
  const toeval = maakToeval(zaad, groep.gemeente, 'aanvragers', groep.van);
  return Array.from({ length: groep.aantal }, () => {
    const melding = toeval.dag(groep.van, groep.totEnMet);
    const persoon = bouw.nieuwePersoon({
      nummer: groep.nummer(),
      naam: verzinNaam(toeval),
      geboortedatum: geboren(toeval, toeval.kies(LEEFTIJDEN.slice(1, 4)), melding),
      gemeente: groep.gemeente,
    });
    const plan = {
      ...loop(melding, plusDagen(melding, 1), plusDagen(melding, 3)),
      kanaal: toeval.kies(KANALEN),
    };
    if (!groep.afgewezen) {
      schrijfAanvraag(bouw, persoon, plan);
      return { persoon, gang: gangVan(persoon, melding) };
    }
    const datum = besluitdag(toeval, melding);
    schrijfAanvraag(bouw, persoon, { ...plan, besluit: { datum, besluit: 'AFGEWEZEN', afgehandeld: true } });
    return { persoon, gang: { ...gangVan(persoon, melding), tot: plusMaanden(datum, 3) } };
  });
}

function besluitdag(toeval: Toeval, melding: Dag): Dag {
  const laatste = plusDagen(melding, 50);
  return toeval.dag(plusDagen(melding, 14), laatste < PEILDATUM ? laatste : PEILDATUM);
}

function gangVan(persoon: Persoon, van: Dag): Gangschets {
  return { persoon, gemeente: persoon.gemeente, van, tot: null, partner: null, afgeschermd: false };
}

function loop(melding: Dag, poortgesprek: Dag, ingediendOp: Dag): Aanvraagplan {
  return { melding, kanaal: 'BALIE', poortgesprek, ingediendOp };
}
