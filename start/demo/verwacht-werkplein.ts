import { z } from 'zod';
import { bladzijde } from './bladzijde.ts';
import { oordeel } from './oordeel.ts';

/** Today, by the setting PEILDATUM of the demo. */
const VANDAAG = '2013-04-02';
/** The gemeenten for which consulent-lv works. */
const GEMEENTEN = new Set(['GM0626', 'GM0629', 'GM1916']);

const klant = z.object({ id: z.string(), naam: z.string().min(1) });
const klantMetGemeente = klant.extend({
  verantwoordelijke: z.object({ code: z.string(), naam: z.string() }),
});

/** WP-002: a full first page of the caseload, nine tasks of this week and two that are late. */
export const controleerCaseload = oordeel(
  z.object({
    klanten: bladzijde(klantMetGemeente),
    taken: bladzijde(z.object({ soort: z.string(), uiterlijk: z.iso.date(), teLaat: z.boolean(), klant })),
  }),
  ({ klanten, taken }) => {
    const dagen = taken.edges.map(({ node }) => node.uiterlijk);
    return [
      [klanten.edges.length === 20 && klanten.pageInfo.hasNextPage, 'klanten: geen volle eerste bladzijde'],
      [
        klanten.edges.every(({ node }) => GEMEENTEN.has(node.verantwoordelijke.code)),
        'klanten: een klant van een andere gemeente',
      ],
      [taken.edges.length === 11, `taken: ${taken.edges.length} in plaats van 11`],
      [dagen.toSorted().join() === dagen.join(), 'taken: niet op uiterste dag'],
      [
        taken.edges.every(({ node }) => node.teLaat === node.uiterlijk < VANDAAG),
        'taken: te laat zonder dat de dag voorbij is, of andersom',
      ],
      [taken.edges.filter(({ node }) => node.teLaat).length === 2, 'taken: niet precies 2 te laat'],
    ];
  },
);

const aanvraag = z.object({
  klant,
  melding: z.object({
    datum: z.iso.date(),
    poortgesprek: z.object({ datum: z.iso.date(), uitkomst: z.string() }).nullable(),
  }),
  ingediendOp: z.iso.date(),
  hersteltermijn: z.iso.date().nullable(),
  isVerlengd: z.boolean(),
  uiterlijk: z.iso.date(),
  teLaat: z.boolean(),
  doorlooptijd: z.object({
    aantal: z.int(),
    norm: z.int().nullable(),
    eenheid: z.string(),
    isBinnenNorm: z.boolean().nullable(),
  }),
  voorschot: z.object({ bedrag: z.int(), betaaldOp: z.iso.date() }).nullable(),
  beschikking: z.object({ besluit: z.string(), bezwaren: z.array(z.unknown()) }).nullable(),
});

/** WP-005: the eight aanvragen of consulent-lv, each at another point on the way; the norm is 40 werkdagen (001:1506). */
export const controleerAanvragen = oordeel(z.object({ aanvragen: bladzijde(aanvraag) }), ({ aanvragen }) => {
  const alle = aanvragen.edges.map(({ node }) => node);
  const een = (naam: string, past: (node: (typeof alle)[number]) => boolean) =>
    [alle.filter(past).length === 1, `aanvragen: niet precies één ${naam}`] as const;
  return [
    [alle.length === 8, `aanvragen: ${alle.length} in plaats van 8`],
    [
      alle.every(({ doorlooptijd }) => doorlooptijd.norm === 40 && doorlooptijd.eenheid === 'WERKDAGEN'),
      'aanvragen: een andere norm dan 40 werkdagen (001:1506)',
    ],
    [
      alle.every(({ doorlooptijd: { aantal, isBinnenNorm } }) => isBinnenNorm === aantal <= 40),
      'aanvragen: de norm is verkeerd toegepast',
    ],
    [alle.every((node) => node.ingediendOp >= node.melding.datum), 'aanvragen: ingediend voor de melding'],
    een('te laat', ({ teLaat }) => teLaat),
    een('met een hersteltermijn', ({ hersteltermijn }) => hersteltermijn !== null),
    een('verlengd', ({ isVerlengd }) => isVerlengd),
    een('met een voorschot', ({ voorschot }) => voorschot !== null),
    een('met een open bezwaar', ({ beschikking }) => beschikking?.bezwaren.length === 1),
  ];
});

/** WP-006: 24 of the caseload are unseen, so a first page of 20; for nobody a traject that runs. */
export const controleerOngezien = oordeel(
  z.object({
    ongezien: bladzijde(
      z.object({
        klant: klantMetGemeente,
        metPartner: z.boolean(),
        laatsteTrajectTot: z.iso.date().nullable(),
      }),
    ),
  }),
  ({ ongezien }) => [
    [ongezien.edges.length === 20 && ongezien.pageInfo.hasNextPage, 'ongezien: geen volle eerste bladzijde'],
    [
      ongezien.edges.every(({ node }) => (node.laatsteTrajectTot ?? '') < VANDAAG),
      'ongezien: iemand met een traject dat loopt',
    ],
    [
      ongezien.edges.some(({ node }) => node.laatsteTrajectTot === '2012-06-30'),
      'ongezien: niet wie op 30 juni 2012 klaar was',
    ],
  ],
);
