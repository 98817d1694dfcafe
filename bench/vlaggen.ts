import { parseArgs } from 'node:util';
import { GEVALLEN } from './gevallen/gevallen.ts';

/** What the user asked for. */
export interface Vlaggen {
  /** One JSON object a line in place of tables. */
  readonly json: boolean;
  /** Only the keten question, ours and the two nearest peers. */
  readonly kort: boolean;
  /** Only ours, with a CPU profile. */
  readonly profiel: boolean;
  /** Only how long 100.000 entities hold the event loop. */
  readonly beurten: boolean;
  /** Only what authorisation and record cost. */
  readonly autorisatie: boolean;
  /** The names of the cases. */
  readonly gevallen: readonly string[];
  readonly rondes: number;
  /** How long each measurement lasts. */
  readonly seconden: number;
  /** The delay of every answer of a subgraph, in milliseconds. */
  readonly vertraging: number;
}

export const GEBRUIK = `npm run bench -- [vlaggen]
  --kort            alleen de ketenvraag, de naaste gateways, één ronde van 4 s
  --json            één JSON-object per regel
  --geval NAAM      ${GEVALLEN.map(({ naam }) => naam).join(', ')}; vaker mag
  --rondes N        rondes per geval (3)
  --seconden N      duur van een meting (5)
  --vertraging MS   wachttijd van elke subgraph, bijvoorbeeld 0, 5 of 20 (0)
  --profiel         alleen Ketengraaf, met de functies die de meeste tijd nemen
  --beurten         alleen hoe lang 100.000 entiteiten het proces bezet houden
  --autorisatie     alleen wat autorisatie en logboek kosten`;

/**
 * Reads the command line.
 * @throws Error naming the flag that is wrong
 */
export function leesVlaggen(args: readonly string[]): Vlaggen {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      kort: { type: 'boolean', default: false },
      profiel: { type: 'boolean', default: false },
      beurten: { type: 'boolean', default: false },
      autorisatie: { type: 'boolean', default: false },
      geval: { type: 'string', multiple: true },
      rondes: { type: 'string' },
      seconden: { type: 'string' },
      vertraging: { type: 'string', default: '0' },
    },
  });
  const { json, kort, profiel, beurten, autorisatie } = values;
  const bekend = GEVALLEN.map(({ naam }) => naam);
  const gevallen = values.geval ?? (kort || profiel ? ['keten'] : bekend);
  const vreemd = gevallen.find((naam) => !bekend.includes(naam));
  if (vreemd !== undefined) throw new Error(`--geval ${vreemd}: onbekend`);
  return {
    json,
    kort,
    profiel,
    beurten,
    autorisatie,
    gevallen,
    rondes: getal('rondes', values.rondes ?? (kort || profiel ? '1' : '3'), 1),
    seconden: getal('seconden', values.seconden ?? (kort ? '4' : '5'), 1),
    vertraging: getal('vertraging', values.vertraging, 0),
  };
}

function getal(naam: string, waarde: string, minstens: number): number {
  const gelezen = Number(waarde);
  if (!Number.isInteger(gelezen) || gelezen < minstens)
    throw new Error(`--${naam} ${waarde}: geen geldig getal`);
  return gelezen;
}
