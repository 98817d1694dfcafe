import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { until } from '../start/fixtures/until.ts';
import { beginGatewayProcess } from './begin-gateway-process.ts';
import { beginWorld, type World } from './two-worlds.ts';

let world: World;
let map: string;
let supergraph: string;
beforeEach(async () => {
  world = await beginWorld('een');
  map = mkdtempSync(join(tmpdir(), 'ketengraaf-signaal-'));
  supergraph = join(map, 'supergraph.graphql');
  writeFileSync(supergraph, world.supergraph());
});
afterEach(() => {
  world.stop();
  rmSync(map, { recursive: true, force: true });
});

it.skipIf(process.platform === 'win32').each([1, 2])(
  'SIGHUP makes %i process(es) behind one port take the supergraph of now, and refuse a bad one',
  async (count) => {
    const flags = ['--supergraph', supergraph, '--port', '0', '--zonder-autorisatie'];
    const gateway = await beginGatewayProcess([...flags, '--werkers', String(count)]);
    expect(gateway.url, gateway.stderr()).toBeDefined();
    const said = (msg: string) => () => gateway.log().filter((line) => line.msg === msg).length === count;

    writeFileSync(supergraph, world.supergraph('newer'));
    gateway.child.kill('SIGHUP');
    await until('every process has replaced its Stand', said('stand replaced'));
    writeFileSync(supergraph, 'type Query {');
    gateway.child.kill('SIGHUP');
    await until('every process has refused', said('stand refused; the one that runs stays'));
    expect(await gateway.stop()).toBe(0);
  },
  60_000,
);
