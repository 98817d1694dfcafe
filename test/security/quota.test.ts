// Threats: 12
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../gateway/config.ts';
import { type RunningGateway, startGateway } from '../../gateway/start-gateway.ts';
import { beginGatewayProcess } from '../gateway/begin-gateway-process.ts';
import { schemaMapMetQuota, schrijfQuota } from '../setup/schema-map.ts';
import { beginUitgever, type TestUitgever } from '../setup/test-uitgever.ts';

/** What needs no subgraph, and counts like any other question. */
const VRAAG = { query: '{ __typename }' };

let uitgever: TestUitgever;
let map: string;
let env: Record<string, string>;
beforeAll(async () => {
  uitgever = await beginUitgever();
  map = mkdtempSync(join(tmpdir(), 'ketengraaf-quota-'));
  const sleutel = join(map, 'ketentoken.jwk');
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(sleutel, JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid: 'k' }));
  env = { POORT: '0', UITGEVERS: JSON.stringify([uitgever.instelling]), KETENTOKEN_SLEUTEL: sleutel };
});
afterAll(async () => {
  await uitgever.stop();
  rmSync(map, { recursive: true });
});

async function begin(anders: Readonly<Record<string, string>>): Promise<RunningGateway> {
  const gateway = await startGateway(readConfig({ ...env, ...anders }, []), pino({ level: 'silent' }));
  onTestFinished(() => gateway.stop());
  return gateway;
}

interface Wie {
  readonly organisatie?: string;
  readonly sub?: string;
}

async function vraag(
  url: string,
  { organisatie = 'GM0394', sub = 'consulent' }: Wie = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const token = await uitgever.token({ sub, organisatie, rollen: ['consulent_inkomen'] });
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      connection: 'close',
      authorization: `Bearer ${token}`,
      ...headers,
    },
    body: JSON.stringify(VRAAG),
  });
}

/** The statuses of so many questions, one after the other. */
async function statussen(url: string, keer: number, wie: Wie = {}): Promise<readonly number[]> {
  const gegeven: number[] = [];
  for (let n = 0; n < keer; n += 1) gegeven.push((await vraag(url, wie)).status);
  return gegeven;
}

describe('who asks more than the quota', () => {
  it('is refused with a code of its own, and told how long to wait', async () => {
    const { url } = await begin({ SCHEMA_MAP: schemaMapMetQuota('*,*,organisatie,*,,2,60,x') });
    expect(await statussen(url, 2)).toEqual([200, 200]);
    const geweigerd = await vraag(url);
    expect([geweigerd.status, Number(geweigerd.headers.get('retry-after'))]).toEqual([429, 60]);
    const antwoord = (await geweigerd.json()) as Record<string, unknown>;
    expect(antwoord).not.toHaveProperty('data');
    expect(antwoord['errors']).toMatchObject([
      { extensions: { code: 'QUOTUM_BEREIKT', wachtSeconden: 60, vraag: '*', aantal: 2, seconden: 60 } },
    ]);
    const json = await vraag(url, {}, { accept: 'application/json' });
    expect([json.status, json.headers.get('retry-after')]).toEqual([200, '60']);
  });

  it('keeps nothing back for another organisation', async () => {
    const { url } = await begin({ SCHEMA_MAP: schemaMapMetQuota('*,*,organisatie,*,,2,60,x') });
    expect(await statussen(url, 3)).toEqual([200, 200, 429]);
    expect(await statussen(url, 1, { organisatie: 'GM0629' })).toEqual([200]);
  });

  it('keeps nothing back for a colleague, where each user has a quota', async () => {
    const { url } = await begin({ SCHEMA_MAP: schemaMapMetQuota('*,*,betrokkene,*,,2,60,x') });
    expect(await statussen(url, 3)).toEqual([200, 200, 429]);
    expect(await statussen(url, 1, { sub: 'collega' })).toEqual([200]);
  });

  it('gets no more by another token, another header or another text of the question', async () => {
    const { url } = await begin({ SCHEMA_MAP: schemaMapMetQuota('*,*,organisatie,vrij,,1,60,x') });
    expect((await vraag(url)).status).toBe(200);
    expect((await vraag(url, { sub: 'ander' }, { 'x-forwarded-for': '10.0.0.1' })).status).toBe(429);
  });

  it('gets no more by a reload of the policy, and a wider line counts at once', async () => {
    const schema = schemaMapMetQuota('*,*,organisatie,*,,2,60,x');
    const gateway = await begin({ SCHEMA_MAP: schema });
    expect(await statussen(gateway.url, 3)).toEqual([200, 200, 429]);
    schrijfQuota(schema, '*,*,organisatie,*,,2,60,y');
    expect(await gateway.reload()).toBe('replaced');
    expect(await statussen(gateway.url, 1)).toEqual([429]);
    schrijfQuota(schema, '*,*,organisatie,*,,9,60,y');
    expect(await gateway.reload()).toBe('replaced');
    expect(await statussen(gateway.url, 1)).toEqual([200]);
    schrijfQuota(schema, '*,*,organisatie,*,,veel,60,y');
    expect(await gateway.reload()).toBe('refused');
    expect(await statussen(gateway.url, 1)).toEqual([200]);
  });
});

describe('several processes', () => {
  it('of one start count together', async () => {
    const gateway = await beginGatewayProcess(['--werkers', '2', '--port', '0'], {
      ...env,
      SCHEMA_MAP: schemaMapMetQuota('*,*,organisatie,*,,10,600,x'),
    });
    expect(gateway.stderr()).toBe('');
    const antwoorden = await Promise.all(Array.from({ length: 30 }, () => vraag(gateway.url ?? '')));
    expect(antwoorden.filter(({ status }) => status === 200)).toHaveLength(10);
    expect(antwoorden.filter(({ status }) => status === 429)).toHaveLength(20);
    expect(await gateway.stop()).toBe(0);
  });

  it('of several gateways do not start without a place to count together', () => {
    expect(() => readConfig({ ...env, GATEWAYS: '2' }, [])).toThrow(
      expect.objectContaining({ code: 'INSTELLINGEN_ONGELDIG', reden: expect.stringMatching(/^REDIS_URL/) }),
    );
  });

  it('of several gateways let no more through while Redis is away', async () => {
    const anders = {
      GATEWAYS: '2',
      REDIS_URL: 'redis://127.0.0.1:1',
      SCHEMA_MAP: schemaMapMetQuota('*,*,organisatie,*,,4,60,x'),
    };
    const gateways = [await begin(anders), await begin(anders)];
    for (const { url } of gateways) expect(await statussen(url, 3)).toEqual([200, 200, 429]);
  });

  it.skipIf(process.env['TEST_REDIS_URL'] === undefined)(
    'of several gateways count together in Redis',
    async () => {
      // A time of its own, so that no other run counts along.
      const seconden = 1_000 + Math.floor(Math.random() * 600_000);
      const anders = {
        GATEWAYS: '2',
        REDIS_URL: process.env['TEST_REDIS_URL'] ?? '',
        SCHEMA_MAP: schemaMapMetQuota(`*,*,organisatie,*,,4,${seconden},x`),
      };
      const [een, twee] = [await begin(anders), await begin(anders)];
      expect(await statussen(een.url, 2)).toEqual([200, 200]);
      expect(await statussen(twee.url, 3)).toEqual([200, 200, 429]);
      expect(await statussen(een.url, 1)).toEqual([429]);
    },
  );
});
