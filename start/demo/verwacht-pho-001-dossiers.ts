import type { BasisOpOrde, Geteld, Paar } from './basis-op-orde.ts';
import { gelijk } from './gelijk.ts';

type Rij = readonly [number, number, number, number, number];

/**
 * What the dossiers give for the five months, as it was known when each ended. Begin, in- and uitstroom, eind and
 * correctie are as document 000 prints them (448–461); administratief is what the flow does not explain.
 */
const TOEN: Readonly<Record<keyof BasisOpOrde['maanden'][number]['bekendToen'], Rij>> = {
  beginstand: [1337, 1319, 1326, 1328, 1342],
  correctie: [-1, 3, 10, 0, 0],
  instroom: [36, 27, 37, 58, 29],
  uitstroom: [57, 35, 35, 44, 34],
  administratief: [0, 5, 0, 0, 0],
  eindstand: [1316, 1316, 1328, 1342, 1337],
};

/** The same as it is known now: what came late is counted in the month in which it took effect. */
const NU = {
  beginstand: [1337, 1319, 1326, 1328, 1342],
  instroom: TOEN.instroom,
  uitstroom: TOEN.uitstroom,
  administratief: [3, 15, 0, 0, 0],
  eindstand: [1319, 1326, 1328, 1342, 1337],
} as const;

/** Document 000 line 363: percent of the klanten on a trede. */
const OP_TREDE: Rij = [98, 97, 95.2, 95.2, 98.3];

/** Document 000: the figure and its line, and of what the document and the dossiers count it. */
const WSP = {
  bedrijvenBenaderd: [114, 129, 'bedrijven', 'bedrijven'],
  vacatures: [272, 129, 'vacatures', 'vacatures'],
  plaatsingen: [120, 129, 'personen', 'plaatsingen'],
  proefplaatsingen: [47, 130, 'proefplaatsingen', 'proefplaatsingen'],
} as const;
const KWARTAAL = { instroom: 37 + 58 + 29, uitstroom: 35 + 44 + 34 } as const;
const WERKSTROOM = [
  ['WERK', 42, 114],
  ['PASSEND_TRAJECT', 9, 115],
  ['ANDER_ADVIES', 32, 115],
  ['GEEN_RECHT_OF_AFGEZIEN', 17, 117],
] as const;
const NAAR_WERK = { deel: 37.5, regel: 292 } as const;

/** What of PHO-001 beyond the printed tables is not as it must be: dossiers, quarter, WSP and WerkStroom. */
export function controleerDossiers({
  maanden,
  wwbKwartaal,
  wspKwartaal,
  programmaresultaten,
}: BasisOpOrde): readonly string[] {
  const [programma] = programmaresultaten;
  return [
    ...maanden.flatMap(({ maand, bekendToen, bekendNu, opTrede }, at) => [
      ...namen(TOEN).flatMap((naam) =>
        telling(`${maand} toen ${naam}`, bekendToen[naam], TOEN[naam][at], 'uitkeringen'),
      ),
      ...namen(NU).flatMap((naam) =>
        telling(`${maand} nu ${naam}`, bekendNu[naam], NU[naam][at], 'uitkeringen'),
      ),
      ...gelijk(`${maand} nu correctie`, bekendNu.correctie.toestand, 'NVT'),
      ...tweemaal(`${maand} op trede`, opTrede, OP_TREDE[at], 363, 'klanten', 'uitkeringen'),
    ]),
    ...namen(KWARTAAL).flatMap((naam) => [
      ...gelijk(`kwartaal ${naam}`, wwbKwartaal[naam].waarde, KWARTAAL[naam]),
      ...gelijk(`kwartaal ${naam} bronsoort`, wwbKwartaal[naam].bronsoort, 'BEREKEND'),
      ...gelijk(`kwartaal ${naam} noemer`, wwbKwartaal[naam].noemer, 'uitkeringen'),
    ]),
    ...namen(WSP).flatMap((naam) => {
      const [waarde, regel, noemer, noemerDossiers] = WSP[naam];
      return tweemaal(naam, wspKwartaal[naam], waarde, regel, noemer, noemerDossiers);
    }),
    ...gelijk(
      'programma’s',
      programmaresultaten.map((resultaat) => resultaat.programma.code).join(),
      'WERKSTROOM',
    ),
    ...(programma === undefined
      ? []
      : [
          ...gelijk(
            'WerkStroom uitkomsten',
            programma.uitkomsten.map(({ uitkomst }) => uitkomst).join(),
            WERKSTROOM.map(([uitkomst]) => uitkomst).join(),
          ),
          ...programma.uitkomsten.flatMap(({ uitkomst, aandeel }, at) => [
            ...tweemaal(
              `WerkStroom ${uitkomst}`,
              aandeel,
              WERKSTROOM[at]?.[1],
              WERKSTROOM[at]?.[2],
              'deelnemers',
            ),
          ]),
          ...tweemaal(
            'WerkStroom naar werk',
            programma.naarWerkVanAangemelden,
            NAAR_WERK.deel,
            NAAR_WERK.regel,
            'aangemelde klanten',
          ),
        ]),
  ];
}

function telling(
  plaats: string,
  cijfer: Geteld,
  waarde: number | undefined,
  noemer: string,
): readonly string[] {
  return [
    ...gelijk(plaats, cijfer.waarde, waarde),
    ...gelijk(`${plaats} toestand`, cijfer.toestand, 'WAARDE'),
    ...gelijk(`${plaats} bronsoort`, cijfer.bronsoort, 'SYNTHETISCH'),
    ...gelijk(`${plaats} noemer`, cijfer.noemer, noemer),
  ];
}

/** Printed with its line, and the same from the dossiers, which say that they are made up. */
function tweemaal(
  plaats: string,
  { gedrukt, dossiers }: Paar,
  waarde: number | undefined,
  regel: number | undefined,
  noemer: string,
  noemerDossiers = noemer,
): readonly string[] {
  return [
    ...gelijk(`${plaats} gedrukt`, gedrukt.waarde, waarde),
    ...gelijk(`${plaats} gedrukt toestand`, gedrukt.toestand, 'WAARDE'),
    ...gelijk(`${plaats} gedrukt bronsoort`, gedrukt.bronsoort, 'GEDRUKT'),
    ...gelijk(`${plaats} gedrukt noemer`, gedrukt.noemer, noemer),
    ...gelijk(`${plaats} document`, gedrukt.vindplaats?.document, '000'),
    ...gelijk(`${plaats} regel`, gedrukt.vindplaats?.regel, regel),
    ...telling(`${plaats} dossiers`, dossiers, waarde, noemerDossiers),
  ];
}

function namen<Deel extends object>(deel: Deel): readonly (keyof Deel)[] {
  return Object.keys(deel) as (keyof Deel)[];
}
