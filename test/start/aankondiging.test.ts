import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { aankondiging, curlRegel, draaitAlRegel } from '../../start/aankondiging.ts';
import { laadGebruikers } from '../../schema/demo/laad-gebruikers.ts';
import { laadOperaties } from '../../schema/operaties/laad-operaties.ts';
import { adressenVan } from '../../start/onderdelen.ts';

const adressen = adressenVan({
  checkout: '/c',
  map: '/c/m',
  poort: 4000,
  werkers: 1,
  databaseUrl: undefined,
});

/** The words that a shell makes of a line, with curl itself replaced. */
function words(line: string): string[] {
  const script = `curl() { printf '%s\\n' "$@"; }; ${line}`;
  return execFileSync('sh', ['-c', script], { cwd: '/', encoding: 'utf8' }).trimEnd().split('\n');
}

test.each([...laadOperaties().values()])(
  'the curl line for $id is one a shell understands in any folder',
  (vraag) => {
    const found = words(curlRegel(adressen.endpoint, adressen.uitgever, vraag));
    expect(found).toContain('http://127.0.0.1:4000/graphql');
    expect(found.join(' ')).toContain(`http://127.0.0.1:4010/demo/token/${vraag.als}`);
    expect(JSON.parse(found.at(-1) ?? '')).toEqual({ documentId: vraag.id, variables: vraag.variabelen });
  },
);

test('a quote in a variable does not end the curl line', () => {
  const [vraag] = [...laadOperaties().values()];
  if (vraag === undefined) throw new Error('There is no question.');
  const variabelen = { naam: `'; echo 't is mis` };
  const found = words(curlRegel(adressen.endpoint, adressen.uitgever, { ...vraag, variabelen }));
  expect(JSON.parse(found.at(-1) ?? '')).toEqual({ documentId: vraag.id, variables: variabelen });
});

test('the table names every demo user, who that is, and the question of each', () => {
  const text = aankondiging(
    adressen,
    '/c/m',
    '/var/elders',
    [...laadGebruikers().values()],
    [...laadOperaties().values()],
  );
  for (const { gebruiker, omschrijving } of laadGebruikers().values()) {
    expect(text).toMatch(new RegExp(`${gebruiker} +${omschrijving}`));
  }
  expect(text).toMatch(/wethouder-haarlemmermeer .*\n +PHO-001 Basis op orde\n/);
  for (const { id, titel } of laadOperaties().values()) {
    expect(text).toContain(`${id.replace('keten:', '')} ${titel}\n`);
  }
  expect(text).toContain(adressen.endpoint);
  expect(text).toMatch(/Gegevens +\/c\/m\n +Database +\/var\/elders\n/);
  expect(text).not.toMatch(/ \n/);
});

test('no line but the one to paste is wider than a screen', () => {
  const text = aankondiging(
    adressen,
    '/c/m',
    '/var/elders',
    [...laadGebruikers().values()],
    [...laadOperaties().values()],
  );
  for (const line of text.split('\n').filter((candidate) => !candidate.startsWith('curl'))) {
    expect(line.length, line).toBeLessThanOrEqual(120);
  }
});

test('the curl line is silent about progress and not about what goes wrong', () => {
  const [vraag] = [...laadOperaties().values()];
  if (vraag === undefined) throw new Error('There is no question.');
  expect(curlRegel(adressen.endpoint, adressen.uitgever, vraag).match(/curl -\w+/g)).toEqual([
    'curl -sS',
    'curl -sS',
  ]);
});

test('a second start says that the first runs only when it can be used', () => {
  const houder = { id: 'x', pid: 7, mark: 'm', endpoint: adressen.endpoint, uitgever: adressen.uitgever };
  expect(draaitAlRegel(houder, true)).toBe(
    'Ketengraaf draait al: http://127.0.0.1:4000/graphql (proces 7).\n',
  );
  expect(draaitAlRegel(houder, false)).toBe(
    'Ketengraaf wordt al gestart en is nog niet gereed: http://127.0.0.1:4000/graphql (proces 7).\n',
  );
});
