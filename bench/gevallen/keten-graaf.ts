import { type Graaf, leesDocument } from './graaf.ts';
import { kenmerkVan, volgnummer } from './kenmerk.ts';

interface MetId {
  readonly id: string;
}

const VOORNAMEN = ['Anna Maria', 'Mohamed', 'Zoë', 'Willem Johannes', 'Fatima', 'Pieter', 'Sanne'] as const;
const VOORVOEGSELS = ['de', 'van der', null, null, 'van den'] as const;
const NAMEN = ['Jansen', 'Bakker', 'Yılmaz', 'Visser', 'El Idrissi', 'Mulder', 'Boer', 'Dekker'] as const;
const GEMEENTEN = ['GM0394', 'GM0363', 'GM0392', 'GM0344'] as const;
const PLAATSEN = ['Hoofddorp', 'Amsterdam', 'Haarlem', 'Utrecht'] as const;
const STRATEN = ['Dorpsstraat', 'Kerkweg', 'Burgemeester van Stamplein', 'Raadhuislaan'] as const;
const SOORTEN = ['BIJSTAND', 'IOAW', 'BBZ'] as const;
const BEROEPEN = ['Magazijnmedewerker', 'Kok', 'Verzorgende', 'Monteur', 'Chauffeur'] as const;
const DOELEN = ['Betaald werk', 'Scholing mbo 2', 'Taal naar B1', 'Beschut werk'] as const;
const WERKGEVERS = [
  'Bouwbedrijf De Hoek',
  'Zorggroep Meerlanden',
  'Bakkerij Smit',
  'Logistiek Noord',
] as const;

const kies = <Waarde>(uit: readonly Waarde[], nummer: number): Waarde => uit[nummer % uit.length] as Waarde;
const datum = (vanaf: number, nummer: number): string =>
  `${vanaf + (nummer % 30)}-${String(1 + (nummer % 12)).padStart(2, '0')}-${String(1 + (nummer % 28)).padStart(2, '0')}`;

/** Klanten with what the chain knows of them, over four subgraphs. Ids are `kenmerk-KL-n`. */
export const ketenGraaf: Graaf = {
  naam: 'keten',
  subgraphs: [
    {
      naam: 'klanten',
      sdl: leesDocument('keten/klanten.graphql'),
      resolvers: {
        Query: {
          klanten: (_bron: unknown, { kenmerk, aantal }: { kenmerk: string; aantal: number }) =>
            Array.from({ length: aantal }, (_, index) => ({ id: `${kenmerk}-KL-${index + 1}` })),
          klant: (_bron: unknown, { id }: MetId) => ({ id }),
        },
        Klant: {
          naam: ({ id }: MetId) => ({
            voornamen: kies(VOORNAMEN, volgnummer(id)),
            voorvoegsel: kies(VOORVOEGSELS, volgnummer(id)),
            geslachtsnaam: kies(NAMEN, volgnummer(id)),
          }),
          geboortedatum: ({ id }: MetId) => datum(1960, volgnummer(id)),
          gemeente: ({ id }: MetId) => kies(GEMEENTEN, volgnummer(id)),
          adres: ({ id }: MetId) => ({
            straat: kies(STRATEN, volgnummer(id)),
            huisnummer: 1 + (volgnummer(id) % 250),
            postcode: `${2000 + (volgnummer(id) % 900)}AB`,
            woonplaats: kies(PLAATSEN, volgnummer(id)),
          }),
        },
      },
    },
    {
      naam: 'financien',
      sdl: leesDocument('keten/financien.graphql'),
      resolvers: {
        Klant: {
          uitkeringen: ({ id }: MetId) =>
            Array.from({ length: 1 + (volgnummer(id) % 2) }, (_, index) => ({
              soort: kies(SOORTEN, volgnummer(id) + index),
              bedragInCenten: 90_000 + 137 * (volgnummer(id) % 500) + index,
              begindatum: datum(1990, volgnummer(id) + index),
              einddatum: index === 0 ? null : datum(2000, volgnummer(id)),
            })),
        },
      },
    },
    {
      naam: 'trajecten',
      sdl: leesDocument('keten/trajecten.graphql'),
      resolvers: {
        Klant: {
          trajecten: ({ id }: MetId) => [
            {
              nummer: volgnummer(id),
              doel: kies(DOELEN, volgnummer(id)),
              begindatum: datum(2010, volgnummer(id)),
              afgerond: volgnummer(id) % 3 === 0,
              vacature: { id: `${kenmerkVan(id)}-VA-${volgnummer(id) % 10}` },
            },
          ],
        },
      },
    },
    {
      naam: 'vacatures',
      sdl: leesDocument('keten/vacatures.graphql'),
      resolvers: {
        Klant: {
          voorkeuren: ({ id }: MetId) => [{ beroep: kies(BEROEPEN, volgnummer(id)), uren: 24 }],
        },
        Vacature: {
          titel: ({ id }: MetId) => kies(BEROEPEN, volgnummer(id)),
          uren: ({ id }: MetId) => 16 + 4 * (volgnummer(id) % 6),
          werkgever: ({ id }: MetId) => ({
            naam: kies(WERKGEVERS, volgnummer(id)),
            plaats: kies(PLAATSEN, volgnummer(id)),
          }),
        },
      },
    },
  ],
};
