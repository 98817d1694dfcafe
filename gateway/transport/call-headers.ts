import { contentDigest, signCall } from '../../schema/keten/handtekening.ts';
import { KETENTOKEN_HEADER, TERMIJN_HEADER } from '../../schema/keten/ketentoken.ts';
import type { GroepenPerSubgraph } from '../authorisation/groepen-per-subgraph.ts';
import type { Toegang } from '../authorisation/toegang.ts';
import { randomHex } from '../observability/random-hex.ts';
import type { Ketensleutel } from './ketensleutel.ts';
import { ketentokenMaker } from './ketentoken-maker.ts';

/** What the headers of one call are made of. */
export interface CallFacts {
  readonly subgraph: string;
  readonly path: string;
  readonly body: string;
  readonly traceparent: string;
  /** Milliseconds left for the answer. */
  readonly left: number;
}

/** The headers of a call to a subgraph on behalf of an asker. */
export type MakeCallHeaders = (
  facts: CallFacts,
  toegang: Toegang | undefined,
) => Record<string, string> | Promise<Record<string, string>>;

/** As many that no nonce comes twice by chance. */
const NONCE_BYTES = 16;

/** Headers that vouch for a call: the ketentoken, and a signature over token, body, trace and time. */
export function signedCallHeaders(
  huidige: () => Ketensleutel,
  groepenPerSubgraph: GroepenPerSubgraph,
): MakeCallHeaders {
  const maakKetentoken = ketentokenMaker(groepenPerSubgraph);
  return (facts, toegang) => {
    if (toegang === undefined) throw new Error('A signed call needs a Toegang.');
    // One key for both: a subgraph accepts no call that another key than that of its token signed.
    const sleutel = huidige();
    const ketentoken = maakKetentoken(toegang, facts.subgraph, sleutel);
    return typeof ketentoken === 'string'
      ? signed(facts, ketentoken, sleutel)
      : ketentoken.then((made) => signed(facts, made, sleutel));
  };
}

function signed(
  { path, body, traceparent, left }: CallFacts,
  ketentoken: string,
  { kid, privateKey }: Ketensleutel,
): Record<string, string> {
  const digest = contentDigest(body);
  const termijn = String(left);
  const parts = { method: 'POST', path, contentDigest: digest, ketentoken, traceparent, termijn };
  const params = {
    created: Math.floor(Date.now() / 1000),
    nonce: randomHex(NONCE_BYTES),
    keyid: kid,
  };
  return {
    'content-type': 'application/json',
    accept: 'application/json',
    traceparent,
    'content-digest': digest,
    [KETENTOKEN_HEADER]: ketentoken,
    [TERMIJN_HEADER]: termijn,
    ...signCall(parts, params, privateKey),
  };
}

/** Headers of a call without authorisation, to subgraphs that know nothing of ours. */
export const plainCallHeaders: MakeCallHeaders = ({ traceparent }) => ({
  'content-type': 'application/json',
  accept: 'application/json',
  traceparent,
});
