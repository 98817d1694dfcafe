import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'graphql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { laadArgumenten } from '../../schema/beleid/laad-argumenten.ts';
import { folderPath, SCHEMA_MAP } from '../../schema/bestanden/schema-map.ts';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import { lintArgumenten } from '../../schema/lint/lint-argumenten.ts';

let map = '';
beforeEach(() => {
  map = mkdtempSync(join(tmpdir(), 'ketengraaf argumenten '));
  cpSync(join(folderPath(SCHEMA_MAP), 'beleid'), join(map, 'beleid'), { recursive: true });
});
afterEach(() => rmSync(map, { recursive: true, force: true }));

const schrijf = (...regels: string[]): void =>
  writeFileSync(
    join(map, 'beleid/argumenten.csv'),
    ['argument,soort,gegevensgroep,toelichting', ...regels, ''].join('\n'),
  );

function redenVan(doe: () => unknown): string {
  try {
    doe();
  } catch (error) {
    if (error instanceof KetenFout && error.code === 'BESTAND_ONGELDIG') return error.reden;
    throw error;
  }
  throw new Error('expected BESTAND_ONGELDIG');
}

describe('the list of arguments', () => {
  it('names every argument of the committed supergraph, and no other', () => {
    const supergraph = parse(readFileSync(new URL('supergraph.graphql', SCHEMA_MAP), 'utf8'));
    expect(() => lintArgumenten(supergraph, laadArgumenten())).not.toThrow();
  });

  it('is refused with the line of each fault', () => {
    schrijf(
      'Query.klant(id),klant,,-',
      'Query.klant(id),sleutel,,-',
      'klant(id),klant,,-',
      'Query.a(b),soortloos,,-',
      'Query.b(b),filter,,-',
      'Query.c(b),inhoud,klant.bsn,-',
      'Query.d(b),filter,klant.onbekend,-',
      'Query.e(b),inhoud,,',
    );
    const regels = redenVan(() => laadArgumenten(map)).split('\n');
    expect(regels.map((regel) => /argumenten\.csv:(\d+): /.exec(regel)?.[1])).toEqual([
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
    ]);
  });

  it('is refused when an argument, or a field of an input type, is missing or does not exist', () => {
    schrijf('Query.a(b),inhoud,,-', 'Query.a(weg),inhoud,,-', 'Filter.naam,inhoud,,-');
    const supergraph = parse(`
      type Query { a(b: Int, c: Filter): Int }
      input Filter { naam: String gemeente: String }
      input join__ContextArgument { name: String! }
    `);
    expect(redenVan(() => lintArgumenten(supergraph, laadArgumenten(map)))).toBe(
      [
        'beleid/argumenten.csv: Query.a(c) is not listed',
        'beleid/argumenten.csv: Filter.gemeente is not listed',
        'beleid/argumenten.csv:3: Query.a(weg) does not exist',
      ].join('\n'),
    );
  });
});
