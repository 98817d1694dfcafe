// Threats: 22a
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ringText, rotate } from '../../start/sleutels/ringbestand.ts';
import { makeRingjwk } from '../../start/sleutels/sleutelsoorten.ts';
import { beginGatewayProcess, type GatewayProcess } from '../gateway/begin-gateway-process.ts';
import { beginUitgever, type TestUitgever } from '../setup/test-uitgever.ts';
import { until } from '../start/fixtures/until.ts';

let uitgever: TestUitgever;
let map: string;
let ring: string;
beforeAll(async () => {
  uitgever = await beginUitgever();
  map = mkdtempSync(join(tmpdir(), 'ketengraaf-sleutels-'));
  ring = join(map, 'ketentoken.jwk');
});
afterAll(async () => {
  await uitgever.stop();
  rmSync(map, { recursive: true });
});

const begin = async (werkers: string): Promise<GatewayProcess> => {
  writeFileSync(ring, ringText([await makeRingjwk('ketentoken', 0)]));
  const gateway = await beginGatewayProcess(['--port', '0', '--werkers', werkers], {
    UITGEVERS: JSON.stringify([uitgever.instelling]),
    KETENTOKEN_SLEUTEL: ring,
  });
  expect(gateway.stderr()).toBe('');
  return gateway;
};

async function kids({ url }: GatewayProcess): Promise<readonly string[]> {
  const jwks = new URL('/ketentoken/jwks.json', url);
  const response = await fetch(jwks, { headers: { connection: 'close' } });
  return ((await response.json()) as { keys: { kid: string }[] }).keys.map(({ kid }) => kid);
}

it.skipIf(process.platform === 'win32').each(['1', '2'])(
  'a key that was made ready is published on SIGHUP, by each of %s processes, and does not sign yet',
  async (werkers) => {
    const gateway = await begin(werkers);
    const [oud] = await kids(gateway);
    const nieuw = await rotate(ring, 'ketentoken', 300, Math.floor(Date.now() / 1000));
    expect(await kids(gateway)).toEqual([oud]);
    gateway.child.kill('SIGHUP');
    const gelezen = await until('each has read it', () => {
      const regels = gateway.log().filter(({ msg }) => msg === 'keys read');
      return regels.length === Number(werkers) && regels;
    });
    for (const regel of gelezen) expect(regel).toMatchObject({ kids: [nieuw, oud], ondertekent: oud });
    for (let n = 0; n < 4; n += 1) expect(await kids(gateway)).toEqual([nieuw, oud]);
    expect(await gateway.stop()).toBe(0);
  },
  60_000,
);

it.skipIf(process.platform === 'win32')(
  'a key file that is not right changes nothing, and is told of without its content',
  async () => {
    const gateway = await begin('1');
    const bekend = await kids(gateway);
    writeFileSync(ring, '{"keys":[{"kty":"OKP","d":"GEHEIM"}]}');
    gateway.child.kill('SIGHUP');
    const regel = await until('it was refused', () =>
      gateway.log().find(({ msg }) => msg === 'keys refused; those that run stay'),
    );
    expect(regel).toMatchObject({ code: 'INSTELLINGEN_ONGELDIG', reden: expect.stringContaining(ring) });
    expect(JSON.stringify(regel)).not.toContain('GEHEIM');
    expect(await kids(gateway)).toEqual(bekend);
    expect(await gateway.stop()).toBe(0);
  },
  60_000,
);
