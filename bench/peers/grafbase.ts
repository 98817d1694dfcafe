import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pad, type Peer, versieVan } from './peer.ts';

const PAKKET = 'node_modules/@grafbase/cli-x86_64-unknown-linux-musl';
const isAanwezig = existsSync(pad(`${PAKKET}/grafbase`));

/** Grafbase composes the subgraphs itself: its program reads their SDL and takes no supergraph. */
export const grafbase: Peer = {
  naam: 'grafbase',
  titel: 'Grafbase',
  versie: isAanwezig ? versieVan(`${PAKKET}/package.json`) : '',
  kort: false,
  isVloer: false,
  pad: '/graphql',
  beletsel: isAanwezig ? undefined : `there is no program of it for ${process.platform} ${process.arch}`,
  opdracht: ({ poort, subgraphs, map }) => {
    const instellingen = join(map, 'grafbase.toml');
    const delen = Array.from(
      subgraphs,
      ([naam, url]) => `[subgraphs.${naam}]\nurl = "${url}"\nintrospection_url = "${url}"\n`,
    );
    writeFileSync(instellingen, delen.join('\n'));
    return {
      programma: pad(`${PAKKET}/grafbase`),
      argumenten: ['--home', map, 'dev', '-c', instellingen, '-p', String(poort)],
      cwd: map,
    };
  },
};
