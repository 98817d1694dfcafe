import { SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { KETENTOKEN_ISSUER } from '../../schema/keten/ketentoken.ts';
import type { GroepenPerSubgraph } from '../authorisation/groepen-per-subgraph.ts';
import type { Toegang } from '../authorisation/toegang.ts';
import type { Ketensleutel } from './ketensleutel.ts';

/** Makes the token that tells one subgraph what one asker may see; at once when it was made before. */
export type MaakKetentoken = (
  toegang: Toegang,
  subgraph: string,
  sleutel: Ketensleutel,
) => string | Promise<string>;

interface Made {
  /** A promise of it until it is there. */
  token: string | Promise<string>;
  /** Until when it is reused, in milliseconds since 1970. */
  readonly until: number;
}

const LIFETIME_S = 60;
const REUSED_MS = 20_000;

/**
 * A ketentoken names the granted groups that its subgraph serves, and no others. Ketentokens are signed once and reused
 * for some seconds for the same asker, purpose, groups, rows, subgraph and key; what is of one call alone (trace, body, time) is covered by the signature of the call.
 */
export function ketentokenMaker(groepenPerSubgraph: GroepenPerSubgraph): MaakKetentoken {
  const made = new LRUCache<string, Made>({ max: 10_000 });
  return (toegang, subgraph, { kid, privateKey }) => {
    const key = `${kid}\n${subgraph}\n${toegang.sleutel}`;
    const known = made.get(key);
    const now = Date.now();
    if (known !== undefined && now < known.until) return known.token;
    const { betrokkene, afnemer, verwerkingsactiviteit, reden } = toegang;
    const bediend = groepenPerSubgraph.get(subgraph);
    const groepen = [...toegang.groepen].filter(([groep]) => bediend?.has(groep) === true);
    const signing = new SignJWT({
      organisatie: betrokkene.organisatie,
      afnemer,
      ...(verwerkingsactiviteit === undefined ? {} : { verwerkingsactiviteit }),
      ...(reden === undefined ? {} : { reden }),
      groepen: Object.fromEntries(groepen),
    })
      .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'keten+jwt' })
      .setIssuer(KETENTOKEN_ISSUER)
      .setAudience(subgraph)
      .setSubject(betrokkene.sub)
      .setIssuedAt()
      .setExpirationTime(`${LIFETIME_S}s`)
      .sign(privateKey);
    const entry: Made = { token: signing, until: now + REUSED_MS };
    made.set(key, entry);
    return signing.then((token) => {
      entry.token = token;
      return token;
    });
  };
}
