import type { DocumentNode, GraphQLSchema } from 'graphql';
import { decodeJwt } from 'jose';
import { KETENTOKEN_HEADER, type KetentokenClaims, ketentokenClaims } from '../../schema/keten/ketentoken.ts';
import type { Databank, Transactie } from '../../subgraphs/chassis/database/databank.ts';
import { type OpenPool, openPool } from '../../subgraphs/chassis/database/open-pool.ts';
import { metPseudoniemen } from '../../subgraphs/chassis/guard/met-pseudoniemen.ts';
import { veldbeleidVan } from '../../subgraphs/chassis/guard/veldbeleid.ts';
import { echteKlok } from '../../subgraphs/chassis/klok.ts';
import { maakLogger } from '../../subgraphs/chassis/maak-logger.ts';
import { cursorSleutelsUit } from '../../subgraphs/chassis/paging/cursor-sleutels.ts';
import { bouwSchema } from '../../subgraphs/chassis/server/bouw-schema.ts';
import { leesSchema } from '../../subgraphs/chassis/server/lees-schema.ts';
import { luister } from '../../subgraphs/chassis/server/luister.ts';
import { maakApollo } from '../../subgraphs/chassis/server/maak-apollo.ts';
import { maakServer } from '../../subgraphs/chassis/server/maak-server.ts';
import { leesInstellingen } from '../../subgraphs/chassis/settings/instellingen.ts';
import type { SubgraphDefinition } from '../../subgraphs/chassis/subgraph-definition.ts';
import { inEenTransactie } from '../../subgraphs/chassis/transaction/in-een-transactie.ts';
import { bereikStatement } from '../../subgraphs/chassis/transaction/zet-bereik.ts';
import type { Aanroep } from '../../subgraphs/chassis/verification/aanroep.ts';
import {
  aanroepControle,
  type RuweAanroep,
} from '../../subgraphs/chassis/verification/controleer-aanroep.ts';
import { sleutelbron } from '../../subgraphs/chassis/verification/sleutelbron.ts';
import { financien } from '../../subgraphs/financien/financien.ts';
import { klanten } from '../../subgraphs/klanten/klanten.ts';
import { trajecten } from '../../subgraphs/trajecten/trajecten.ts';
import { vacatures } from '../../subgraphs/vacatures/vacatures.ts';
import { type Bericht, type Deel, DELEN, type Statement } from './delen.ts';

// A subgraph put together from the parts of the chassis, of which the benchmark may leave some out. The product has no
// such subgraph: its own start knows one way only. Arguments: the name of the subgraph, and the URL of the administrator.

const START: Readonly<Record<string, () => Promise<void>>> = {
  klanten: () => begin(klanten),
  financien: () => begin(financien),
  vacatures: () => begin(vacatures),
  trajecten: () => begin(trajecten),
};
/** Two pools in each of four subgraphs have to fit in one small server. */
const VERBINDINGEN = 5;
const TERMIJN = 30_000;
const [, , naam = '', beheerder = ''] = process.argv;

async function begin<Tx extends Transactie, Loaders>(
  definition: SubgraphDefinition<Tx, Loaders>,
): Promise<void> {
  const instellingen = leesInstellingen(process.env);
  const klok = echteKlok(instellingen.peildatum);
  const logger = maakLogger(naam, instellingen.logniveau);
  const schemas = { met: await leesSchema(definition), zonder: await zonderBewaking(definition) };
  let opname: Statement[] | undefined;
  const hoor = (statement: Statement): void => void opname?.push(statement);
  const databanken = {
    met: definition.openDatabank(adapterVan(instellingen.databaseUrl, hoor)),
    zonder: definition.openDatabank(adapterVan(beheerder, hoor)),
  };
  const bereik = bereikStatement([
    ...new Set(veldbeleidVan(schemas.met).flatMap(({ groepen }) => groepen.flat())),
  ]);
  const lezer = {
    maakLoaders: definition.maakLoaders,
    bereik,
    cursorSleutels: cursorSleutelsUit(instellingen.cursorring, naam),
    pseudoniemring: instellingen.pseudoniemring,
    klok,
    logger,
  };
  const antwoorderMet = (delen: readonly Deel[]) => ({
    ...lezer,
    schema: delen.includes('bewaking') ? schemas.met : schemas.zonder,
    databank: zonderStatements(
      delen.includes('policies') ? databanken.met : databanken.zonder,
      (sql) =>
        (sql === bereik.sql && !delen.includes('bereik')) ||
        (sql.startsWith('insert into logboek') && !delen.includes('logboek')),
    ),
  });
  let antwoorder = antwoorderMet(DELEN);
  let isGecontroleerd = true;
  const controle = aanroepControle({
    audience: naam,
    sleutels: sleutelbron(instellingen.ketentokenJwks, klok.nu),
    nu: klok.nu,
  });
  const claimsBij = new WeakMap<DocumentNode, KetentokenClaims>();
  const apollo = maakApollo({
    schema: schemas.met,
    antwoord: (vraag) => {
      // A call without a ketentoken is answered as the last one with the same question that had one.
      const claims = vraag.aanroep.claims === ONBEKEND ? claimsBij.get(vraag.document) : vraag.aanroep.claims;
      if (claims === undefined) throw new Error('asked without a ketentoken before it was asked with one');
      claimsBij.set(vraag.document, claims);
      return inEenTransactie(antwoorder, { ...vraag, aanroep: { ...vraag.aanroep, claims } });
    },
    logger,
  });
  await apollo.start();
  const server = maakServer({
    apollo,
    controleerKetentoken: async (headers) => {
      if (isGecontroleerd) await controle.controleerKetentoken(headers);
    },
    controleerAanroep: async (ruw) => (isGecontroleerd ? controle.controleerAanroep(ruw) : zoalsHijZegt(ruw)),
    logger,
  });
  process.on('message', (bericht: Bericht) => {
    if ('delen' in bericht) {
      antwoorder = antwoorderMet(bericht.delen);
      isGecontroleerd = bericht.delen.includes('verificatie');
    }
    if ('neemOp' in bericht) opname = [];
    process.send?.('geefOpname' in bericht ? (opname ?? []) : {});
  });
  process.send?.({ url: await luister(server, instellingen.adres, instellingen.poort) });
}

