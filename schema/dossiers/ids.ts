/** The beginning of every key, by kind; four hexadecimal digits follow. */
const BEGIN = {
  klant: '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d',
  huishouden: 'a1d4c3b2-52f7-4c1a-8e64-7d2b9c50',
  uitkering: 'c7e85a10-0b9d-4f36-b2a1-64f0e83d',
  vordering: 'e29b6d47-91c5-4d8a-a7f3-1508c2ba',
  mutatie: '0d5e7a31-48b2-4f6c-9a10-2b7c61d4',
  melding: '14c8b9e0-7d21-4a53-8f6e-90ab3c5d',
  aanvraag: '2a6f1d84-c935-4e07-b1d8-5e42f7a6',
  bezwaar: '31b7c05e-64fa-4d92-a8c3-7f10d2e9',
  onderzoek: '39f2a6c1-7b04-4e5d-8c91-6e20d4b3',
  schuldhulp: '9b7d10e4-3f68-4a2c-9d05-71c8e6a2',
  taak: '4c9e2f76-10d3-4b85-9e7a-c36851fb',
  vacature: '5d80a3c7-e296-4f41-8b0d-1a94c7e3',
  voordracht: '6b1f0e52-3c7a-4d18-a5e9-1c4d2f70',
  plaatsing: '7e24d6b9-85c0-4a3f-9c12-d06be851',
  traject: '8fa3517c-2be4-4d69-b7f0-3e58c1a2',
  voorziening: '90c6e4d8-f17b-4352-8ad5-62b9f03c',
  subsidie: 'a3d1f85b-40e7-4c96-91bc-f7285de4',
  betaling: 'd6a4b07f-5e13-4c28-9b6d-83f1c90e',
  aanbieder: 'b58e02c4-9d6a-4f13-8e71-04cad639',
} as const;

/** A kind of thing that has a key. */
export type Soort = keyof typeof BEGIN;

/** The key of the n-th of a kind: a uuid in form, recognisable to a reader, from 1 to 65535. */
export function sleutel(soort: Soort, nummer: number): string {
  if (!Number.isInteger(nummer) || nummer < 1 || nummer > 0xffff) throw new RangeError(`no key ${nummer}`);
  return `${BEGIN[soort]}${nummer.toString(16).padStart(4, '0')}`;
}
