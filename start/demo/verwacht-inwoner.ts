import { z } from 'zod';
import { oordeel } from './oordeel.ts';

/** IN-001: the own dossier of the inwoner, with the aanvraag that led to the uitkering and the profiel. */
export const controleerDossier = oordeel(
  z.object({
    mijnDossier: z.object({
      id: z.string(),
      verantwoordelijke: z.object({ code: z.string() }),
      regie: z.array(z.object({ geldigTot: z.iso.date().nullable() })),
      uitkeringen: z.array(z.object({ regeling: z.string(), einddatum: z.iso.date().nullable() })),
      aanvragen: z.array(
        z.object({
          hersteltermijn: z.iso.date().nullable(),
          voorschot: z.object({ bedrag: z.int(), betaaldOp: z.iso.date() }).nullable(),
          beschikking: z.object({ besluit: z.string() }).nullable(),
        }),
      ),
      profiel: z.object({ bemiddelingsberoep: z.array(z.unknown()).min(1) }),
    }),
  }),
  ({ mijnDossier: { verantwoordelijke, regie, uitkeringen, aanvragen } }) => {
    const [aanvraag] = aanvragen;
    return [
      [verantwoordelijke.code === 'GM1916', 'verantwoordelijke: niet Leidschendam-Voorburg'],
      [regie.filter(({ geldigTot }) => geldigTot === null).length === 1, 'regie: niet precies één regisseur'],
      [
        uitkeringen.length === 1 && uitkeringen.every(({ einddatum }) => einddatum === null),
        'uitkeringen: niet één die loopt',
      ],
      [
        aanvragen.length === 1 && aanvraag?.hersteltermijn === '2012-11-29' && aanvraag.voorschot !== null,
        'aanvragen: niet één met een hersteltermijn en een voorschot',
      ],
      [aanvraag?.beschikking?.besluit === 'TOEGEKEND', 'aanvragen: niet toegekend'],
    ];
  },
);
