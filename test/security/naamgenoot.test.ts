// Threats: 18a
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginGraph, type Testgraph } from '../setup/begin-graph.ts';

const DOEL = 'https://register.ketengraaf.example/verwerkingen/klantregie/1';

let graph: Testgraph;
beforeAll(async () => {
  graph = await beginGraph();
});
afterAll(() => graph.stop());

/** Of which gemeenten somebody with these claims and the role of regisseur reaches klanten. */
async function gemeenten(
  claims: Readonly<Record<string, unknown>>,
  reden?: string,
): Promise<readonly string[]> {
  const token = await graph.uitgever.token({ rollen: ['regisseur'], ...claims });
  const { data, errors } = await graph.vraag({
    body: { query: '{ klanten(first: 100) { edges { node { verantwoordelijke { code } } } } }' },
    headers: {
      authorization: `Bearer ${token}`,
      'x-verwerkingsactiviteit': DOEL,
      ...(reden !== undefined && { 'x-toegangsreden': reden }),
    },
  });
  expect(errors).toBeUndefined();
  const { edges } = data?.['klanten'] as {
    readonly edges: readonly { readonly node: { readonly verantwoordelijke: { readonly code: string } } }[];
  };
  return [...new Set(edges.map(({ node }) => node.verantwoordelijke.code))].toSorted();
}

const REGISSEUR = { sub: 'consulent-lv', team: 'Werk en Inkomen 1' };
const LVW = { organisatie: 'GM1916', namens: ['GM0626', 'GM0629'] };

describe('a medewerker of Voorschoten, which has its uitkeringen done by Leidschendam-Voorburg', () => {
  it('does not reach the caseload of a regisseur there who has the same name in another register', async () => {
    expect(await gemeenten({ ...LVW, ...REGISSEUR })).toEqual(['GM0626', 'GM0629', 'GM1916']);
    expect(await gemeenten({ ...REGISSEUR, organisatie: 'GM0626' })).toEqual([]);
  });

  it('does not reach the klanten of a team there that is called as the own one', async () => {
    const collega = { sub: 'iemand', team: REGISSEUR.team };
    expect(await gemeenten({ ...LVW, ...collega }, 'TEAM_SPOED')).toContain('GM0626');
    expect(await gemeenten({ ...collega, organisatie: 'GM0626' }, 'TEAM_SPOED')).toEqual([]);
  });
});
