import { hkdfSync } from 'node:crypto';
import { geheimeSleutel } from '../../../schema/keten/geheime-sleutel.ts';
import { Sleutelring } from '../../../schema/keten/sleutelring.ts';

/** The keys of which those of the cursors are derived: 32 bytes each. */
export type Cursorring = Sleutelring<Buffer>;

/** The two keys of the cursors of a subgraph. */
export interface CursorSleutels {
  readonly versleutel: Buffer;
  readonly nonce: Buffer;
}

/**
 * Reads the keys of cursors from the file of a ring.
 * @throws KetenFout INSTELLINGEN_ONGELDIG naming the file, never its content
 */
export function leesCursorring(pad: string): Cursorring {
  return new Sleutelring(pad, geheimeSleutel(32));
}

/** Derives both keys from 32 bytes, apart for each subgraph. */
export function cursorSleutels(sleutel: Buffer, subgraph: string): CursorSleutels {
  const leid = (doel: string): Buffer =>
    Buffer.from(hkdfSync('sha256', sleutel, '', `ketengraaf/${subgraph}/cursor/${doel}`, 32));
  return Object.freeze({ versleutel: leid('versleutel'), nonce: leid('nonce') });
}

/** The keys of the cursors of a subgraph at a time (milliseconds since 1970): the first makes, all are accepted. */
export function cursorSleutelsUit(
  ring: Cursorring,
  subgraph: string,
): (nu: number) => readonly [CursorSleutels, ...CursorSleutels[]] {
  const afgeleid = new WeakMap<Buffer, CursorSleutels>();
  const van = (sleutel: Buffer): CursorSleutels => {
    const bekend = afgeleid.get(sleutel) ?? cursorSleutels(sleutel, subgraph);
    afgeleid.set(sleutel, bekend);
    return bekend;
  };
  return (nu) => {
    const maker = ring.maakt(nu);
    const andere = ring.alle.filter((each) => each !== maker);
    return [van(maker.sleutel), ...andere.map(({ sleutel }) => van(sleutel))];
  };
}
