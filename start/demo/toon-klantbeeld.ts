import { alsBedrag, alsDag } from './getallen.ts';
import { klantbeeld } from './klantbeeld.ts';
import { tabel } from './tabel.ts';

const WOORDEN: Readonly<Record<string, string>> = {
  EENPERSOONSHUISHOUDEN: 'eenpersoonshuishouden',
  EENOUDERGEZIN: 'eenoudergezin',
  PAAR: 'paar',
};

/** The answer to WP-001 as a consulent would read it; above each block the source that keeps it. */
export function toonKlantbeeld(data: unknown): string {
  const { klant } = klantbeeld.parse(data);
  const { regie, uitkeringen, aanvragen, indelingen, trajecten } = klant;
  const voordrachten = klant.voordrachten.edges.map(({ node }) => node);
  const vorderingen = klant.vorderingen.edges.map(({ node }) => node);
  return [
    `  ${klant.naam}, geboren ${alsDag(klant.geboortedatum)}, gemeente ${klant.verantwoordelijke.naam}`,
    blok(
      'Regie',
      regie,
      ['Rol', 'Team', 'Wie', 'Vanaf', 'Tot'],
      ({ rol, team, vanMij, geldigVan, geldigTot }) => [
        rol.toLowerCase(),
        team,
        vanMij ? 'ik' : 'een ander',
        alsDag(geldigVan),
        geldigTot === null ? 'nu' : alsDag(geldigTot),
      ],
    ),
    blok(
      'Uitkeringen',
      uitkeringen,
      ['Regeling', 'Leefvorm', 'Vanaf', 'Tot', 'Rechthebbenden'],
      ({ regeling, leefvorm, ingangsdatum, einddatum, rechthebbenden }) => [
        regeling,
        WOORDEN[leefvorm] ?? '',
        alsDag(ingangsdatum),
        einddatum === null ? 'loopt' : alsDag(einddatum),
        rechthebbenden.map(({ naam }) => naam).join(' en '),
      ],
    ),
    blok('Aanvragen', aanvragen, ['Ingediend', 'Besluit'], ({ ingediendOp, beschikking }) => [
      alsDag(ingediendOp),
      beschikking === null
        ? 'nog geen'
        : `${beschikking.besluit.toLowerCase()}, ${alsDag(beschikking.datum)}`,
    ]),
    blok(
      'Indelingen',
      indelingen,
      ['Indeling', 'Vanaf', 'Tot'],
      ({ stelsel, waarde, geldigVan, geldigTot }) => [
        `${stelsel.toLowerCase()} ${waarde}`,
        alsDag(geldigVan),
        geldigTot === null ? 'nu' : alsDag(geldigTot),
      ],
    ),
    blok(
      'Trajecten',
      trajecten,
      ['Programma', 'Status', 'Vanaf', 'Tot'],
      ({ programma, status, begin, einde }) => [
        programma?.naam ?? '',
        status.toLowerCase(),
        begin === null ? '' : alsDag(begin),
        einde === null ? 'loopt' : alsDag(einde),
      ],
    ),
    blok(
      'Voordrachten',
      voordrachten,
      ['Beroep', 'Fase', 'Sinds', 'Hierna'],
      ({ beroep, fase, datum, volgendeStap }) => [
        beroep.omschrijvingBeroepsnaam,
        fase.toLowerCase(),
        alsDag(datum),
        volgendeStap ?? '',
      ],
    ),
    blok(
      'Vorderingen',
      vorderingen,
      ['Van', 'Besluit (€)', 'Openstaand (€)', 'Laatste betaling'],
      ({ besluitdatum, oorspronkelijk, openstaand, laatsteBetaling }) => [
        alsDag(besluitdatum),
        alsBedrag(oorspronkelijk),
        alsBedrag(openstaand),
        laatsteBetaling === null ? 'nog geen' : alsDag(laatsteBetaling),
      ],
    ),
  ].join('\n\n');
}

/** A table under its name and source; a column whose head names an amount stands to the right. */
function blok<Rij extends { readonly herkomst: { readonly bron: string; readonly bronsoort: string } }>(
  naam: string,
  rijen: readonly Rij[],
  koppen: readonly string[],
  cellen: (rij: Rij) => readonly string[],
): string {
  const [eerste] = rijen;
  const bron = eerste === undefined ? '' : `, uit ${eerste.herkomst.bron} (${eerste.herkomst.bronsoort})`;
  const kolommen = koppen.map((kop) => ({ kop, getal: kop.includes('€') }));
  return [`  ${naam}${bron}`, '', tabel(kolommen, rijen.map(cellen))].join('\n');
}
