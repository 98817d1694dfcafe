import { alsBedrag, alsDag } from './getallen.ts';
import { klantbeeld } from './klantbeeld.ts';
import { tabel } from './tabel.ts';

const WOORDEN: Readonly<Record<string, string>> = {
  EENPERSOONSHUISHOUDEN: 'eenpersoonshuishouden',
  EENOUDERGEZIN: 'eenoudergezin',
  PAAR: 'paar',
};

/** The answer to WP-001 as a consulent would read it. */
export function toonKlantbeeld(data: unknown): string {
  const { klant } = klantbeeld.parse(data);
  const uitkeringen = klant.uitkeringen.map(
    ({ regeling, leefvorm, ingangsdatum, einddatum, rechthebbenden }) => [
      regeling,
      WOORDEN[leefvorm] ?? '',
      alsDag(ingangsdatum),
      einddatum === null ? 'loopt' : alsDag(einddatum),
      rechthebbenden.map(({ naam }) => naam).join(' en '),
    ],
  );
  const vorderingen = klant.vorderingen.edges.map(({ node }) => [
    alsDag(node.besluitdatum),
    alsBedrag(node.oorspronkelijk),
    alsBedrag(node.openstaand),
    node.laatsteBetaling === null ? 'nog geen' : alsDag(node.laatsteBetaling),
  ]);
  return [
    `  ${klant.naam}, geboren ${alsDag(klant.geboortedatum)}, gemeente ${klant.verantwoordelijke.naam}`,
    '',
    tabel(
      [
        { kop: 'Uitkering' },
        { kop: 'Leefvorm' },
        { kop: 'Vanaf' },
        { kop: 'Tot' },
        { kop: 'Rechthebbenden' },
      ],
      uitkeringen,
    ),
    '',
    tabel(
      [
        { kop: 'Vordering van' },
        { kop: 'Besluit (€)', getal: true },
        { kop: 'Openstaand (€)', getal: true },
        { kop: 'Laatste betaling' },
      ],
      vorderingen,
    ),
  ].join('\n');
}
