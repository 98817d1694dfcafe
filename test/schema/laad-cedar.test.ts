import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { laadCedar } from '../../schema/beleid/laad-cedar.ts';
import { folderPath, SCHEMA_MAP } from '../../schema/bestanden/schema-map.ts';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';

let map = '';
beforeEach(() => {
  map = mkdtempSync(join(tmpdir(), 'ketengraaf cedar '));
  cpSync(join(folderPath(SCHEMA_MAP), 'beleid'), join(map, 'beleid'), { recursive: true });
});
afterEach(() => rmSync(map, { recursive: true, force: true }));

/** The operator's reason of the BESTAND_ONGELDIG that these policies give. */
function redenBij(policies: string): string {
  writeFileSync(join(map, 'beleid/cedar/proef.cedar'), policies);
  try {
    laadCedar(map);
  } catch (error) {
    if (error instanceof KetenFout && error.code === 'BESTAND_ONGELDIG') return error.reden;
    throw error;
  }
  throw new Error('expected BESTAND_ONGELDIG');
}

describe('the Cedar policies', () => {
  it('are known by the file and line where each begins', () => {
    writeFileSync(
      join(map, 'beleid/cedar/proef.cedar'),
      '// één\n\npermit (principal, action, resource == Gegevensgroep::"publiek");\nforbid (principal in Rol::"fg", action, resource);\n',
    );
    const proef = Object.keys(laadCedar(map).policies).filter((naam) => naam.startsWith('proef'));
    expect(proef).toEqual(['proef.cedar:3', 'proef.cedar:4']);
  });

  it('are refused where they are no Cedar, with file, line and reason', () => {
    expect(redenBij('// één: hé\npermit (principal, action,\n  resorce);')).toMatch(
      /^beleid\/cedar\/proef\.cedar:3: .*resorce/,
    );
    expect(redenBij('permit (principal, action, resource')).toMatch(/^beleid\/cedar\/proef\.cedar:1: /);
  });

  it('are refused where they name a role, kind, group, purpose or attribute that does not exist', () => {
    const wat = (waar: string, wanneer = ''): string => redenBij(`// één: hé\n\npermit (${waar})${wanneer};`);
    expect(wat('principal in Rol::"regiseur", action, resource')).toMatch(/proef\.cedar:3: .*regiseur/);
    expect(wat('principal, action == Action::"pw-inkomn", resource')).toMatch(/proef\.cedar:3: .*pw-inkomn/);
    expect(wat('principal, action, resource == Gegevensgroep::"klant.dosier"')).toMatch(
      /proef\.cedar:3: .*klant\.dosier/,
    );
    expect(wat('principal, action, resource', ' when { principal.sort == "x" }')).toMatch(
      /proef\.cedar:3: .*sort/,
    );
    expect(
      wat('principal, action, resource', ' when { principal.soort == Organisatiesoort::"gemeente" }'),
    ).toMatch(/proef\.cedar:3: .*gemeente/);
  });

  it('are refused where they can fail while they are evaluated, or can never hold', () => {
    expect(
      redenBij('permit (principal, action, resource) when { context.reden == Redensoort::"team" };'),
    ).toMatch(/proef\.cedar:1: .*reden/);
    expect(redenBij('permit (principal is Rol, action, resource);')).toMatch(/proef\.cedar:1: /);
  });

  it('are refused where one stands twice, or is a template', () => {
    const policy = 'permit (principal, action, resource == Gegevensgroep::"publiek");';
    expect(redenBij(`${policy}\n${policy}`)).toMatch(/proef\.cedar:1: .*more than once/);
    expect(redenBij('permit (principal == ?principal, action, resource);')).toMatch(
      /proef\.cedar:1: .*template/,
    );
  });

  it('fit the schema that is committed beside them', () => {
    const committed = readFileSync(join(map, 'beleid/cedar/keten.cedarschema'), 'utf8');
    expect(laadCedar(map).schema).toBe(committed);
  });
});
