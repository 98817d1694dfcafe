import type { z } from 'zod';
import { drieGemeenten, type stand } from './drie-gemeenten.ts';
import { oordeel } from './oordeel.ts';

const NAMEN = ['beginstand', 'instroom', 'uitstroom', 'administratief', 'eindstand'] as const;
const CODES = 'GM0626,GM0629,GM1916';
/** 1.961 on 1 January 2012, and fifteen months on the line to 2.500 on 1 January 2015. */
const BEGIN = 1961;
const EIND = 2186;

/** PHO-002: fifteen months of three gemeenten and their sum, all SYNTHETISCH; no budget, and shown as none. */
export const controleerDrieGemeenten = oordeel(drieGemeenten, ({ samenwerkingsverband: verband }) => {
  const { deelnemers } = verband;
  const cijfers = [verband, ...deelnemers].flatMap((deel) =>
    deel.maanden.flatMap(({ bekendNu }) => NAMEN.map((naam) => bekendNu[naam])),
  );
  const waarde = (
    maand: { readonly bekendNu: z.infer<typeof stand> } | undefined,
    naam: (typeof NAMEN)[number],
  ): number => maand?.bekendNu[naam].waarde ?? Number.NaN;
  return [
    [verband.penvoerder.code === 'GM1916', 'penvoerder: niet Leidschendam-Voorburg'],
    [deelnemers.map(({ code }) => code).join() === CODES, 'deelnemers: niet de drie gemeenten'],
    [[verband, ...deelnemers].every((deel) => deel.maanden.length === 15), 'maanden: niet vijftien'],
    [
      cijfers.every(({ bronsoort, toestand }) => bronsoort === 'SYNTHETISCH' && toestand === 'WAARDE'),
      'maanden: een cijfer zonder SYNTHETISCH, of zonder waarde',
    ],
    [waarde(verband.maanden[0], 'beginstand') === BEGIN, `beginstand januari 2012: niet ${BEGIN}`],
    [waarde(verband.maanden.at(-1), 'eindstand') === EIND, `eindstand maart 2013: niet ${EIND}`],
    [
      verband.maanden.every((maand, at) =>
        NAMEN.every(
          (naam) =>
            waarde(maand, naam) ===
            deelnemers.reduce((som, { maanden: eigen }) => som + waarde(eigen[at], naam), 0),
        ),
      ),
      'maanden: samen is niet de som van de drie',
    ],
    [deelnemers.every(({ begrotingen }) => begrotingen.length === 0), 'begrotingen: niet afwezig'],
    [
      deelnemers.every(({ arbeidsmarktregio }) => arbeidsmarktregio === null),
      'arbeidsmarktregio: voor medio 2013 al vastgelegd (001:2231)',
    ],
  ];
});
