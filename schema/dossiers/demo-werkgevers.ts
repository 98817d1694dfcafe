import type { Bouw, Persoon } from './bouw.ts';
import { type Dag, laatsteDag, maanden, maandVan } from './dagen.ts';
import { sleutel } from './ids.ts';
import { schrijfProfiel } from './profielen.ts';
import { maakToeval } from './toeval.ts';
import { schrijfTraject, schrijfVoorziening } from './trajecten.ts';
import {
  schrijfPlaatsing,
  schrijfVacature,
  schrijfVoordracht,
  TESTWERKGEVERS,
  type Vacatureplan,
  type Voordrachtplan,
} from './werkgevers.ts';

const LV = 'GM1916';

type Vacature = Omit<Vacatureplan, 'kvk' | 'gemeente'>;

/** The vacatures of 90001354, by number (WG-001). */
const VACATURES: readonly Vacature[] = [
  open(1, 2, '2013-02-11', '2013-05-31'),
  open(4, 1, '2013-03-04', '2013-04-30'),
  {
    ...open(8, 2, '2012-10-15', '2012-12-31'),
    status: 'VERVULD',
    gesloten_op: '2013-02-18',
  },
  {
    ...open(9, 1, '2012-09-03', '2012-11-30'),
    status: 'GESLOTEN',
    gesloten_op: '2012-12-03',
  },
];

type Voordracht = readonly [klant: number, vacature: number, Voordrachtplan['fase'], Dag, string | null, Dag];

/** The voordrachten of 90001354, by number: three presented, two invited, two placed, one ended. */
const VOORDRACHTEN: readonly Voordracht[] = [
  [0x101, 1, 'UITGENODIGD', '2013-03-11', 'Gesprek op 9 april', '2013-03-25'],
  [0x130, 1, 'VOORGEDRAGEN', '2013-03-18', 'Reactie van de werkgever', '2013-03-18'],
  [0x131, 1, 'VOORGEDRAGEN', '2013-03-26', 'Reactie van de werkgever', '2013-03-26'],
  [0x132, 2, 'UITGENODIGD', '2013-03-12', 'Proefdag op 11 april', '2013-03-28'],
  [0x133, 2, 'VOORGEDRAGEN', '2013-03-27', 'Reactie van de werkgever', '2013-03-27'],
  [0x134, 3, 'GEPLAATST', '2012-11-19', null, '2013-01-14'],
  [0x135, 3, 'GEPLAATST', '2013-01-21', null, '2013-02-18'],
  [0x136, 4, 'GEEINDIGD', '2012-10-08', null, '2012-12-03'],
];

/** The plaatsingen of 69599084, by number: voordracht 0101 and after are theirs (WG-002, WG-003). */
const BIJ_SUBSIDIES = [
  { klant: 0x140, soort: 'REGULIER', begin: '2012-11-01', einde: null, uren: 32 },
  { klant: 0x141, soort: 'REGULIER', begin: '2013-01-01', einde: null, uren: 24 },
  { klant: 0x142, soort: 'PROEFPLAATSING', begin: '2013-02-01', einde: '2013-04-30', uren: 24 },
  { klant: 0x143, soort: 'REGULIER', begin: '2012-05-01', einde: '2012-10-31', uren: 20 },
] as const;

/** The subsidies of the first two: the loonwaarde in thousandths, from which follows the subsidie: 1000 less that. */
const SUBSIDIES = [
  { loonwaarde: 625, start: '2012-11-01', einde: '2013-10-31' },
  { loonwaarde: 500, start: '2013-01-01', einde: '2013-12-31' },
] as const;

/** The legal minimum wage of a month for who is 23 or older, in cents, from its first day. */
const MINIMUMLOON = { '2012-07': 145_620, '2013-01': 146_940 } as const;

/** Writes vacatures, voordrachten, plaatsingen and subsidies of the two werkgevers of the questions. */
export function schrijfDemoWerkgevers(
  bouw: Bouw,
  zaad: number,
  personen: ReadonlyMap<number, Persoon>,
): void {
  const toeval = maakToeval(zaad, 'demo', 'profielen');
  const wie = (nummer: number): Persoon => {
    const persoon = personen.get(nummer);
    if (persoon === undefined) throw new RangeError(`there is no case ${nummer.toString(16)}`);
    return persoon;
  };
  for (const nummer of [0x101, 0x102, ...Array.from({ length: 8 }, (_, at) => 0x130 + at), 0x140, 0x142])
    schrijfProfiel(bouw, toeval, wie(nummer));

  const kvk = TESTWERKGEVERS.vacatures;
  VACATURES.forEach((plan, at) =>
    schrijfVacature(bouw, { ...plan, kvk, gemeente: LV }, sleutel('vacature', at + 1)),
  );
  VOORDRACHTEN.forEach(([klant, vacature, fase, datum, volgendeStap, faseSinds], at) => {
    const id = sleutel('voordracht', at + 1);
    schrijfVoordracht(bouw, wie(klant), {
      id,
      kvk,
      vacature: sleutel('vacature', vacature),
      fase,
      datum,
      volgendeStap,
      faseSinds,
    });
    if (fase !== 'GEPLAATST') return;
    const plaatsing = {
      kvk,
      voordracht: id,
      soort: 'REGULIER',
      begin: faseSinds,
      einde: null,
      uren: 24,
    } as const;
    schrijfPlaatsing(bouw, wie(klant), plaatsing, sleutel('plaatsing', at + 1));
    schrijfVoorziening(bouw, wie(klant), 'DEELTIJDWERK', faseSinds);
  });
  schrijfSubsidies(bouw, wie);
}

