import { AANDEEL_LEEFVORM, openZaken, type Quota, rest, type Zaakschets } from './bevolking.ts';
import type { Bouw } from './bouw.ts';
import { type Dag, eersteVan, laatsteDag, laatsteVan, plusDagen } from './dagen.ts';
import { PEILDATUM } from './peildatum.ts';
import { maakToeval, type Toeval } from './toeval.ts';
import { lot, neem, verdeel } from './verdeel.ts';
import { looptOp, type Mutatie, opDag, type RedenEinde, type Zaak } from './zaak.ts';

const GEMEENTE = 'GM0394';

/** The months of document 000 (448–461): what it prints as instroom and uitstroom. */
export const MAANDEN_000 = [
  { maand: '2012-11', instroom: 36, uitstroom: 57 },
  { maand: '2012-12', instroom: 27, uitstroom: 35 },
  { maand: '2013-01', instroom: 37, uitstroom: 35 },
  { maand: '2013-02', instroom: 58, uitstroom: 44 },
  { maand: '2013-03', instroom: 29, uitstroom: 34 },
] as const;

/** Running on 31 October 2012 as it was known then: the beginstand of November (000:448) and one ending not yet known. */
const STAND_OKTOBER = 1338;
const LAAT_VERWERKT = { geldigOp: '2012-10-30', verwerktOp: '2012-11-06' } as const;

/**
 * The 18 administrative mutations: days on which they are valid, days on which they were processed, and how many. They
 * make the corrections of December and January (000:452) and what the flow of December does not explain (000:461).
 */
const ADMINISTRATIEF = [
  { aantal: 3, geldig: ['2012-11-05', '2012-11-30'], verwerkt: ['2012-12-03', '2012-12-14'] },
  { aantal: 5, geldig: ['2012-12-03', '2012-12-14'], verwerkt: ['2012-12-14', '2012-12-31'] },
  { aantal: 10, geldig: ['2012-12-03', '2012-12-31'], verwerkt: ['2013-01-02', '2013-01-18'] },
] as const;

/** Reasons of the uitstroom: of the 92 of 2012 and the 113 of the first quarter of 2013; the split is ours. */
const REDENEN: readonly RedenEinde[] = ['WERK', 'OPLEIDING', 'OVERIG'];
const REDENEN_2012 = [55, 7, 30];
const REDENEN_2013 = [82, 8, 23];

/** How long those of October ran by then, in the classes of document 001 tabel 4 (18, 25, 17 and 40 percent). */
const DUUR: readonly (readonly [Dag, Dag])[] = [
  ['2011-11-01', '2012-10-24'],
  ['2009-11-01', '2011-10-31'],
  ['2007-11-01', '2009-10-31'],
  ['1999-01-01', '2007-10-31'],
];
const AANDEEL_DUUR = [18, 25, 17, 40];
/** Ages of document 001 tabel 6, borrowed: document 000 has none. */
const AANDEEL_LEEFTIJD = [6, 18, 24, 37, 15, 1];

/** Who stops in these months had been there for a while: nobody of the newest, who are not on a trede yet. */
const STOPT_VAN_VOOR = '2012-09-01';

/** Opens the uitkeringen WWB of Haarlemmermeer, beside those of `vast`. All but the printed figures is by chance. */
export function openHaarlemmermeer(bouw: Bouw, zaad: number, vast: readonly Zaak[]): readonly Zaak[] {
  const toeval = maakToeval(zaad, GEMEENTE, 'uitkeringen');
  const schetsen = eindig(toeval, [...oktober(toeval, vast), ...instroom(toeval), ...administratief(toeval)]);
  const lopend = schetsen.filter(({ einde }) => einde === null);
  const beëindigd = schetsen.filter(({ einde }) => einde !== null);
  const vasteLopend = vast.filter((zaak) => looptOp(zaak, PEILDATUM));
  let nummer = 0x200;
  const nieuwNummer = (): number => nummer++;
  const open = (deel: readonly Zaakschets[], quota: Quota): readonly Zaak[] =>
    openZaken(bouw, toeval, deel, quota, nieuwNummer);
  return [
    ...open(lopend, rest(quotaVoor(lopend.length + vasteLopend.length), vasteLopend)),
    ...open(beëindigd, quotaVoor(beëindigd.length)),
  ];
}

function quotaVoor(aantal: number): Quota {
  return { leefvormen: verdeel(aantal, AANDEEL_LEEFVORM), leeftijden: verdeel(aantal, AANDEEL_LEEFTIJD) };
}

function schets(begin: Mutatie, opening: Zaakschets['opening'] = 'INSTROOM'): Zaakschets {
  return { gemeente: GEMEENTE, regeling: 'WWB', begin, opening, einde: null };
}

function oktober(toeval: Toeval, vast: readonly Zaak[]): readonly Zaakschets[] {
  const aantal = STAND_OKTOBER - vast.filter((zaak) => looptOp(zaak, '2012-10-31')).length;
  return lot(toeval, DUUR, verdeel(aantal, AANDEEL_DUUR)).map(([van, tot]) =>
    schets(opDag(toeval.dag(van, tot))),
  );
}

function instroom(toeval: Toeval): readonly Zaakschets[] {
  return MAANDEN_000.flatMap(({ maand, instroom: aantal }) =>
    Array.from({ length: aantal }, () => schets(binnenDeMaand(toeval, maand))),
  );
}

function administratief(toeval: Toeval): readonly Zaakschets[] {
  return ADMINISTRATIEF.flatMap(({ aantal, geldig, verwerkt }) =>
    Array.from({ length: aantal }, () => {
      const geldigOp = toeval.dag(geldig[0], geldig[1]);
      return schets(
        { geldigOp, verwerktOp: toeval.dag(laatsteVan(geldigOp, verwerkt[0]), verwerkt[1]) },
        'ADMINISTRATIEF',
      );
    }),
  );
}

/** Ends so many as document 000 prints for each month, and the one of October that was known too late. */
function eindig(toeval: Toeval, schetsen: readonly Zaakschets[]): readonly Zaakschets[] {
  const [laat, ...kandidaten] = toeval.schud(schetsen.filter(({ begin }) => begin.geldigOp < STOPT_VAN_VOOR));
  const einden = new Map<Zaakschets, Zaakschets['einde']>(
    laat === undefined ? [] : [[laat, { ...LAAT_VERWERKT, reden: 'OVERIG' }]],
  );
  const redenen = {
    '2012': lot(toeval, REDENEN, REDENEN_2012),
    '2013': lot(toeval, REDENEN, REDENEN_2013),
  };
  for (const { maand, uitstroom } of MAANDEN_000) {
    for (const gekozen of kandidaten.splice(0, uitstroom)) {
      const reden = neem(redenen[maand.startsWith('2012') ? '2012' : '2013']);
      einden.set(gekozen, { ...binnenDeMaand(toeval, maand), reden });
    }
  }
  return schetsen.map((schets) => ({ ...schets, einde: einden.get(schets) ?? null }));
}

/** A day of the month, processed within three days and inside the month. */
function binnenDeMaand(toeval: Toeval, maand: string): Mutatie {
  const einde = laatsteDag(maand);
  const geldigOp = toeval.dag(`${maand}-01`, einde);
  return { geldigOp, verwerktOp: eersteVan(plusDagen(geldigOp, toeval.geheel(4)), einde) };
}
