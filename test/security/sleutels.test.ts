// Threats: 22a
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Toegang } from '../../gateway/authorisation/toegang.ts';
import { type MakeCallHeaders, signedCallHeaders } from '../../gateway/transport/call-headers.ts';
import { type Ketensleutels, leesKetensleutels } from '../../gateway/transport/ketensleutel.ts';
import { OpenbareSleutels } from '../../schema/keten/openbare-sleutels.ts';
import { leesPseudoniemring, pseudoniemenVoor } from '../../schema/keten/pseudoniem.ts';
import { ringText, rotate, tidy } from '../../start/sleutels/ringbestand.ts';
import { makeRingjwk, type Sleutelsoort } from '../../start/sleutels/sleutelsoorten.ts';
import { cursorSleutelsUit, leesCursorring } from '../../subgraphs/chassis/paging/cursor-sleutels.ts';
import { type Cursors, cursorsVoor } from '../../subgraphs/chassis/paging/cursors.ts';
import { aanroepControle } from '../../subgraphs/chassis/verification/controleer-aanroep.ts';

const DAG = 86_400;
const VRAGER = { sub: 'x', organisatie: 'GM0394', verwerkingsactiviteit: null };
const LIJST = { veld: 'Query.klanten', filter: {} };

const TOEGANG: Toegang = {
  betrokkene: { sub: 'x', organisatie: 'GM0394', rollen: [], rechten: [], namens: [] },
  afnemer: 'keten',
  verwerkingsactiviteit: undefined,
  reden: undefined,
  groepen: new Map(),
  sleutel: 'x',
};

