import { klantbeeld, type Klantbeeld } from './klantbeeld.ts';
import { type Eis, oordeel } from './oordeel.ts';

/** The klant of the example is made up; no document has figures about a person. */
const GEMEENTE = { code: 'GM1916', naam: 'Leidschendam-Voorburg' };

/** The source of each block. */
const BRON = {
  regie: 'klanten',
  uitkeringen: 'klanten',
  aanvragen: 'klanten',
  indelingen: 'klanten',
  trajecten: 'trajecten',
  voordrachten: 'vacatures',
  vorderingen: 'financien',
} as const;

/**
 * What of a klantbeeld is not as it must be: the klant that was asked for, under the same pseudonym, one of Leidschendam-Voorburg whose regisseur asks, with blocks of
 * four sources that each say where they come from, and no vordering of which more is open than was decided.
 */
export const controleerKlantbeeld = oordeel(klantbeeld, ({ klant }, variabelen) => {
  const { regie, uitkeringen, trajecten, indelingen, verantwoordelijke } = klant;
  const vorderingen = klant.vorderingen.edges.map(({ node }) => node);
  return [
    [klant.id === variabelen['klant'], 'klant.id: niet de gevraagde klant'],
    [verantwoordelijke.code === GEMEENTE.code, 'klant.verantwoordelijke.code: niet Leidschendam-Voorburg'],
    [verantwoordelijke.naam === GEMEENTE.naam, 'klant.verantwoordelijke.naam: niet Leidschendam-Voorburg'],
    [
      regie
        .filter(({ geldigTot, rol }) => geldigTot === null && rol === 'REGISSEUR')
        .every(({ vanMij }) => vanMij) && regie.filter(({ geldigTot }) => geldigTot === null).length === 1,
      'klant.regie: niet precies één regisseur, de vrager',
    ],
    [regie.some(({ geldigTot }) => geldigTot !== null), 'klant.regie: geen vroegere regisseur'],
    [uitkeringen.some(({ einddatum }) => einddatum === null), 'klant.uitkeringen: geen lopende uitkering'],
    [
      uitkeringen.every(({ rechthebbenden }) => rechthebbenden.some(({ id }) => id === klant.id)),
      'klant.uitkeringen: de klant is niet een van de rechthebbenden',
    ],
    [
      trajecten.filter(({ status }) => status === 'LOPEND').length === 1,
      'klant.trajecten: niet één dat loopt',
    ],
    [
      indelingen.filter(({ geldigTot }) => geldigTot === null).length === 1,
      'klant.indelingen: niet precies één die geldt',
    ],
    [vorderingen.length > 0, 'klant.vorderingen: geen vordering'],
    [
      vorderingen.every(({ openstaand, oorspronkelijk }) => openstaand <= oorspronkelijk),
      'klant.vorderingen: meer openstaand dan besloten',
    ],
    ...herkomsten(klant),
  ];
});

/** Each block is there, and each row in it says which source keeps it and that it is made up. */
function herkomsten(klant: Klantbeeld): readonly Eis[] {
  const rijen = {
    regie: klant.regie,
    uitkeringen: klant.uitkeringen,
    aanvragen: klant.aanvragen,
    indelingen: klant.indelingen,
    trajecten: klant.trajecten,
    voordrachten: klant.voordrachten.edges.map(({ node }) => node),
    vorderingen: klant.vorderingen.edges.map(({ node }) => node),
  };
  return (Object.keys(BRON) as (keyof typeof BRON)[]).flatMap((blok): readonly Eis[] => [
    [rijen[blok].length > 0, `klant.${blok}: leeg`],
    [
      rijen[blok].every(
        ({ herkomst }) => herkomst.bron === BRON[blok] && herkomst.bronsoort === 'SYNTHETISCH',
      ),
      `klant.${blok}: niet van ${BRON[blok]}, of zonder te zeggen dat het verzonnen is`,
    ],
  ]);
}
