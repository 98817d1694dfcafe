import { klantbeeld } from './klantbeeld.ts';

/** The klant of the example is hand-made, for Haarlemmermeer; no document has figures about a person. */
const KLANT = '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0001';
const GEMEENTE = { code: 'GM0394', naam: 'Haarlemmermeer' };

/**
 * What of a klantbeeld is not as it must be: one klant of Haarlemmermeer with a running uitkering (from
 * klanten) that is the klant's own, and at least one vordering (from financien) whose open amount does
 * not exceed the decision.
 */
export function controleerKlantbeeld(data: unknown): readonly string[] {
  const gelezen = klantbeeld.safeParse(data);
  if (!gelezen.success)
    return gelezen.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const { klant } = gelezen.data;
  const vorderingen = klant.vorderingen.edges.map(({ node }) => node);
  const eisen: readonly (readonly [boolean, string])[] = [
    [klant.id === KLANT, 'klant.id: niet de gevraagde klant'],
    [klant.verantwoordelijke.code === GEMEENTE.code, 'klant.verantwoordelijke.code: niet Haarlemmermeer'],
    [klant.verantwoordelijke.naam === GEMEENTE.naam, 'klant.verantwoordelijke.naam: niet Haarlemmermeer'],
    [
      klant.uitkeringen.some(({ einddatum }) => einddatum === null),
      'klant.uitkeringen: geen lopende uitkering',
    ],
    [
      klant.uitkeringen.every(({ rechthebbenden }) => rechthebbenden.some(({ id }) => id === KLANT)),
      'klant.uitkeringen: de klant is niet een van de rechthebbenden',
    ],
    [vorderingen.length > 0, 'klant.vorderingen: geen vordering'],
    [
      vorderingen.every(({ openstaand, oorspronkelijk }) => openstaand <= oorspronkelijk),
      'klant.vorderingen: meer openstaand dan besloten',
    ],
  ];
  return eisen.filter(([voldaan]) => !voldaan).map(([, bezwaar]) => bezwaar);
}
