import { randomBytes } from 'node:crypto';
import { aessiv } from '@noble/ciphers/aes.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AFNEMERS } from '../../../schema/codelijsten/afnemers.ts';
import { ORGANISATIESOORTEN } from '../../../schema/codelijsten/organisatiesoorten.ts';
import { type Pseudoniemring, pseudoniemenVoor } from '../../../schema/keten/pseudoniem.ts';
import { afnemerVan } from '../../../schema/ketenpartners/afnemer-van.ts';
import { laadKetenpartners } from '../../../schema/ketenpartners/laad-ketenpartners.ts';
import { maakPseudoniemring } from '../../setup/pseudoniem.ts';

const EERSTE = Buffer.alloc(64, 'eerste');
const TWEEDE = Buffer.alloc(64, 'tweede');
const RING = maakPseudoniemring(EERSTE);

const voor = (afnemer: string, ring: Pseudoniemring = RING) => pseudoniemenVoor(ring, afnemer, Date.now());
const hex = (tekst: string): Uint8Array => new Uint8Array(Buffer.from(tekst.replaceAll(' ', ''), 'hex'));
const eenSleutel = fc.string({ unit: 'binary', minLength: 1, maxLength: 64 });
const eenAfnemer = fc.constantFrom('keten', 'inwoners', 'KVK90001354', 'KVK69599084', 'A', 'AB');

describe('AES-SIV', () => {
  it.each([
    [
      'A.1, as we use it: without a nonce',
      'fffefdfc fbfaf9f8 f7f6f5f4 f3f2f1f0 f0f1f2f3 f4f5f6f7 f8f9fafb fcfdfeff',
      ['10111213 14151617 18191a1b 1c1d1e1f 20212223 24252627'],
      '11223344 55667788 99aabbcc ddee',
      '85632d07 c6e8f37f 950acd32 0a2ecc93 40c02b96 90c4dc04 daef7f6a fe5c',
    ],
    [
      'A.2, with a nonce',
      '7f7e7d7c 7b7a7978 77767574 73727170 40414243 44454647 48494a4b 4c4d4e4f',
      [
        '00112233 44556677 8899aabb ccddeeff deaddada deaddada ffeeddcc bbaa9988 77665544 33221100',
        '10203040 50607080 90a0',
        '09f91102 9d74e35b d84156c5 635688c0',
      ],
      '74686973 20697320 736f6d65 20706c61 696e7465 78742074 6f20656e 63727970 74207573 696e6720 5349562d 414553',
      '7bdb6e3b 432667eb 06f4d14b ff2fbd0f cb900f2f ddbe4043 26601965 c889bf17 dba77ceb 094fa663 b7a3f748 ba8af829 ea64ad54 4a272e9c 485b62a3 fd5c0d',
    ],
  ])('of our library gives the bytes of RFC 5297 %s', (_, sleutel, kaders, klaar, versleuteld) => {
    const cipher = () => aessiv(hex(sleutel), ...kaders.map(hex));
    expect(cipher().encrypt(hex(klaar))).toEqual(hex(versleuteld));
    expect(cipher().decrypt(hex(versleuteld))).toEqual(hex(klaar));
  });

  it('is used with the afnemer as the only associated data', () => {
    const bytes = Buffer.from(voor('keten').maak('klant-1'), 'base64url');
    const cipher = aessiv(EERSTE, Buffer.from('keten'));
    expect(Buffer.from(cipher.decrypt(bytes)).toString()).toBe('klant-1');
  });
});

describe('a pseudonym', () => {
  it('is the same each time, and is read back by the afnemer it was made for', () => {
    fc.assert(
      fc.property(eenSleutel, eenAfnemer, (sleutel, afnemer) => {
        const { maak, lees } = voor(afnemer);
        const pseudoniem = maak(sleutel);
        expect(pseudoniem).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(maak(sleutel)).toBe(pseudoniem);
        expect(lees(pseudoniem)).toBe(Buffer.from(sleutel).toString());
      }),
    );
  });

  it('means nothing to another afnemer, and shares no beginning with that of the other', () => {
    fc.assert(
      fc.property(eenSleutel, eenAfnemer, eenAfnemer, (sleutel, een, ander) => {
        fc.pre(een !== ander);
        const pseudoniem = voor(een).maak(sleutel);
        expect(voor(ander).lees(pseudoniem)).toBeUndefined();
        expect(voor(ander).maak(sleutel).slice(0, 12)).not.toBe(pseudoniem.slice(0, 12));
      }),
    );
  });

  it('is nothing that anybody can make up or change, and has one spelling', () => {
    const { maak, lees } = voor('keten');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (tekst) => {
        expect(lees(tekst)).toBeUndefined();
      }),
    );
    const echt = maak('5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d0101');
    fc.assert(
      fc.property(fc.nat(echt.length - 1), fc.constantFrom('A', 'b', '9', '_', '=', ' '), (plaats, teken) => {
        fc.pre(echt[plaats] !== teken);
        expect(lees(echt.slice(0, plaats) + teken + echt.slice(plaats + 1))).toBeUndefined();
      }),
    );
    for (const anders of [`${echt}=`, ` ${echt}`, `${echt}A`, echt.slice(0, -1), ''])
      expect(lees(anders)).toBeUndefined();
  });

  it('of a key that was the first is accepted while the key is in the ring, and not after', () => {
    const oud = voor('keten').maak('klant-1');
    const gewisseld = voor('keten', maakPseudoniemring(TWEEDE, EERSTE));
    expect(gewisseld.maak('klant-1')).not.toBe(oud);
    expect(gewisseld.lees(oud)).toBe('klant-1');
    expect(gewisseld.lees(gewisseld.maak('klant-1'))).toBe('klant-1');
    expect(voor('keten', maakPseudoniemring(TWEEDE)).lees(oud)).toBeUndefined();
  });

  it('asks keys of 64 bytes', () => {
    expect(() => maakPseudoniemring(randomBytes(32))).toThrow(
      expect.objectContaining({ code: 'INSTELLINGEN_ONGELDIG' }),
    );
  });
});

describe('the afnemer', () => {
  it('is stated for every kind of organisation', () => {
    expect(Object.keys(AFNEMERS).toSorted()).toEqual([...ORGANISATIESOORTEN].toSorted());
  });

  it('is the keten for overheidsorganen, and its own for every werkgever and aanbieder', () => {
    expect(afnemerVan({ code: 'GM1916', soort: 'GEMEENTE' })).toBe('keten');
    expect(afnemerVan({ code: 'UWV', soort: 'UWV' })).toBe('keten');
    expect(afnemerVan({ code: 'KVK90001354', soort: 'WERKGEVER' })).toBe('KVK90001354');
    expect(afnemerVan({ code: 'RIB1', soort: 'REINTEGRATIEBEDRIJF' })).toBe('RIB1');
    expect(afnemerVan({ code: 'INWONERS', soort: 'INWONER' })).toBe('inwoners');
  });

  it('that is an organisation is never one that others share', () => {
    const gedeeld = new Set<string>(Object.values(AFNEMERS));
    expect([...laadKetenpartners().organisaties.keys()].filter((code) => gedeeld.has(code))).toEqual([]);
  });
});
