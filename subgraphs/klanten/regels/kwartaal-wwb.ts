import { berekend, type Cijfer } from '../../chassis/waarden/cijfer.ts';
import { type Soort, UITKERINGEN } from './kengetallen-wwb.ts';

/** What flowed in and out in a quarter; the form of `KwartaalWwb` in the graph. */
export interface KwartaalWwb {
  readonly instroom: Cijfer;
  readonly uitstroom: Cijfer;
}

/** A printed cell of one month. */
interface Maandcel {
  readonly maand: string;
  readonly soort: string;
  readonly waarde: number;
}

/** The flows of the months of a quarter added up; absent when one of them was not printed. */
export function kwartaalWwb(maanden: readonly string[], cellen: readonly Maandcel[]): KwartaalWwb {
  const som = (soort: Soort): Cijfer => {
    const waarden = maanden.map(
      (maand) => cellen.find((cel) => cel.maand === maand && cel.soort === soort)?.waarde,
    );
    const bekend = waarden.filter((waarde) => waarde !== undefined);
    const totaal = bekend.length === maanden.length ? bekend.reduce((tot, waarde) => tot + waarde, 0) : null;
    return berekend(totaal, UITKERINGEN, 'Niet iedere maand van het kwartaal staat in het document.');
  };
  return { instroom: som('INSTROOM'), uitstroom: som('UITSTROOM') };
}