function schrijfSubsidies(bouw: Bouw, wie: (nummer: number) => Persoon): void {
  const kvk = TESTWERKGEVERS.subsidies;
  const vervuld = { ...open(2, 4, '2012-04-02', '2012-04-30'), status: 'VERVULD', gesloten_op: '2013-02-01' };
  const vacature = schrijfVacature(bouw, { ...vervuld, kvk, gemeente: LV }, sleutel('vacature', 5));
  BIJ_SUBSIDIES.forEach(({ klant, soort, begin, einde, uren }, at) => {
    const persoon = wie(klant);
    const id = sleutel('voordracht', 0x101 + at);
    const isVoorbij = klant === 0x143;
    schrijfVoordracht(bouw, persoon, {
      id,
      kvk,
      vacature,
      fase: isVoorbij ? 'GEEINDIGD' : 'GEPLAATST',
      datum:
        maandVan(begin) < '2012-06'
          ? '2012-04-16'
          : `${maandVan(begin) === '2013-01' ? '2012-12' : '2012-10'}-10`,
      volgendeStap: null,
      faseSinds: isVoorbij ? (einde ?? begin) : begin,
    });
    const plaatsing = schrijfPlaatsing(
      bouw,
      persoon,
      { kvk, voordracht: id, soort, begin, einde, uren },
      sleutel('plaatsing', 9 + at),
    );
    const subsidie = SUBSIDIES[at];
    if (subsidie !== undefined) schrijfSubsidie(bouw, persoon, plaatsing, subsidie);
  });
}

function schrijfSubsidie(
  bouw: Bouw,
  persoon: Persoon,
  plaatsing: string,
  { loonwaarde, start, einde }: (typeof SUBSIDIES)[number],
): void {
  const { id: klant_id, gemeente: verantwoordelijke } = persoon;
  const kvk = TESTWERKGEVERS.subsidies;
  const id = bouw.nieuweSleutel('subsidie');
  const promille = 1000 - loonwaarde;
  const [jaar, maand] = start.split('-');
  const beschikt = `${maand === '01' ? Number(jaar) - 1 : jaar}-${maand === '01' ? '12' : '10'}-15`;
  bouw.voegToe('loonwaardemeting', { klant_id, datum: beschikt, promille: loonwaarde, verantwoordelijke });
  bouw.voegToe('loonkostensubsidie', {
    id,
    kvk,
    plaatsing_id: plaatsing,
    klant_id,
    datum_beschikking: beschikt,
    promille,
    start,
    einde,
    verantwoordelijke,
  });
  schrijfVoorziening(bouw, persoon, 'LOONKOSTENSUBSIDIE', start, einde);
  for (const betaald of maanden(maandVan(start), '2013-03')) {
    const loon = betaald < '2013-01' ? MINIMUMLOON['2012-07'] : MINIMUMLOON['2013-01'];
    bouw.voegToe('subsidiebetaling', {
      id: bouw.nieuweSleutel('betaling'),
      kvk,
      subsidie_id: id,
      klant_id,
      van: `${betaald}-01`,
      tot_en_met: laatsteDag(betaald),
      bedrag_cent: Math.round((loon * promille) / 1000),
      betaald_op: `${betaald}-25`,
      verantwoordelijke,
    });
  }
}

/** The trajecten, voorzieningen and meting of the cases that the questions are about. */
export function schrijfDemoTrajecten(bouw: Bouw, personen: ReadonlyMap<number, Persoon>): void {
  const traject = (nummer: number, begin: Dag, verwachtEinde: Dag, programma: string, doel: string): void => {
    const persoon = personen.get(nummer);
    if (persoon === undefined) return;
    schrijfTraject(bouw, persoon, {
      programma,
      doel,
      aanbieder_id: sleutel('aanbieder', 2),
      aangemeld_op: begin,
      begin,
      verwacht_einde: verwachtEinde,
      status: 'LOPEND',
    });
  };
  const eerder = (nummer: number, begin: Dag, einde: Dag): void => {
    const persoon = personen.get(nummer);
    if (persoon === undefined) return;
    schrijfTraject(bouw, persoon, {
      programma: 'PARTICIPATIE',
      doel: 'Ritme en ervaring opdoen',
      aanbieder_id: sleutel('aanbieder', 4),
      aangemeld_op: begin,
      begin,
      verwacht_einde: einde,
      einde,
      status: 'AFGEROND',
      uitkomst: 'PASSEND_TRAJECT',
    });
  };
  eerder(0x101, '2011-09-05', '2012-03-02');
  traject(0x101, '2013-01-14', '2013-07-12', 'LEERWERK', 'Betaald werk via een leerwerkplek');
  eerder(0x10f, '2012-01-09', '2012-06-30');
  for (const nummer of [0x104, 0x10a, 0x10c, 0x130, 0x131, 0x132, 0x133, 0x136, 0x142])
    traject(nummer, '2013-02-04', '2013-08-02', 'SOLLICITATIE', 'Zelf werk vinden');
  const klantbeeld = personen.get(0x101);
  if (klantbeeld !== undefined) {
    schrijfVoorziening(bouw, klantbeeld, 'JOBCOACH', '2013-01-14');
    bouw.voegToe('loonwaardemeting', {
      klant_id: klantbeeld.id,
      datum: '2012-12-10',
      promille: 625,
      verantwoordelijke: klantbeeld.gemeente,
    });
  }
  for (const nummer of [0x105, 0x10e]) {
    const persoon = personen.get(nummer);
    if (persoon !== undefined) schrijfVoorziening(bouw, persoon, 'DEELTIJDWERK', '2012-09-03');
  }
}

function open(beroep: number, aantal: number, geopend: Dag, sluiting: Dag): Vacature {
  return {
    beroep,
    aantal_plaatsen: aantal,
    status: 'OPEN',
    geopend_op: geopend,
    gesloten_op: null,
    sluitingsdatum: sluiting,
  };
}
