import { nodeOpdracht, type Opstelling, type Peer, versieVan } from './peer.ts';

const HIVE = 'node_modules/@graphql-hive/gateway';
const PLANNER = 'node_modules/@graphql-hive/router-runtime';

function opdracht({ poort, supergraph, map }: Opstelling, vlaggen: readonly string[]) {
  const argumenten = ['supergraph', supergraph, '--host', '127.0.0.1', '--port', String(poort), ...vlaggen];
  return { ...nodeOpdracht(`${HIVE}/dist/bin.js`, argumenten), cwd: map };
}

/** Hive Gateway by its own command, as it comes: with its planner in JavaScript. */
export const hiveJs: Peer = {
  naam: 'hive-js',
  titel: 'Hive Gateway (JS-planner)',
  versie: versieVan(`${HIVE}/package.json`),
  kort: false,
  isVloer: false,
  pad: '/graphql',
  opdracht: (opstelling) => opdracht(opstelling, []),
};

/** Hive Gateway by its own command, with the planner and executor of its router: its `unifiedGraphHandler`. */
export const hiveRust: Peer = {
  naam: 'hive-rust',
  titel: 'Hive Gateway (Rust-planner)',
  versie: `${hiveJs.versie} (router-runtime ${versieVan(`${PLANNER}/package.json`)})`,
  kort: true,
  isVloer: false,
  pad: '/graphql',
  opdracht: (opstelling) => opdracht(opstelling, ['--hive-router-runtime']),
};
