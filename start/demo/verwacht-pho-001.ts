import { basisOpOrde, type Cijfer, type Vergelijking } from './basis-op-orde.ts';
import { controleerDossiers } from './verwacht-pho-001-dossiers.ts';
import { gelijk } from './gelijk.ts';

const DOCUMENT = '000';

/** The one line that says in which phase its budget is: "de voorlopige beschikking". */
const VOORLOPIG = 288;

/** A line of the printed budget table, in whole euros: begroot, besteed, resterend, prognose rest, prognose resultaat. */
interface Budgetregel {
  readonly regel: number;
  readonly onderdeel: string;
  readonly euros: readonly [number, number, number, number, number];
}

/** Document 000, sheet "Financiële gegevens", read from the document itself; `regel` is the line in its text. */
const BUDGET: Readonly<
  Record<number, { readonly totEnMet: string; readonly regels: readonly Budgetregel[] }>
> = {
  2013: {
    totEnMet: '2013-03-31',
    regels: [
      {
        regel: 288,
        onderdeel: 'Inkomensdeel WWB (inclusief WIJ)',
        euros: [22_742_200, 4_678_584, 18_063_616, 15_771_576, 2_292_040],
      },
      {
        regel: 296,
        onderdeel: 'Participatiebudget/Re-integratie',
        euros: [3_109_700, 185_669, 2_924_031, 2_146_889, 777_142],
      },
      {
        regel: 302,
        onderdeel: 'Participatiebudget/Inburgering',
        euros: [502_700, 51_495, 451_205, 88_074, 363_131],
      },
      {
        regel: 307,
        onderdeel: 'Participatiebudget/Volwasseneneducatie',
        euros: [529_300, 0, 529_300, 529_300, 0],
      },
    ],
  },
  2012: {
    totEnMet: '2012-12-31',
    regels: [
      {
        regel: 327,
        onderdeel: 'Inkomensdeel WWB (inclusief WIJ)',
        euros: [21_918_500, 20_225_400, 1_693_100, 0, 1_693_100],
      },
      {
        regel: 338,
        onderdeel: 'Participatiebudget/Re-integratie',
        euros: [3_708_400, 2_954_900, 753_500, 0, 753_500],
      },
      {
        regel: 350,
        onderdeel: 'Participatiebudget/Inburgering',
        euros: [1_085_100, 828_400, 256_700, 0, 256_700],
      },
      { regel: 355, onderdeel: 'Participatiebudget/Volwasseneneducatie', euros: [933_200, 933_200, 0, 0, 0] },
    ],
  },
};

const MAANDEN = ['2012-11', '2012-12', '2013-01', '2013-02', '2013-03'] as const;

/** Document 000, "Kengetallen WWB (STATISCH)": the line in its text, and a figure for each of the five months. */
const KENGETALLEN = {
  beginstand: { regel: 448, cijfers: [1337, 1319, 1326, 1328, 1342] },
  correctie: { regel: 452, cijfers: [-1, 3, 10, 0, 0] },
  instroom: { regel: 455, cijfers: [36, 27, 37, 58, 29] },
  uitstroom: { regel: 460, cijfers: [57, 35, 35, 44, 34] },
  eindstand: { regel: 461, cijfers: [1316, 1316, 1328, 1342, 1337] },
  voorschotten: { regel: 462, cijfers: [60, 55, 43, 35, 62] },
  blokkades: { regel: 463, cijfers: [70, 73, 51, 63, 67] },
} as const;

/**
 * What follows from the printed figures. Correctie: beginstand less the eindstand of the month before,
 * which for November is not in the document. Eindstand: beginstand plus instroom less uitstroom; in
 * December that gives 1311 where 1316 is printed.
 */
const BEREKEND = {
  correctie: [null, 3, 10, 0, 0],
  eindstand: [1316, 1311, 1328, 1342, 1337],
} as const;

/** What of the answer to PHO-001 is not as document 000 says, cell by cell; empty when everything is. */
export function controleerBasisOpOrde(data: unknown): readonly string[] {
  const gelezen = basisOpOrde.safeParse(data);
  if (!gelezen.success)
    return gelezen.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const { code, naam, begrotingen, maanden } = gelezen.data.gemeente;
  return [
    ...gelijk('gemeente.code', code, 'GM0394'),
    ...gelijk('gemeente.naam', naam, 'Haarlemmermeer'),
    ...gelijk('begrotingen', begrotingen.map(({ jaar }) => jaar).join(), '2013,2012'),
    ...begrotingen.flatMap(controleerBegroting),
    ...gelijk('maanden', maanden.map(({ maand }) => maand).join(), MAANDEN.join()),
    ...maanden.flatMap(({ maand, wwb }, at) => controleerMaand(maand, wwb, at)),
    ...controleerDossiers(gelezen.data.gemeente),
  ];
}

