import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { decodeJwt } from 'jose';
import { expect, it } from 'vitest';
import { laadBeleid } from '../../../gateway/authorisation/beleid.ts';
import type { Toegang } from '../../../gateway/authorisation/toegang.ts';
import { bouwStand } from '../../../gateway/stand.ts';
import { ketentokenMaker } from '../../../gateway/transport/ketentoken-maker.ts';
import { ketentokenClaims } from '../../../schema/keten/ketentoken.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const supergraph = readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8');
const { groepenPerSubgraph } = await bouwStand({ supergraph, beleid: laadBeleid() });
const maakMet = ketentokenMaker(groepenPerSubgraph);
const maak = async (toegang: Toegang, subgraph: string, kid = 'k'): Promise<string> =>
  maakMet(toegang, subgraph, { kid, privateKey });

const eigen = { sleutels: ['GM0394'] };
const toegang: Toegang = {
  betrokkene: { sub: 'x', organisatie: 'GM0394', rollen: [], rechten: [], namens: [] },
  afnemer: 'keten',
  verwerkingsactiviteit: 'https://x.example/1',
  reden: undefined,
  groepen: new Map(
    ['klant.bsn', 'klant.dossier', 'werkgever.subsidie', 'structuur'].map((groep) => [groep, eigen]),
  ),
  sleutel: 'x',
};

it('tells a subgraph of the groups that it serves and of no others', async () => {
  const groepen = async (subgraph: string): Promise<readonly string[]> => {
    const claims = ketentokenClaims.parse(decodeJwt(await maak(toegang, subgraph)));
    expect(claims.aud).toBe(subgraph);
    return Object.keys(claims.groepen).toSorted();
  };
  expect(await groepen('klanten')).toEqual(['klant.bsn', 'klant.dossier', 'structuur']);
  expect(await groepen('financien')).toEqual(['structuur', 'werkgever.subsidie']);
});

it('says why the asker looked beyond the own caseload, when he did', async () => {
  const reden = async (metReden: Toegang): Promise<unknown> =>
    ketentokenClaims.parse(decodeJwt(await maak(metReden, 'klanten'))).reden;
  expect(await reden(toegang)).toBeUndefined();
  expect(await reden({ ...toegang, reden: 'TEAM_SPOED', sleutel: 'y' })).toBe('TEAM_SPOED');
});

it('is the same token for the same asker, and another for another subgraph or under another key', async () => {
  expect(await maak(toegang, 'klanten')).toBe(await maak({ ...toegang }, 'klanten'));
  expect(await maak(toegang, 'klanten')).not.toBe(await maak(toegang, 'financien'));
  expect(await maak(toegang, 'klanten')).not.toBe(await maak(toegang, 'klanten', 'k2'));
});
