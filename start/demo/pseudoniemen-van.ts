import { laadGebruikers } from '../../schema/demo/laad-gebruikers.ts';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import { leesPseudoniemring, type Pseudoniemen, pseudoniemenVoor } from '../../schema/keten/pseudoniem.ts';
import { afnemerVan } from '../../schema/ketenpartners/afnemer-van.ts';
import { laadKetenpartners } from '../../schema/ketenpartners/laad-ketenpartners.ts';
import { plaatsenIn } from '../data-map.ts';

/**
 * The pseudonyms under which a demo user knows people, in the chain on a data folder.
 * Throws GEBRUIKER_ONBEKEND, and INSTELLINGEN_ONGELDIG when the folder has no keys of pseudonyms.
 */
export function pseudoniemenVan(map: string, gebruiker: string): Pseudoniemen {
  const code = laadGebruikers().get(gebruiker)?.organisatie;
  const organisatie = code === undefined ? undefined : laadKetenpartners().organisaties.get(code);
  if (organisatie === undefined) throw new KetenFout('GEBRUIKER_ONBEKEND');
  const ring = leesPseudoniemring(plaatsenIn(map).pseudoniemSleutels);
  return pseudoniemenVoor(ring, afnemerVan(organisatie), Date.now());
}
