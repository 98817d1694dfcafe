import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const SCHEMA = fileURLToPath(new URL('../../schema', import.meta.url));

/** A copy of the data in `schema/`, for the setting SCHEMA_MAP, with other quota. Gone when the test is over. */
export function schemaMapMetQuota(...regels: readonly string[]): string {
  const map = mkdtempSync(join(tmpdir(), 'ketengraaf-schema-'));
  onTestFinished(() => rmSync(map, { recursive: true }));
  kopieerSchema(map);
  schrijfQuota(map, ...regels);
  return map;
}

/** Copies the data of the policy, of the ketenpartners and of the trusted documents as they are into a folder. */
export function kopieerSchema(map: string): void {
  for (const deel of ['beleid', 'ketenpartners', 'operaties']) {
    cpSync(join(SCHEMA, deel), join(map, deel), {
      recursive: true,
      filter: (bron) => !bron.endsWith('.ts'),
    });
  }
}

/** Replaces the quota in such a copy. */
export function schrijfQuota(map: string, ...regels: readonly string[]): void {
  const koppen = 'organisatiesoort,organisatie,per,vraag,gegevensgroep,aantal,seconden,toelichting';
  writeFileSync(join(map, 'beleid/quota.csv'), `${[koppen, ...regels].join('\n')}\n`);
}
