import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../gateway/config.ts';
import { type RunningGateway, startGateway } from '../../gateway/start-gateway.ts';
import { beginWorld, QUESTION, type World } from './two-worlds.ts';

interface Answer {
  readonly status: number;
  readonly body: { readonly data?: { readonly thing: { readonly a: string; readonly b: string } } };
}

let worlds: readonly [World, World];
let map: string;
let supergraph: string;
let gateway: RunningGateway;
let logged: Record<string, unknown>[];

beforeEach(async () => {
  worlds = [await beginWorld('een'), await beginWorld('twee')];
  map = mkdtempSync(join(tmpdir(), 'ketengraaf-herladen-'));
  supergraph = join(map, 'supergraph.graphql');
  writeFileSync(supergraph, worlds[0].supergraph());
  logged = [];
  const logger = pino({ level: 'info' }, { write: (line) => logged.push(JSON.parse(line)) });
  const flags = ['--supergraph', supergraph, '--port', '0', '--zonder-autorisatie'];
  gateway = await startGateway(readConfig({}, flags), logger);
});
afterEach(async () => {
  await gateway.stop();
  for (const world of worlds) world.stop();
  rmSync(map, { recursive: true, force: true });
});

async function ask(): Promise<Answer> {
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUESTION }),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

const thing = async (): Promise<unknown> => (await ask()).body.data?.thing;

/** Writes the supergraph and asks for a reload. */
function reloadWith(text: string): ReturnType<RunningGateway['reload']> {
  writeFileSync(supergraph, text);
  return gateway.reload();
}

describe('a reload', () => {
  it('gives requests that come after it the new Stand, and leaves those before it theirs', async () => {
    const { asked, release } = worlds[0].hold();
    const before = ask();
    await asked;
    expect(await reloadWith(worlds[1].supergraph())).toBe('replaced');
    expect(await thing()).toEqual({ a: 'twee', b: 'twee' });
    release();
    expect(await before).toMatchObject({ status: 200, body: { data: { thing: { a: 'een', b: 'een' } } } });
  });

  it('under load fails no request, and mixes no answer from two Stands', async () => {
    const load = new AbortController();
    const answers: Answer[] = [];
    const clients = Array.from({ length: 8 }, async () => {
      while (!load.signal.aborted) answers.push(await ask());
    });
    for (let round = 1; round <= 12; round += 1) {
      const before = answers.length;
      expect(await reloadWith(worlds[round % 2 === 0 ? 0 : 1].supergraph())).toBe('replaced');
      await expect.poll(() => answers.length, { interval: 1 }).toBeGreaterThan(before + 20);
    }
    load.abort();
    await Promise.all(clients);
    const seen = new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body.data?.thing)}`));
    expect([...seen].toSorted()).toEqual(['200 {"a":"een","b":"een"}', '200 {"a":"twee","b":"twee"}']);
  });

  it('keeps the connections to subgraphs whose addresses stay', async () => {
    await thing();
    const made = worlds[0].connections();
    expect(await reloadWith(worlds[0].supergraph('written again'))).toBe('replaced');
    expect(await thing()).toEqual({ a: 'een', b: 'een' });
    expect(worlds[0].connections()).toBe(made);
  });

  it('of files that say the same changes nothing', async () => {
    expect(await gateway.reload()).toBe('unchanged');
  });

  it.each([
    ['cannot be read', 'type Query {', 'BESTAND_ONGELDIG', /^supergraph:1: Syntax Error/],
    ['is no supergraph', 'type Query { a: Int }', 'BESTAND_ONGELDIG', /^supergraph: /],
  ])('of a supergraph that %s is refused, and says why', async (_, text, code, reden) => {
    expect(await reloadWith(text)).toBe('refused');
    const refusal = logged.find(({ msg }) => msg === 'stand refused; the one that runs stays');
    expect(refusal).toMatchObject({ code, reden: expect.stringMatching(reden) });
    expect(await thing()).toEqual({ a: 'een', b: 'een' });
    expect(await reloadWith(worlds[1].supergraph())).toBe('replaced');
    expect(await thing()).toEqual({ a: 'twee', b: 'twee' });
  });

  it('of a supergraph that asks for more than we do is refused with what and where', async () => {
    const text = worlds[1].supergraph().replace('query: Query', 'query: Query\n  subscription: Thing');
    expect(await reloadWith(text)).toBe('refused');
    expect(logged.find(({ code }) => code === 'SUPERGRAPH_NIET_ONDERSTEUND')).toMatchObject({
      reden: expect.stringContaining('subscriptions (Thing)'),
    });
  });

  it('asked for many times at once ends with what the files say last', async () => {
    const reloads = Array.from({ length: 5 }, (_, index) =>
      reloadWith(worlds[index % 2 === 0 ? 1 : 0].supergraph()),
    );
    await Promise.all(reloads);
    expect(await thing()).toEqual({ a: 'twee', b: 'twee' });
  });
});