function adapterVan(url: string, hoor: (statement: Statement) => void): OpenPool['adapter'] {
  const { pool, adapter } = openPool(url, naam, (fout) => process.stderr.write(fout.message));
  pool.options.max = VERBINDINGEN;
  pool.on('connect', (client) => volgStatements(client, hoor));
  return adapter;
}

/** The schema with resolvers and pseudonyms, and no guard. */
async function zonderBewaking<Tx extends Transactie, Loaders>(
  definition: SubgraphDefinition<Tx, Loaders>,
): Promise<GraphQLSchema> {
  const schema = await bouwSchema(definition);
  for (const { type, veld: naamVanVeld } of veldbeleidVan(schema)) {
    const veld = type.getFields()[naamVanVeld];
    if (veld === undefined) continue;
    veld.resolve = metPseudoniemen(veld, veld.resolve ?? ((rij) => (rij as Rij)[naamVanVeld]));
  }
  return schema;
}

type Rij = Readonly<Record<string, unknown>>;

/** A database that is not sent the statements that are left out. */
function zonderStatements<Tx extends Transactie>(
  databank: Databank<Tx>,
  isWeg: (sql: string) => boolean,
): Databank<Tx> {
  const dun = (tx: Tx): Tx =>
    new Proxy(tx, {
      get: (doel, eigenschap) => {
        if (eigenschap === '$queryRawUnsafe')
          return async (sql: string, ...waarden: readonly unknown[]) =>
            isWeg(sql) ? [] : doel.$queryRawUnsafe(sql, ...waarden);
        if (eigenschap === '$executeRawUnsafe')
          return async (sql: string, ...waarden: readonly unknown[]) =>
            isWeg(sql) ? 0 : doel.$executeRawUnsafe(sql, ...waarden);
        return Reflect.get(doel, eigenschap) as unknown;
      },
    });
  return {
    $queryRawUnsafe: (sql, ...waarden) => databank.$queryRawUnsafe(sql, ...waarden),
    $transaction: (werk, opties) => databank.$transaction((tx) => werk(dun(tx)), opties),
    $disconnect: () => databank.$disconnect(),
  };
}

const ONBEKEND: KetentokenClaims = Object.freeze({
  iss: 'ketengraaf-gateway',
  aud: '',
  sub: '',
  organisatie: '',
  afnemer: '',
  groepen: {},
  iat: 0,
  exp: 0,
});
const gelezen = new Map<string, KetentokenClaims>();

/** A call that is taken at its word. */
function zoalsHijZegt({ headers }: RuweAanroep): Aanroep {
  const token = headers[KETENTOKEN_HEADER];
  const claims = typeof token === 'string' ? claimsVan(token) : ONBEKEND;
  return {
    claims,
    traceId: '0'.repeat(31).concat('1'),
    parentSpanId: '0'.repeat(15).concat('1'),
    uiterlijk: Date.now() + TERMIJN,
  };
}

function claimsVan(token: string): KetentokenClaims {
  const claims = gelezen.get(token) ?? ketentokenClaims.parse(decodeJwt(token));
  gelezen.set(token, claims);
  return claims;
}

/** Tells of every statement that goes over a connection. */
function volgStatements(client: object, hoor: (statement: Statement) => void): void {
  const { query, processID } = client as {
    readonly query: (...args: readonly unknown[]) => unknown;
    readonly processID: number;
  };
  Object.assign(client, {
    query: (...args: readonly unknown[]) => {
      const [vraag, waarden] = args;
      const { text, values } =
        typeof vraag === 'string' ? { text: vraag, values: waarden } : (vraag as Partial<Statement>);
      hoor({ verbinding: processID, text: text ?? '', values: Array.isArray(values) ? values : [] });
      return query.apply(client, [...args]);
    },
  });
}

process.once('disconnect', () => process.exit(0));
await START[naam]?.();