type Antwoord = ReturnType<typeof basisOpOrde.parse>['gemeente'];

function controleerBegroting({ jaar, regels }: Antwoord['begrotingen'][number]): readonly string[] {
  const verwacht = BUDGET[jaar];
  if (verwacht === undefined) return [`begroting ${jaar}: staat niet in het document`];
  return [
    ...gelijk(`begroting ${jaar} regels`, regels.length, verwacht.regels.length),
    ...verwacht.regels.flatMap(({ regel, onderdeel, euros }, at) => {
      const plaats = `begroting ${jaar} ${onderdeel}`;
      const gevonden = regels[at];
      if (gevonden === undefined) return [];
      const [begroot, besteed, resterend, rest, resultaat] = euros.map((euro) => euro * 100);
      return [
        ...gelijk(plaats, gevonden.onderdeel, onderdeel),
        ...gedrukt(`${plaats} begroot`, gevonden.budget.bedrag, begroot, regel),
        ...gelijk(`${plaats} fase`, gevonden.budget.fase, regel === VOORLOPIG ? 'VOORLOPIG' : null),
        ...gedrukt(`${plaats} besteed`, gevonden.uitgave.bedrag, besteed, regel),
        ...gelijk(`${plaats} tot en met`, gevonden.uitgave.totEnMet, verwacht.totEnMet),
        ...vergeleken(`${plaats} resterend`, gevonden.resterend, resterend, resterend, regel),
        ...gedrukt(`${plaats} prognose rest`, gevonden.prognose.rest, rest, regel),
        ...vergeleken(
          `${plaats} prognose resultaat`,
          gevonden.prognose.resultaat,
          resultaat,
          resultaat,
          regel,
        ),
      ];
    }),
  ];
}

function controleerMaand(
  maand: string,
  wwb: Antwoord['maanden'][number]['wwb'],
  at: number,
): readonly string[] {
  const { correctie, eindstand, ...enkele } = KENGETALLEN;
  const namen = Object.keys(enkele) as (keyof typeof enkele)[];
  return [
    ...namen.flatMap((naam) =>
      gedrukt(`${maand} ${naam}`, wwb[naam], enkele[naam].cijfers[at], enkele[naam].regel),
    ),
    ...vergeleken(
      `${maand} correctie`,
      wwb.correctie,
      correctie.cijfers[at],
      BEREKEND.correctie[at],
      correctie.regel,
    ),
    ...vergeleken(
      `${maand} eindstand`,
      wwb.eindstand,
      eindstand.cijfers[at],
      BEREKEND.eindstand[at],
      eindstand.regel,
    ),
  ];
}

function gedrukt(
  plaats: string,
  cijfer: Cijfer,
  waarde: number | undefined,
  regel: number,
): readonly string[] {
  return [
    ...gelijk(plaats, cijfer.waarde, waarde),
    ...gelijk(`${plaats} toestand`, cijfer.toestand, 'WAARDE'),
    ...gelijk(`${plaats} bronsoort`, cijfer.bronsoort, 'GEDRUKT'),
    ...gelijk(`${plaats} document`, cijfer.vindplaats?.document, DOCUMENT),
    ...gelijk(`${plaats} regel`, cijfer.vindplaats?.regel, regel),
  ];
}

/** `berekend` is null where the document does not have what it is computed from. */
function vergeleken(
  plaats: string,
  vergelijking: Vergelijking,
  druk: number | undefined,
  berekend: number | null | undefined,
  regel: number,
): readonly string[] {
  const verschil = berekend === null || berekend === undefined || druk === undefined ? null : druk - berekend;
  return [
    ...gedrukt(`${plaats} gedrukt`, vergelijking.gedrukt, druk, regel),
    ...gelijk(`${plaats} berekend`, vergelijking.berekend.waarde, berekend),
    ...gelijk(`${plaats} berekend bronsoort`, vergelijking.berekend.bronsoort, 'BEREKEND'),
    ...gelijk(`${plaats} verschil`, vergelijking.verschil.waarde, verschil),
  ];
}
