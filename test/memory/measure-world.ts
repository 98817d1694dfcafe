import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { beginWorld } from '../gateway/two-worlds.ts';
import { beginMeasuredGateway, type MeasuredGateway } from './begin-measured-gateway.ts';

/** What caches of known documents may take in these measurements: 1 MB, as little as is of any use. */
export const MAX_PLAN_BYTES = 1024 * 1024;

/** A measured gateway with small caches over two subgraphs in this process; gone when the test is over. */
export async function measureWorld(): Promise<MeasuredGateway> {
  const world = await beginWorld('een');
  const map = mkdtempSync(join(tmpdir(), 'ketengraaf-geheugen-'));
  const supergraph = join(map, 'supergraph.graphql');
  writeFileSync(supergraph, world.supergraph());
  const gateway = await beginMeasuredGateway(supergraph, { MAX_PLAN_BYTES: String(MAX_PLAN_BYTES) });
  onTestFinished(async () => {
    await gateway.stop();
    world.stop();
    rmSync(map, { recursive: true, force: true });
  });
  return gateway;
}
