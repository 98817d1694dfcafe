import { exec } from 'node:child_process';
import { parseArgs, promisify } from 'node:util';
import { laadGevallen } from './geval.ts';
import { voerUit } from './voer-uit.ts';

const GEBRUIK =
  "Usage: npm run test:autorisatie -- --url URL --token-commando 'COMMAND with {als}' [--gevallen FILE]";

const run = promisify(exec);

/** Runs the suite against a gateway; prints the Test Anything Protocol (version 14). */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      'token-commando': { type: 'string' },
      gevallen: { type: 'string' },
    },
  });
  const { url, 'token-commando': commando, gevallen: bestand } = values;
  if (url === undefined || commando?.includes('{als}') !== true) throw new Error(GEBRUIK);
  const tokens = new Map<string, Promise<string>>();
  const token = (als: string): Promise<string> => {
    const bekend =
      tokens.get(als) ?? run(commando.replaceAll('{als}', als)).then(({ stdout }) => stdout.trim());
    tokens.set(als, bekend);
    return bekend;
  };
  const gevallen = laadGevallen(bestand);
  process.stdout.write(`TAP version 14\n1..${gevallen.length}\n`);
  let nummer = 0;
  for await (const { geval, gebrek } of voerUit(gevallen, { url, token })) {
    nummer += 1;
    process.stdout.write(`${gebrek === undefined ? 'ok' : 'not ok'} ${nummer} - ${geval.naam}\n`);
    if (gebrek === undefined) continue;
    process.stdout.write(`  ---\n  message: ${JSON.stringify(gebrek)}\n  ...\n`);
    process.exitCode = 1;
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
