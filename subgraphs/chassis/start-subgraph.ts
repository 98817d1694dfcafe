import { alsEigenaar } from './database/als-eigenaar.ts';
import { controleerRol } from './database/controleer-rol.ts';
import type { Transactie } from './database/databank.ts';
import { laadBronnen } from './database/laad-bronnen.ts';
import { migreer } from './database/migreer.ts';
import { openPool } from './database/open-pool.ts';
import { openRedis } from '../../schema/keten/open-redis.ts';
import { kenmerkenVan } from './errors/maskeer-fout.ts';
import { veldbeleidVan } from './guard/veldbeleid.ts';
import { echteKlok, type Klok } from './klok.ts';
import { maakLogger } from './maak-logger.ts';
import { cursorSleutelsUit } from './paging/cursor-sleutels.ts';
import { repeteer } from './rehearsal/repeteer.ts';
import { voegGezondheidToe } from './server/gezondheid.ts';
import { leesSchema } from './server/lees-schema.ts';
import { luister } from './server/luister.ts';
import { maakApollo } from './server/maak-apollo.ts';
import { maakServer } from './server/maak-server.ts';
import type { Instellingen } from './settings/instellingen.ts';
import type { SubgraphDefinition } from './subgraph-definition.ts';
import { inEenTransactie } from './transaction/in-een-transactie.ts';
import { bereikStatement } from './transaction/zet-bereik.ts';
import { aanroepControle, NONCE_DUUR } from './verification/controleer-aanroep.ts';
import { gedeeldNonceVenster } from './verification/gedeeld-nonce-venster.ts';
import { sleutelbron } from './verification/sleutelbron.ts';

/** A subgraph that listens. */
export interface DraaiendeSubgraph {
  /** URL of the GraphQL endpoint. */
  readonly url: string;
  /** Reads the files of its keys again. @throws KetenFout INSTELLINGEN_ONGELDIG; the keys there were stay then */
  readonly herlees: () => void;
  /** Finishes the answers under way, and closes everything. */
  readonly stop: () => Promise<void>;
}

/**
 * Brings up one subgraph: migrate and load (as the owner, when given), refuse a role that may do too
 * much, build the schema with its guard, and listen.
 * Throws a KetenFout: DATABASE_NIET_BEREIKBAAR, MIGRATIE_MISLUKT, BESTAND_ONGELDIG, ROL_TE_RUIM or POORT_BEZET.
 */
export async function startSubgraph<Tx extends Transactie, Loaders>(
  definition: SubgraphDefinition<Tx, Loaders>,
  instellingen: Instellingen,
  klok: Klok = echteKlok(instellingen.peildatum),
): Promise<DraaiendeSubgraph> {
  const { naam, map, bronnen, openbareTabellen, gebeurtenistabellen, maakLoaders } = definition;
  const logger = maakLogger(naam, instellingen.logniveau);

  if (instellingen.eigenaarDatabaseUrl !== undefined) {
    await alsEigenaar(instellingen.eigenaarDatabaseUrl, naam, async (eigenaar) => {
      const begin = performance.now();
      const migraties = await migreer(eigenaar, new URL('prisma/migrations/', map), naam);
      const isGeladen = await laadBronnen(eigenaar, new URL('bronnen/', map), bronnen);
      logger.info({ migraties, isGeladen, ms: Math.round(performance.now() - begin) }, 'database ready');
    });
  }

  const schema = await leesSchema(definition);
  const { pool, adapter } = openPool(instellingen.databaseUrl, naam, (fout) =>
    logger.error(kenmerkenVan(fout), 'connection lost'),
  );
  const databank = definition.openDatabank(adapter);
  const redis =
    instellingen.redisUrl === undefined
      ? undefined
      : await openRedis(instellingen.redisUrl, (fout) => logger.error(kenmerkenVan(fout), 'redis lost'));
  const sluit = async (): Promise<void> => {
    redis?.destroy();
    await databank.$disconnect();
    await pool.end();
  };

  try {
    await controleerRol(databank, openbareTabellen, gebeurtenistabellen);
    const sleutels = sleutelbron(instellingen.ketentokenJwks, klok.nu);
    const antwoorder = {
      databank,
      schema,
      maakLoaders,
      bereik: bereikStatement([...new Set(veldbeleidVan(schema).flatMap(({ groepen }) => groepen.flat()))]),
      cursorSleutels: cursorSleutelsUit(instellingen.cursorring, naam),
      pseudoniemring: instellingen.pseudoniemring,
      klok,
      logger,
    };
    await repeteer({ ...definition, ...antwoorder }).catch((fout: unknown) =>
      logger.warn(kenmerkenVan(fout), 'rehearsal failed'),
    );
    const apollo = maakApollo({ schema, antwoord: (vraag) => inEenTransactie(antwoorder, vraag), logger });
    await apollo.start();
    const server = maakServer({
      apollo,
      ...aanroepControle({
        audience: naam,
        sleutels,
        nu: klok.nu,
        ...(redis !== undefined && { nonces: gedeeldNonceVenster(redis, naam, NONCE_DUUR) }),
      }),
      logger,
    });
    voegGezondheidToe(server, [
      {
        naam: 'database',
        reden: 'PostgreSQL does not answer',
        isGereed: () => pool.query('select 1').then(() => true),
      },
      {
        naam: 'sleutels',
        reden: 'the keys of the gateway are not known',
        isGereed: async () => (await sleutels.staat()) !== 'geen',
      },
    ]);
    const url = await luister(server, instellingen.adres, instellingen.poort);
    logger.info({ url }, 'listening');
    return {
      url,
      herlees: () => {
        instellingen.cursorring.herlees();
        instellingen.pseudoniemring.herlees();
        logger.info('keys read');
      },
      stop: async () => {
        await server.close();
        await apollo.stop();
        await sluit();
      },
    };
  } catch (fout) {
    await sluit();
    throw fout;
  }
}
