import { z } from 'zod';
import { bladzijde } from './bladzijde.ts';
import { oordeel } from './oordeel.ts';

const VANDAAG = '2013-04-02';

const kandidaat = z.object({
  naam: z.string().nullable(),
  bemiddelingsberoep: z.array(z.object({ omschrijvingBeroepsnaam: z.string() })),
});
const voordracht = z.object({ id: z.string(), fase: z.string(), kandidaat });
const vacature = z.object({
  status: z.string(),
  aantalPlaatsen: z.int(),
  resterendePlaatsen: z.int().nullable(),
  voordrachten: bladzijde(voordracht),
});
const plaatsing = z.object({
  soort: z.string(),
  naam: z.string().nullable(),
  begin: z.iso.date(),
  einde: z.iso.date().nullable(),
});

/**
 * WG-001: four vacatures, eight voordrachten in their stages, two plaatsingen; a name only from an invitation on. A step that
 * somebody took since (WG-004, WG-005, IN-003, IN-004) has moved a voordracht on, and never back.
 */
export const controleerVacatures = oordeel(
  z.object({
    mijnWerkgever: z.object({
      kvk: z.string(),
      contactpersoon: z.object({ naam: z.string().min(1), telefoonnummer: z.string().min(1) }),
      vacatures: bladzijde(vacature),
      plaatsingen: bladzijde(plaatsing),
    }),
  }),
  ({ mijnWerkgever: { kvk, vacatures, plaatsingen } }) => {
    const alle = vacatures.edges.map(({ node }) => node);
    const voordrachten = alle.flatMap((een) => een.voordrachten.edges.map(({ node }) => node));
    const fasen = Map.groupBy(voordrachten, ({ fase }) => fase);
    const aantal = (fase: string): number => fasen.get(fase)?.length ?? 0;
    return [
      [kvk === '90001354', 'mijnWerkgever: een ander'],
      [
        alle.filter(({ status }) => status === 'OPEN').length === 2 && alle.length === 4,
        'vacatures: niet 2 van 4 open',
      ],
      [
        alle.every(
          ({ status, resterendePlaatsen, aantalPlaatsen }) =>
            (resterendePlaatsen !== null) === (status === 'OPEN') &&
            (resterendePlaatsen ?? 0) <= aantalPlaatsen,
        ),
        'vacatures: meer plaatsen over dan er zijn, of over bij een die niet openstaat',
      ],
      [
        aantal('GEPLAATST') === 2 &&
          aantal('GEEINDIGD') >= 1 &&
          aantal('VOORGEDRAGEN') <= 3 &&
          voordrachten.length === 8,
        'voordrachten: niet 8, waarvan 2 geplaatst, of minder ver dan waarmee de dossiers beginnen',
      ],
      [
        voordrachten.every(
          ({ fase, kandidaat: { naam } }) =>
            (naam !== null) === (fase === 'UITGENODIGD' || fase === 'GEPLAATST'),
        ),
        'voordrachten: een naam te vroeg, te laat of niet',
      ],
      [
        voordrachten
          .filter(({ fase }) => fase === 'GEEINDIGD')
          .every(({ kandidaat: { bemiddelingsberoep } }) => bemiddelingsberoep.length === 0),
        'voordrachten: na het einde nog een profiel',
      ],
      [plaatsingen.edges.length === 2, `plaatsingen: ${plaatsingen.edges.length} in plaats van 2`],
    ];
  },
);

const subsidie = z.object({
  percentage: z.number(),
  datumStart: z.iso.date(),
  datumEinde: z.iso.date(),
  betalingen: bladzijde(z.object({ van: z.iso.date(), bedrag: z.int().positive(), betaaldOp: z.iso.date() })),
});

/** WG-002: four plaatsingen, two with loonkostensubsidie: 37,5 and 50 percent, paid five and three times. */
export const controleerSubsidies = oordeel(
  z.object({
    mijnWerkgever: z.object({
      kvk: z.string(),
      plaatsingen: bladzijde(plaatsing.extend({ loonkostensubsidie: subsidie.nullable() })),
    }),
  }),
  ({ mijnWerkgever: { kvk, plaatsingen } }) => {
    const alle = plaatsingen.edges.map(({ node }) => node);
    const subsidies = alle.flatMap(({ loonkostensubsidie }) => loonkostensubsidie ?? []);
    return [
      [kvk === '69599084', 'mijnWerkgever: een ander'],
      [alle.length === 4, `plaatsingen: ${alle.length} in plaats van 4`],
      [
        alle.some(({ soort, einde }) => soort === 'PROEFPLAATSING' && einde === '2013-04-30'),
        'plaatsingen: geen proefplaatsing tot 30 april',
      ],
      [
        alle.every(({ naam, einde }) => (naam === null) === (einde !== null && einde < VANDAAG)),
        'plaatsingen: een naam na het einde, of geen naam ervoor',
      ],
      [
        subsidies
          .map(({ percentage, betalingen }) => `${percentage}:${betalingen.edges.length}`)
          .toSorted()
          .join() === '37.5:5,50:3',
        'loonkostensubsidie: niet 37,5 procent vijf keer en 50 procent drie keer betaald',
      ],
    ];
  },
);

/** WG-006: who looks for work in Voorschoten and Wassenaar, a page full; Leidschendam-Voorburg does not let werkgevers look. */
export const controleerZoekprofielen = oordeel(
  z.object({
    zoekprofielen: bladzijde(
      z.object({
        id: z.string().min(1),
        gemeente: z.object({ naam: z.string() }),
        bemiddelingsberoep: z.array(z.object({ omschrijvingBeroepsnaam: z.string() })),
      }),
    ),
  }),
  ({ zoekprofielen: { edges } }) => [
    [edges.length === 20, `zoekprofielen: ${edges.length} in plaats van een bladzijde van 20`],
    [
      edges.every(({ node }) => ['Voorschoten', 'Wassenaar'].includes(node.gemeente.naam)),
      'zoekprofielen: van een gemeente zonder CV-online',
    ],
  ],
);
