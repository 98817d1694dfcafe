import { BEROEPEN } from './beroepen.ts';
import type { Bouw, Persoon } from './bouw.ts';
import type { Dag } from './dagen.ts';
import type { Rij } from './tabellen.ts';

/** The two demo users among the werkgevers: test numbers of the handelsregister. */
export const TESTWERKGEVERS = { vacatures: '90001354', subsidies: '69599084' } as const;

/** How many other werkgevers there are, all made up. */
export const AANTAL_VERZONNEN = 112;

const BRANCHES = [
  'Kwekerij',
  'Logistiek',
  'Schoonmaak',
  'Horeca',
  'Winkel',
  'Zorg',
  'Productie',
  'Techniek',
] as const;
const CONTACTEN = ['Anja Kroon', 'Bastiaan Meijer', 'Cynthia Lont'] as const;
const PLAATSEN = ['Hoofddorp', 'Nieuw-Vennep', 'Badhoevedorp', 'Zwanenburg'] as const;

/** The kvk number of the n-th made-up werkgever, from 1: 99…, a range that stands for nobody in this project. */
export function verzonnenKvk(nummer: number): string {
  return String(99_000_000 + nummer);
}

/** Writes all werkgevers with one vestiging each; the demo users first. */
export function schrijfWerkgevers(bouw: Bouw): void {
  werkgever(bouw, TESTWERKGEVERS.vacatures, 'Testwerkgever 90001354', 'Leidschendam', 0);
  werkgever(bouw, TESTWERKGEVERS.subsidies, 'Testwerkgever 69599084', 'Voorburg', 0);
  for (let nummer = 1; nummer <= AANTAL_VERZONNEN; nummer++) {
    const naam = `Voorbeeldbedrijf ${BRANCHES[nummer % BRANCHES.length] ?? ''} ${nummer}`;
    werkgever(bouw, verzonnenKvk(nummer), naam, PLAATSEN[nummer % PLAATSEN.length] ?? '', nummer);
  }
}

function werkgever(bouw: Bouw, kvk: string, handelsnaam: string, plaats: string, nummer: number): void {
  bouw.voegToe('werkgever', {
    kvk,
    handelsnaam,
    is_eenmanszaak: kvk === TESTWERKGEVERS.subsidies,
    contact_naam: CONTACTEN[nummer % CONTACTEN.length] ?? '',
    contact_organisatie: nummer === 0 ? 'WSP Werkplein' : 'WSP Haarlemmermeer',
    contact_telefoon: '070-5550100',
  });
  bouw.voegToe('vestiging', { vestigingsnummer: `0000${kvk}`, kvk, plaats });
}

/** A vacature as far as it is not the same for all. */
export type Vacatureplan = Pick<
  Rij<'vacature'>,
  'kvk' | 'aantal_plaatsen' | 'status' | 'geopend_op' | 'gesloten_op' | 'sluitingsdatum' | 'gemeente'
> & { readonly beroep: number };

/** Writes a vacature; `id` for those that are named by hand. */
export function schrijfVacature(bouw: Bouw, { beroep, ...plan }: Vacatureplan, id?: string): string {
  const sleutel = id ?? bouw.nieuweSleutel('vacature');
  const { code, naam, denkniveau } = BEROEPEN[beroep % BEROEPEN.length] ?? {
    code: '',
    naam: '',
    denkniveau: '',
  };
  bouw.voegToe('vacature', {
    id: sleutel,
    nummer: `V-${sleutel.slice(-4)}`,
    naam,
    beroep_code: code,
    denkniveau,
    uren_min: 24,
    uren_max: 36,
    ...plan,
  });
  return sleutel;
}

/** A voordracht of somebody. */
export interface Voordrachtplan {
  readonly id: string;
  readonly kvk: string;
  readonly vacature: string;
  readonly fase: 'VOORGEDRAGEN' | 'UITGENODIGD' | 'GEPLAATST' | 'GEEINDIGD';
  readonly datum: Dag;
  readonly volgendeStap: string | null;
  readonly faseSinds: Dag;
}

/** Writes a voordracht and, once the werkgever may know it, the name of the kandidaat. */
export function schrijfVoordracht(
  bouw: Bouw,
  { id: klant_id, naam, gemeente }: Persoon,
  plan: Voordrachtplan,
): void {
  const { id, kvk, vacature, fase, datum, volgendeStap, faseSinds } = plan;
  bouw.voegToe('voordracht', {
    id,
    kvk,
    vacature_id: vacature,
    klant_id,
    fase,
    datum,
    volgende_stap: volgendeStap,
    fase_sinds: faseSinds,
    verantwoordelijke: gemeente,
  });
  // Also of who is not invited yet: the phase says when it is shown, and a step can bring it there.
  if (fase !== 'GEEINDIGD')
    bouw.voegToe('kandidaat_naam', {
      voordracht_id: id,
      kvk,
      klant_id,
      naam,
      ...wieIsHet(id, naam),
      verantwoordelijke: gemeente,
    });
}

const OPLEIDINGEN = ['vmbo', 'mbo niveau 2', 'mbo niveau 3', 'havo'] as const;
const ERVARING = ['schoonmaak', 'magazijn', 'winkel', 'horeca', 'groen'] as const;

/** What a werkgever gets with the name: made up, and the same each time for the same voordracht. */
function wieIsHet(
  id: string,
  naam: string,
): Readonly<Record<'telefoonnummer' | 'emailadres' | 'opleiding' | 'werkervaring', string>> {
  const nummer = Number.parseInt(id.slice(-4), 16);
  const adres = naam
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]+/g, '.')
    .toLowerCase();
  return {
    telefoonnummer: `070000${String(nummer % 10_000).padStart(4, '0')}`,
    emailadres: `${adres}@kandidaat.example`,
    opleiding: OPLEIDINGEN[nummer % OPLEIDINGEN.length] ?? OPLEIDINGEN[0],
    werkervaring: `${(nummer % 9) + 1} jaar ${ERVARING[nummer % ERVARING.length] ?? ERVARING[0]}`,
  };
}

/** A plaatsing of somebody. */
export interface Plaatsingplan {
  readonly kvk: string;
  readonly voordracht: string | null;
  readonly soort: 'REGULIER' | 'PROEFPLAATSING' | 'DETACHERING' | 'LEERWERKPLEK';
  readonly begin: Dag;
  readonly einde: Dag | null;
  readonly uren: number;
}

/** Writes a plaatsing; `id` for those that are named by hand. */
export function schrijfPlaatsing(bouw: Bouw, persoon: Persoon, plan: Plaatsingplan, id?: string): string {
  const sleutel = id ?? bouw.nieuweSleutel('plaatsing');
  const { kvk, voordracht, soort, begin, einde, uren } = plan;
  bouw.voegToe('plaatsing', {
    id: sleutel,
    kvk,
    voordracht_id: voordracht,
    klant_id: persoon.id,
    soort,
    begin,
    einde,
    uren,
    naam: persoon.naam,
    verantwoordelijke: persoon.gemeente,
  });
  return sleutel;
}
