import { apolloGateway } from './apollo-gateway.ts';
import { grafbase } from './grafbase.ts';
import { hiveJs, hiveRust } from './hive.ts';
import { ketengraaf } from './ketengraaf.ts';
import { ketengraafMetAutorisatie } from './ketengraaf-met-autorisatie.ts';
import type { Peer } from './peer.ts';
import { apolloServer, nodeHttp } from './vloeren.ts';

/** Everything that is measured. Ours comes first, because the others are compared with it. */
export const PEERS: readonly Peer[] = [
  ketengraaf,
  ketengraafMetAutorisatie,
  apolloGateway,
  hiveJs,
  hiveRust,
  grafbase,
  apolloServer,
  nodeHttp,
];
