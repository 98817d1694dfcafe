import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, type Statement, type VariableDeclarator } from '@swc/core';
import { Visitor } from '@swc/core/Visitor.js';
import { cruise, type ICruiseResult, type IConfiguration, type IViolation } from 'dependency-cruiser';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FIXTURE = join(ROOT, 'test/fixtures/imports');
const ROOMS = ['gateway', 'subgraphs', 'schema', 'start', 'docs', 'test', 'bench'];
const config = createRequire(import.meta.url)(join(ROOT, '.dependency-cruiser.cjs')) as IConfiguration;
const rules = (config.forbidden ?? []).map(({ name }) => String(name));

// The visitor by which dependency-cruiser reads TypeScript stops at `using`, which it does not know.
const { visitStatement } = Visitor.prototype;
Visitor.prototype.visitStatement = function visitStatementOrUsing(statement: Statement): Statement {
  const using: { readonly type: string; readonly decls?: VariableDeclarator[] } = statement;
  if (using.type !== 'UsingDeclaration') return visitStatement.call(this, statement);
  this.visitVariableDeclarators(using.decls ?? []);
  return statement;
};

/** What the rules say about the rooms under a folder, and how many modules were read. */
async function cruiseRooms(folder: string): Promise<{ violations: readonly IViolation[]; modules: number }> {
  const { output } = await cruise(
    ROOMS.filter((room) => existsSync(join(folder, room))),
    {
      ...config.options,
      baseDir: folder,
      ruleSet: { forbidden: config.forbidden ?? [] },
      validate: true,
      outputType: 'json',
    },
  );
  const { summary } = JSON.parse(String(output)) as ICruiseResult;
  const violations = summary.violations.filter((violation) => !isErased(folder, violation));
  return { violations, modules: summary.totalCruised };
}

/** Whether an import that runs against the order of the stops names types only, and so does not run at all. */
function isErased(folder: string, { rule, from, to }: IViolation): boolean {
  if (!rule.name.endsWith('-never-back')) return false;
  const { body } = parseSync(readFileSync(join(folder, from), 'utf8'), {
    syntax: 'typescript',
    target: 'es2024',
  });
  const running = body.flatMap((item) => {
    if (item.type === 'ImportDeclaration') return item.typeOnly ? [] : [item.source.value];
    if (item.type === 'ExportNamedDeclaration') return item.typeOnly ? [] : [item.source?.value ?? ''];
    return item.type === 'ExportAllDeclaration' ? [item.source.value] : [];
  });
  return !running.some((specifier) => join(dirname(from), specifier) === to);
}

const show = ({ rule, from, to }: IViolation): string => `  ${rule.name}: ${from} → ${to}`;

const house = await cruiseRooms(ROOT);
const fixture = await cruiseRooms(FIXTURE);
const unseen = rules.filter((name) => !fixture.violations.some(({ rule }) => rule.name === name));
const faults = [
  ...house.violations.map(show),
  ...(house.modules > 0 ? [] : ['  no module was read']),
  ...unseen.map((name) => `  ${name}: the fixture that breaks this rule was not noticed`),
  ...fixture.violations.filter(({ from }) => from.includes('type-only')).map(show),
];
if (faults.length > 0) {
  process.stderr.write(`imports: ${faults.length} faults\n${faults.join('\n')}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(
    `imports: ${house.modules} modules keep ${rules.length} rules; the fixture breaks each of them\n`,
  );
}