let map: string;
beforeEach(() => {
  map = mkdtempSync(join(tmpdir(), 'ketengraaf-sleutels-'));
  vi.useFakeTimers({ toFake: ['Date'], now: 1_764_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(map, { recursive: true });
});

const seconde = (): number => Math.floor(Date.now() / 1000);
const verder = (seconden: number): void => {
  vi.setSystemTime(Date.now() + seconden * 1_000);
};

async function maakRing(soort: Sleutelsoort): Promise<string> {
  const pad = join(map, `${soort}.jwk`);
  writeFileSync(pad, ringText([await makeRingjwk(soort, 0)]));
  return pad;
}

/** A gateway as far as its keys go. */
interface Gateway {
  readonly sleutels: Ketensleutels;
  readonly teken: MakeCallHeaders;
}

function gateway(pad: string): Gateway {
  const sleutels = leesKetensleutels(pad);
  return { sleutels, teken: signedCallHeaders(sleutels.huidige, new Map()) };
}

/** A subgraph that fetches the keys wherever the balancer sends it; gives what it says of a call. */
function subgraph(naam: string, balancer: () => Gateway) {
  const sleutels = new OpenbareSleutels({
    haal: async () => ({ keys: [...balancer().sleutels.jwks().keys] }),
    nu: Date.now,
    vers: 30_000,
    afkoeling: 5_000,
    hooguitOud: 3_600_000,
  });
  const { controleerAanroep } = aanroepControle({ audience: naam, sleutels, nu: Date.now });
  return async ({ teken }: Gateway): Promise<string> => {
    const body = '{"query":"{ __typename }"}';
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const feiten = { subgraph: naam, path: '/graphql', body, traceparent, left: 10_000 };
    const headers = await teken(feiten, TOEGANG);
    return controleerAanroep({ method: 'POST', path: '/graphql', headers, body: Buffer.from(body) }).then(
      () => 'accepted',
      ({ code }: { code: string }) => code,
    );
  };
}

describe('replacing the key of the ketentoken', () => {
  it('drops no call, while two gateways read it minutes apart and subgraphs fetch it anywhere', async () => {
    const pad = await maakRing('ketentoken');
    const gateways = [gateway(pad), gateway(pad)] as const;
    let beurt = 0;
    const balancer = (): Gateway => gateways[(beurt += 1) % 2 === 0 ? 0 : 1];
    const subgraphs = ['klanten', 'trajecten', 'financien'].map((naam) => subgraph(naam, balancer));
    const begin = seconde();
    const kids = new Set<string>();
    for (let at = 0; at <= 1_200; at += 3) {
      if (at === 60) await rotate(pad, 'ketentoken', 300, seconde());
      if (at === 90) gateways[0].sleutels.herlees();
      if (at === 270) gateways[1].sleutels.herlees();
      if (at === 690) expect(tidy(pad, 'ketentoken', seconde())).toHaveLength(1);
      if (at === 720) for (const { sleutels } of gateways) sleutels.herlees();
      for (const each of gateways) {
        kids.add(each.sleutels.huidige().kid);
        for (const vraag of subgraphs) expect([at, await vraag(each)]).toEqual([at, 'accepted']);
      }
      verder(3);
    }
    expect(seconde() - begin).toBe(1_203);
    expect(kids.size).toBe(2);
    expect(gateways.map(({ sleutels }) => sleutels.jwks().keys.length)).toEqual([1, 1]);
  });

  it('by a file that cannot be read changes nothing', async () => {
    const pad = await maakRing('ketentoken');
    const { sleutels } = gateway(pad);
    const { kid } = sleutels.huidige();
    for (const kapot of ['', '{}', '{"keys":[]}', '{"keys":[{"kty":"oct","k":"AAAA","kid":"x"}]}']) {
      writeFileSync(pad, kapot);
      expect(() => sleutels.herlees()).toThrow(expect.objectContaining({ code: 'INSTELLINGEN_ONGELDIG' }));
      expect(sleutels.huidige().kid).toBe(kid);
    }
  });

  it('publishes the public half only', async () => {
    const pad = await maakRing('ketentoken');
    await rotate(pad, 'ketentoken', 300, seconde());
    const { keys } = gateway(pad).sleutels.jwks();
    expect(keys.map((key) => Object.keys(key).toSorted())).toEqual(
      Array.from({ length: 2 }, () => ['alg', 'crv', 'kid', 'kty', 'use', 'x']),
    );
  });
});

describe('losing the key of the ketentoken', () => {
  it('costs the calls of five seconds at most, with a new one made at once', async () => {
    const eerste = gateway(await maakRing('ketentoken'));
    let nu = eerste;
    const vraag = subgraph('klanten', () => nu);
    expect(await vraag(eerste)).toBe('accepted');
    nu = gateway(await maakRing('ketentoken'));
    verder(1);
    expect(await vraag(nu)).toBe('AANROEP_NIET_VERTROUWD');
    verder(4);
    expect(await vraag(nu)).toBe('accepted');
    expect(await vraag(eerste)).toBe('AANROEP_NIET_VERTROUWD');
  });
});

describe('replacing the key of cursors', () => {
  /** A process of a subgraph. */
  const proces = (pad: string) => {
    const ring = leesCursorring(pad);
    const sleutels = cursorSleutelsUit(ring, 'klanten');
    return {
      herlees: () => ring.herlees(),
      cursors: (): Cursors => cursorsVoor(sleutels(Date.now()), VRAGER),
    };
  };

  it('drops no cursor of the day, while two processes of a subgraph read it minutes apart', async () => {
    const pad = await maakRing('cursor');
    const processen = [proces(pad), proces(pad)] as const;
    /** Every cursor, and when it was last given. */
    const gegeven = new Map<string, number>();
    for (let at = 0; at < 3 * DAG; at += at < 900 ? 15 : 3_600) {
      if (at === 60) await rotate(pad, 'cursor', 300, seconde());
      if (at === 90) processen[0].herlees();
      if (at === 270) processen[1].herlees();
      if (at > DAG + 3_600 && tidy(pad, 'cursor', seconde()).length > 0)
        for (const { herlees } of processen) herlees();
      const vandaag = [...gegeven].filter(([, op]) => op > seconde() - DAG);
      for (const { cursors } of processen) {
        for (const [cursor] of vandaag) expect(cursors().lees(LIJST, cursor)).toEqual(['plaats']);
        gegeven.set(cursors().maak(LIJST, ['plaats']), seconde());
      }
      verder(at < 900 ? 15 : 3_600);
    }
    expect(gegeven.size).toBe(2);
    expect(leesCursorring(pad).alle).toHaveLength(1);
    const [eerste = ''] = gegeven.keys();
    expect(() => processen[0].cursors().lees(LIJST, eerste)).toThrow(
      expect.objectContaining({ code: 'CURSOR_ONGELDIG' }),
    );
  });

  it('and losing it makes the reader begin the list again, with an error that says so', async () => {
    const cursor = proces(await maakRing('cursor'))
      .cursors()
      .maak(LIJST, ['plaats']);
    const { cursors } = proces(await maakRing('cursor'));
    expect(() => cursors().lees(LIJST, cursor)).toThrow(expect.objectContaining({ code: 'CURSOR_ONGELDIG' }));
  });
});

describe('replacing the key of pseudonyms', () => {
  it('gives a klant another name from then on, and the names of before go on for a year', async () => {
    const pad = await maakRing('pseudoniem');
    const ring = leesPseudoniemring(pad);
    const namen = () => pseudoniemenVoor(ring, 'keten', Date.now());
    const oud = namen().maak('klant');
    await rotate(pad, 'pseudoniem', 300, seconde());
    ring.herlees();
    expect(namen().maak('klant')).toBe(oud);
    verder(300);
    const nieuw = namen().maak('klant');
    expect(nieuw).not.toBe(oud);
    verder(365 * DAG);
    expect(tidy(pad, 'pseudoniem', seconde())).toEqual([]);
    expect([namen().lees(oud), namen().lees(nieuw)]).toEqual(['klant', 'klant']);
  });

  it('and losing it makes every name of before that of nobody', async () => {
    const oud = pseudoniemenVoor(leesPseudoniemring(await maakRing('pseudoniem')), 'keten', 0).maak('klant');
    const ring = leesPseudoniemring(await maakRing('pseudoniem'));
    expect(pseudoniemenVoor(ring, 'keten', 0).lees(oud)).toBeUndefined();
  });
});

it('a key that is still to begin is not followed by another', async () => {
  const pad = await maakRing('cursor');
  await rotate(pad, 'cursor', 300, seconde());
  await expect(rotate(pad, 'cursor', 300, seconde())).rejects.toThrow(
    expect.objectContaining({ code: 'INSTELLINGEN_ONGELDIG' }),
  );
});
