import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SUBGRAPHS } from '../../../schema/codelijsten/subgraphs.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SUPERGRAPH = 'schema/supergraph.graphql';

let copy = '';
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'ketengraaf compose '));
  cpSync(join(ROOT, 'schema'), join(copy, 'schema'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(copy, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  for (const naam of Object.keys(SUBGRAPHS)) {
    mkdirSync(join(copy, 'subgraphs', naam), { recursive: true });
    cpSync(join(ROOT, `subgraphs/${naam}/schema.graphql`), join(copy, `subgraphs/${naam}/schema.graphql`));
  }
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

/** Runs compose in the copy: its exit code and what it said to stderr. */
function compose(...args: readonly string[]): { status: number | null; stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, ['schema/compose.ts', ...args], {
    cwd: copy,
    encoding: 'utf8',
  });
  return { status, stderr };
}

it('a committed supergraph that is up to date passes, and one that is not fails at its first line that differs', () => {
  expect(compose('--check')).toEqual({ status: 0, stderr: '' });
  const committed = readFileSync(join(copy, SUPERGRAPH), 'utf8');
  writeFileSync(join(copy, SUPERGRAPH), committed.replace('scalar Bsn', 'scalar Wsn'));
  const line = committed.slice(0, committed.indexOf('scalar Bsn')).split('\n').length;
  const { status, stderr } = compose('--check');
  expect(status).toBe(1);
  expect(stderr).toBe(
    `${SUPERGRAPH}:${line}: is stale; run npm run schema\n  committed: scalar Wsn\n  generated: scalar Bsn\n`,
  );
  expect(compose()).toEqual({ status: 0, stderr: '' });
  expect(readFileSync(join(copy, SUPERGRAPH), 'utf8')).toBe(committed);
});

it('a fault of the lint leaves the supergraph as it was', () => {
  const committed = readFileSync(join(copy, SUPERGRAPH), 'utf8');
  appendFileSync(join(copy, 'subgraphs/klanten/schema.graphql'), '\nscalar Leeg\n');
  const { status, stderr } = compose();
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^subgraphs\/klanten\/schema\.graphql:\d+: beschrijving: Leeg has no description\n$/,
  );
  expect(readFileSync(join(copy, SUPERGRAPH), 'utf8')).toBe(committed);
});

it('a wrong line of the matrix, a subgraph without a place and a document without an entry are each named', () => {
  writeFileSync(join(copy, 'schema/operaties/XX-001.graphql'), '{ __typename }\n');
  expect(compose('--check')).toEqual({
    status: 1,
    stderr: 'schema/operaties/XX-001.graphql: is not in register.json\n',
  });
  mkdirSync(join(copy, 'subgraphs/nieuw'));
  writeFileSync(join(copy, 'subgraphs/nieuw/schema.graphql'), 'scalar X\n');
  expect(compose('--check').stderr).toContain(
    'subgraphs/nieuw/schema.graphql: the subgraph is not in schema/codelijsten',
  );
  appendFileSync(join(copy, 'schema/beleid/matrix.csv'), 'baas,GEMEENTE,pw-inkomen,publiek,,,,geen\n');
  const { status, stderr } = compose('--check');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^BESTAND_ONGELDIG: .*\nbeleid\/matrix\.csv:\d+: rol: /);
});
