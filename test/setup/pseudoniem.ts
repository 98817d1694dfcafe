import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { laadGebruikers } from '../../schema/demo/laad-gebruikers.ts';
import { leesPseudoniemring, type Pseudoniemring, pseudoniemenVoor } from '../../schema/keten/pseudoniem.ts';
import { afnemerVan } from '../../schema/ketenpartners/afnemer-van.ts';
import { laadKetenpartners } from '../../schema/ketenpartners/laad-ketenpartners.ts';

/** Writes a ring with these keys of 64 bytes, the first of which makes, into a folder; returns its file. */
export function schrijfPseudoniemring(map: string, ...sleutels: readonly Buffer[]): string {
  const bestand = join(map, 'pseudoniem.jwks');
  const keys = sleutels.map((sleutel, at) => ({
    kty: 'oct',
    k: sleutel.toString('base64url'),
    kid: `pseudoniem-${at}`,
    nbf: sleutels.length - at,
  }));
  writeFileSync(bestand, JSON.stringify({ keys }));
  return bestand;
}

/** A ring with these keys of 64 bytes, the first of which makes. */
export function maakPseudoniemring(...sleutels: readonly Buffer[]): Pseudoniemring {
  const map = mkdtempSync(join(tmpdir(), 'ketengraaf-pseudoniem-'));
  try {
    return leesPseudoniemring(schrijfPseudoniemring(map, ...sleutels));
  } finally {
    rmSync(map, { recursive: true });
  }
}

/** The keys of pseudonyms of every subgraph in the tests. */
export const PSEUDONIEMRING = maakPseudoniemring(Buffer.alloc(64, 'pseudoniem'));

/** The pseudonym of a klant for an afnemer. */
export function pseudoniem(klant: string, afnemer = 'keten'): string {
  return pseudoniemenVoor(PSEUDONIEMRING, afnemer, Date.now()).maak(klant);
}

/** The key of the klant of a pseudonym. */
export function klantVan(id: string, afnemer = 'keten'): string {
  const klant = pseudoniemenVoor(PSEUDONIEMRING, afnemer, Date.now()).lees(id);
  if (klant === undefined) throw new Error(`no pseudonym for ${afnemer}`);
  return klant;
}

/** The afnemer of the organisation a demo user works for. */
export function afnemerVanGebruiker(naam: string): string {
  const organisatie = laadKetenpartners().organisaties.get(laadGebruikers().get(naam)?.organisatie ?? '');
  if (organisatie === undefined) throw new Error(`no demo user ${naam} of a ketenpartner`);
  return afnemerVan(organisatie);
}
