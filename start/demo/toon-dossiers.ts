import type { BasisOpOrde, Geteld, Paar } from './basis-op-orde.ts';
import { alsAantal, alsDeel } from './getallen.ts';
import { tabel } from './tabel.ts';

/** What PHO-001 shows beside the printed tables: the dossiers as known then and now, placed beside uitstroom, and WerkStroom. */
export function toonDossiers({
  maanden,
  wwbKwartaal,
  wspKwartaal,
  programmaresultaten,
}: BasisOpOrde): readonly string[] {
  return [
    '  Stand volgens de dossiers (SYNTHETISCH), zoals toen bekend en zoals nu bekend; onverklaard is administratief',
    '',
    tabel(
      [{ kop: 'Uitkeringen' }, ...maanden.map(({ maand }) => ({ kop: maand, getal: true }))],
      [
        ['Eindstand gedrukt', ...maanden.map(({ wwb }) => cel(wwb.eindstand.gedrukt))],
        ['  toen bekend', ...maanden.map(({ bekendToen }) => cel(bekendToen.eindstand))],
        ['  onverklaard toen', ...maanden.map(({ bekendToen }) => cel(bekendToen.administratief))],
        ['  nu bekend', ...maanden.map(({ bekendNu }) => cel(bekendNu.eindstand))],
        ['  onverklaard nu', ...maanden.map(({ bekendNu }) => cel(bekendNu.administratief))],
        ['Op een trede gedrukt (%)', ...maanden.map(({ opTrede }) => deel(opTrede.gedrukt))],
        ['  dossiers (%)', ...maanden.map(({ opTrede }) => deel(opTrede.dossiers))],
      ],
    ),
    '',
    '  Eerste kwartaal 2013: een plaatsing is geen uitstroom en geen uitkomst van een programma',
    '',
    tabel(
      [
        { kop: 'Wat' },
        { kop: 'Noemer' },
        { kop: 'Gedrukt', getal: true },
        { kop: 'Dossiers (SYNTHETISCH)', getal: true },
      ],
      [
        rij('Plaatsingen', wspKwartaal.plaatsingen, cel),
        rij('  proefplaatsingen, apart', wspKwartaal.proefplaatsingen, cel),
        [
          'Uitstroom WWB (BEREKEND uit drie maanden)',
          wwbKwartaal.uitstroom.noemer,
          cel(wwbKwartaal.uitstroom),
          '',
        ],
        rij('Vacatures', wspKwartaal.vacatures, cel),
        rij('Bedrijven benaderd', wspKwartaal.bedrijvenBenaderd, cel),
        ...programmaresultaten.flatMap(({ programma, uitkomsten, naarWerkVanAangemelden }) => [
          ...uitkomsten.map(({ uitkomst, aandeel }) =>
            rij(`${programma.naam} ${uitkomst} (%)`, aandeel, deel),
          ),
          rij(`${programma.naam} naar werk (%)`, naarWerkVanAangemelden, deel),
        ]),
      ],
    ),
  ];
}

function rij(
  wat: string,
  { gedrukt, dossiers }: Paar,
  schrijf: (cijfer: Geteld) => string,
): readonly string[] {
  return [wat, gedrukt.noemer, schrijf(gedrukt), schrijf(dossiers)];
}

function cel({ waarde, toestand }: Pick<Geteld, 'waarde' | 'toestand'>): string {
  return waarde === null ? toestand.toLowerCase() : alsAantal(waarde);
}

function deel({ waarde, toestand }: Pick<Geteld, 'waarde' | 'toestand'>): string {
  return waarde === null ? toestand.toLowerCase() : alsDeel(waarde);
}
