import type { Bouw, Persoon } from './bouw.ts';
import { type Dag, plusMaanden } from './dagen.ts';
import { PEILDATUM } from './peildatum.ts';

const JAAR_GELEDEN = plusMaanden(PEILDATUM, -12);
const JAAR_VERDER = plusMaanden(PEILDATUM, 12);

/** What somebody has of the data groups that stand apart, with the klant and her gemeente. */
interface Wie {
  readonly klant_id: string;
  readonly verantwoordelijke: string;
}

/** The persons made by hand who have something of everything: who is asked by WP-001, and the inwoner of IN-001. */
const VAN_ALLES = [0x101, 0x102];

/** Who was once aggressive, and who is under an onderzoek that nobody else may know of. */
const AGRESSIEF = 0x10e;
const IN_ONDERZOEK = 0x10f;

/** Writes a few cases of the data groups that stand apart from a dossier: made up, as all of it. */
export function schrijfBijzonderheden(bouw: Bouw, personen: ReadonlyMap<number, Persoon>): void {
  const wie = (nummer: number): Wie => {
    const persoon = personen.get(nummer);
    if (persoon === undefined) throw new RangeError(`nobody was made by hand with number ${nummer}`);
    return { klant_id: persoon.id, verantwoordelijke: persoon.gemeente };
  };
  for (const nummer of VAN_ALLES) {
    schrijfKlanten(bouw, wie(nummer));
    schrijfOnderzoek(bouw, wie(nummer), '2012-06-04', { afgesloten: '2012-09-10', overgedragen: null });
    schrijfBetalingen(bouw, wie(nummer), nummer);
    schrijfSchuldhulp(bouw, wie(nummer));
    bouw.voegToe('profiel_bijzonder', { ...wie(nummer), eis_aan_werk: 'Werkplek zonder prikkels.' });
    bouw.voegToe('ldr_registratie', { ...wie(nummer), indicatie: true, bron: 'UWV' });
  }
  bouw.voegToe('veiligheid', {
    ...wie(AGRESSIEF),
    soort: 'AGRESSIE',
    bron: null,
    geldig_van: JAAR_GELEDEN,
    geldig_tot: null,
  });
  schrijfOnderzoek(bouw, wie(IN_ONDERZOEK), '2013-02-11', { afgesloten: null, overgedragen: '2013-03-18' });
}

function schrijfKlanten(bouw: Bouw, wie: Wie): void {
  const altijd = { ...wie, geldig_van: JAAR_GELEDEN, geldig_tot: null };
  bouw.voegToe('verplichting', { ...altijd, soort: 'INLICHTINGEN' });
  bouw.voegToe('verplichting', { ...altijd, soort: 'ARBEID' });
  bouw.voegToe('verplichting', { ...altijd, soort: 'ONTHEFFING_ARBEID', geldig_tot: JAAR_VERDER });
  bouw.voegToe('veiligheid', { ...altijd, soort: 'GEHEIMHOUDING_BRP', bron: 'BRP' });
  bouw.voegToe('belemmering', { ...altijd, conclusie: 'Kan hooguit twintig uur in de week werken.' });
  bouw.voegToe('verblijfsstatus', { ...altijd, code: 'NEDERLANDER', bron: 'BRP' });
  for (const [leefgebied, score] of [
    ['Financiën', 3],
    ['Dagbesteding', 2],
    ['Huisvesting', 5],
  ] as const)
    bouw.voegToe('zrm_score', { ...wie, datum: '2012-10-01', leefgebied, score });
  bouw.voegToe('indeling', {
    ...altijd,
    stelsel: 'DOELGROEP',
    waarde: 'BEPERKT',
    verwerkt_op: JAAR_GELEDEN,
    hoofdontvanger: true,
  });
}

/** An onderzoek; one that was closed and not handed to the sociale recherche ended in a finding for the consulent. */
function schrijfOnderzoek(
  bouw: Bouw,
  wie: Wie,
  begonnen: Dag,
  { afgesloten, overgedragen }: { readonly afgesloten: Dag | null; readonly overgedragen: Dag | null },
): void {
  const id = bouw.nieuweSleutel('onderzoek');
  bouw.voegToe('onderzoek', {
    ...wie,
    id,
    soort: overgedragen === null ? 'HUISBEZOEK' : 'ONDERZOEK',
    begonnen_op: begonnen,
    afgesloten_op: afgesloten,
    overgedragen_op: overgedragen,
  });
  if (afgesloten !== null) {
    bouw.voegToe('bevinding', {
      ...wie,
      onderzoek_id: id,
      conclusie: 'De opgegeven woonsituatie klopt.',
      aan_consulent_op: afgesloten,
    });
  }
}

/** Three months of betaalregels, a rekening of a bank that does not exist, and a beslag. */
function schrijfBetalingen(bouw: Bouw, wie: Wie, nummer: number): void {
  bouw.voegToe('rekening', {
    ...wie,
    iban: verzonnenIban(nummer),
    geldig_van: JAAR_GELEDEN,
    geldig_tot: null,
  });
  for (const maand of ['2013-01', '2013-02', '2013-03']) {
    const regel = { ...wie, maand, betaald_op: `${maand}-25` };
    bouw.voegToe('betaalregel', { ...regel, soort: 'BIJSTAND', bedrag_cent: 89_203 });
    bouw.voegToe('betaalregel', { ...regel, soort: 'BESLAG', bedrag_cent: -6_500 });
  }
  bouw.voegToe('beslag', {
    ...wie,
    beslaglegger: 'Gerechtsdeurwaarder (verzonnen)',
    bedrag_cent: 6_500,
    geldig_van: '2012-11-01',
    geldig_tot: null,
  });
}

function schrijfSchuldhulp(bouw: Bouw, wie: Wie): void {
  const id = bouw.nieuweSleutel('schuldhulp');
  bouw.voegToe('schuldhulptraject', { ...wie, id, fase: 'STABILISATIE', begin: '2012-11-12', einde: null });
  for (const [volgnummer, schuldeiser, bedrag_cent] of [
    [1, 'Woningcorporatie (verzonnen)', 184_000],
    [2, 'Zorgverzekeraar (verzonnen)', 93_250],
  ] as const)
    bouw.voegToe('schuld', { ...wie, schuldhulptraject_id: id, volgnummer, schuldeiser, bedrag_cent });
}

/** An IBAN that passes its check, of a bank code that no bank has. */
function verzonnenIban(nummer: number): string {
  const rest = `XXXX${String(nummer).padStart(10, '0')}`;
  const cijfers = [...`${rest}NL00`].map((teken) => Number.parseInt(teken, 36)).join('');
  return `NL${String(98n - (BigInt(cijfers) % 97n)).padStart(2, '0')}${rest}`;
}
