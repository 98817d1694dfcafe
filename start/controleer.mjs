// Plain JavaScript on purpose: its task is to tell an old Node that it is too old.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { koppelNode } from './koppel-node.mjs';

const NODIG = 24;
const checkout = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * What stands in the way of starting, in Dutch and English; empty when nothing does.
 *
 * @param {{ map: string, node: string }} omgeving the checkout, and the version of the running Node
 * @returns {string[]}
 */
export function bezwaren({ map, node }) {
  if (!existsSync(join(map, 'node_modules'))) {
    return ['De pakketten ontbreken. Voer eerst uit: npm ci', 'Packages are missing. Run first: npm ci'];
  }
  if (Number(node.split('.')[0]) < NODIG) {
    return [
      `Ketengraaf heeft Node ${NODIG} of nieuwer nodig; dit is Node ${node}.`,
      'Start met npm (npm start, npm test): die gebruikt de meegeleverde Node. Ontbreekt die, voer dan npm ci',
      `opnieuw uit zonder --omit=optional, of installeer Node ${NODIG}.`,
      `Ketengraaf needs Node ${NODIG} or newer; this is Node ${node}. Start through npm, which uses the Node that`,
      `npm ci installs; where it is missing, run npm ci again without --omit=optional, or install Node ${NODIG}.`,
    ];
  }
  return [];
}

// npm looks the Node up anew for the command that follows: one that is linked only now serves that command.
const isGekoppeld = koppelNode({ map: checkout });
const gevonden = bezwaren({ map: checkout, node: process.versions.node });
if (gevonden.length > 0 && !isGekoppeld) {
  console.error(gevonden.join('\n'));
  process.exitCode = 1;
} else {
  const { genereer } = await import('./genereer.mjs');
  if (!genereer({ map: checkout })) process.exitCode = 1;
}
