import { randomBytes } from 'node:crypto';
import { getOperationAST, parse } from 'graphql';
import { argumentCoverage } from '../../gateway/authorisation/argument-coverage.ts';
import { beslisser } from '../../gateway/authorisation/beslis.ts';
import { coverage } from '../../gateway/authorisation/coverage.ts';
import { readConfig } from '../../gateway/config.ts';
import { createIdentity } from '../../gateway/identity/identify.ts';
import { loadStand } from '../../gateway/load-stand.ts';
import { counters } from '../../gateway/quota/counters.ts';
import { quotaOf } from '../../gateway/quota/quota.ts';
import { signedCallHeaders } from '../../gateway/transport/call-headers.ts';
import { leesKetensleutels } from '../../gateway/transport/ketensleutel.ts';
import { kenmerk } from '../gevallen/kenmerk.ts';
import type { Klaargezet } from '../meten/opstelling.ts';

/** What each part of authorisation takes of the gateway for one request, in milliseconds CPU, warm. */
export type GatewayDelen = Readonly<Record<'token' | 'quotum' | 'besluit' | 'handtekeningen', number>>;

/** How often each part is run while it is measured. */
const KEREN = 20_000;

/**
 * Runs the parts themselves, as the gateway assembles them, in this process and nothing beside: what they take without
 * the longer headers that they cause.
 * @param aanroepen calls of a subgraph a request: each is signed
 */
export async function meetGatewayDelen(klaar: Klaargezet, aanroepen: number): Promise<GatewayDelen> {
  const { supergraphMetBeleid, aanmelding } = klaar.opstelling;
  const config = readConfig(
    {
      UITGEVERS: aanmelding.uitgevers,
      KETENTOKEN_SLEUTEL: aanmelding.sleutel,
      SCHEMA_MAP: aanmelding.schemaMap,
      VRIJE_OPERATIES: 'true',
    },
    ['--supergraph', supergraphMetBeleid],
  );
  const stand = await loadStand(config);
  const document = parse(klaar.geval.document);
  const operation = getOperationAST(document);
  const { schema, eisen, beleid } = stand;
  if (operation === null || operation === undefined || beleid === undefined) throw new Error('no policy');
  const { identify } = createIdentity(config.UITGEVERS ?? []);
  const secret = Promise.resolve(randomBytes(32));
  const quota = quotaOf(
    stand.quota,
    counters({ where: { place: 'process' }, secret: () => secret, processes: 1, onAlone: () => undefined }),
  );
  const beslis = beslisser(beleid);
  const makeHeaders = signedCallHeaders(
    leesKetensleutels(aanmelding.sleutel).huidige,
    stand.groepenPerSubgraph,
  );
  const { authorization, 'x-verwerkingsactiviteit': verwerkingsactiviteit } = aanmelding.koppen;
  const argumenten = argumentCoverage(schema, document, operation, eisen, beleid.argumenten);
  const dekking = [
    ...coverage(schema, document, operation, eisen, beleid.nooitInLijst),
    ...argumenten.dekking,
  ];
  const variabelen = klaar.geval.variables(kenmerk(1));
  const betrokkene = await identify(authorization);
  const besluit = () =>
    beslis({
      betrokkene,
      verwerkingsactiviteit,
      reden: undefined,
      dekking,
      argumenten,
      variabelen,
      nu: new Date(),
    });
  const toegang = await besluit();
  const asked = { betrokkene, soort: 'GEMEENTE', documentId: undefined } as const;
  const body = JSON.stringify({ query: klaar.geval.document, variables: variabelen });
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  const [subgraph = ''] = klaar.opstelling.subgraphs.keys();
  await stand.planner.close();
  return {
    token: await cpuVan(() => identify(authorization)),
    quotum: await cpuVan(async () => {
      await quota.asked(asked);
      await quota.granted(asked, toegang.groepen);
    }),
    besluit: await cpuVan(besluit),
    handtekeningen:
      aanroepen *
      (await cpuVan(async () =>
        makeHeaders({ subgraph, path: `/${subgraph}`, body, traceparent, left: 9_000 }, toegang),
      )),
  };
}

/** The processor time of this thread for one time, in milliseconds; many times together, because it is counted coarsely. */
async function cpuVan(werk: () => Promise<unknown>): Promise<number> {
  for (let keer = 0; keer < KEREN / 4; keer += 1) await werk();
  const begin = process.threadCpuUsage();
  for (let keer = 0; keer < KEREN; keer += 1) await werk();
  const { user, system } = process.threadCpuUsage(begin);
  return (user + system) / 1000 / KEREN;
}
