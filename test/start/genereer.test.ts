import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { tempFolder } from './fixtures/temp-folder.ts';

const REPO = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const SCHEMA = `
generator client {
  provider               = "prisma-client"
  output                 = "./generated"
  runtime                = "nodejs"
  importFileExtension    = "ts"
  generatedFileExtension = "ts"
}
datasource db {
  provider = "postgresql"
}
model Ding {
  id Int @id
}
`;

interface Ran {
  readonly status: number | null;
  readonly output: string;
}

/** A checkout with one schema; with the packages of this one, or none. */
function checkout(packages: boolean): {
  folder: string;
  schema: string;
  run: (script: string, event?: string) => Ran;
} {
  const folder = tempFolder();
  const schema = join(folder, 'subgraphs', 'proef', 'prisma', 'schema.prisma');
  mkdirSync(dirname(schema), { recursive: true });
  mkdirSync(join(folder, 'start'));
  for (const file of ['controleer.mjs', 'genereer.mjs', 'koppel-node.mjs'])
    cpSync(join(REPO, 'start', file), join(folder, 'start', file));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(schema, SCHEMA);
  if (packages) symlinkSync(join(REPO, 'node_modules'), join(folder, 'node_modules'));
  const run = (script: string, event = 'start'): Ran => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'start', script)], {
      encoding: 'utf8',
      env: { ...process.env, npm_lifecycle_event: event },
    });
    return { status, output: stdout + stderr };
  };
  return { folder, schema, run };
}

test('a client is made once, and again when its schema changes', { timeout: 30_000 }, () => {
  const { schema, run } = checkout(true);
  const client = join(dirname(schema), 'generated', 'client.ts');
  expect(run('genereer.mjs')).toMatchObject({
    status: 0,
    output: expect.stringContaining('gemaakt') as string,
  });
  expect(existsSync(client)).toBe(true);
  expect(run('genereer.mjs')).toEqual({ status: 0, output: '' });
  writeFileSync(schema, SCHEMA.replace('model Ding', 'model Anders'));
  expect(run('controleer.mjs').output).toContain('gemaakt');
  expect(readFileSync(client, 'utf8')).toContain('Anders');
  expect(run('controleer.mjs')).toEqual({ status: 0, output: '' });
});

test('a schema that Prisma refuses is said, and tried again', { timeout: 30_000 }, () => {
  const { schema, run } = checkout(true);
  writeFileSync(schema, `${SCHEMA}\nmodel Fout {\n`);
  expect(run('genereer.mjs')).toMatchObject({
    status: 1,
    output: expect.stringContaining('schema.prisma') as string,
  });
  expect(run('genereer.mjs', 'postinstall').status).toBe(0);
  expect(run('controleer.mjs').status).toBe(1);
});

test('without Prisma an install goes on, and says what it left out', () => {
  const { run } = checkout(false);
  const { status, output } = run('genereer.mjs', 'postinstall');
  expect(status).toBe(0);
  expect(output).toContain('overgeslagen');
});

test('without packages a start says what to do', () => {
  const { run } = checkout(false);
  expect(run('controleer.mjs')).toMatchObject({
    status: 1,
    output: expect.stringMatching(/npm ci\n.*npm ci\n/) as string,
  });
});

test('an old Node is told so, in Dutch and English', () => {
  const script = `
    import { bezwaren } from ${JSON.stringify(join(REPO, 'start', 'controleer.mjs'))};
    process.stdout.write(JSON.stringify([bezwaren({ map: ${JSON.stringify(REPO)}, node: '20.20.2' }),
      bezwaren({ map: ${JSON.stringify(REPO)}, node: '24.0.0' })]));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  const [old, good] = JSON.parse(output.slice(output.indexOf('[['))) as [string[], string[]];
  expect(good).toEqual([]);
  expect(old.join('\n')).toMatch(
    /heeft Node 24 of nieuwer nodig; dit is Node 20\.20\.2[\s\S]*needs Node 24 or newer/,
  );
});
