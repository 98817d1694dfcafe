import { GEVALLEN } from '../gevallen/gevallen.ts';
import type { Omgeving } from '../meten/meet.ts';
import { zetKlaar } from '../meten/opstelling.ts';
import { getal } from '../uitslag/tabel.ts';
import type { Aanmelding } from './aanmelding.ts';
import { meetGatewayDelen } from './gateway-delen.ts';
import { meetGatewayKosten } from './gateway-kosten.ts';
import { beginKetenproef } from './ketenproef.ts';
import { meetKetenKosten } from './keten-kosten.ts';
import { meetPolicyKosten } from './policies-kosten.ts';

/** How many calls of a subgraph a request of a case takes. */
const AANROEPEN = { keten: 5, klein: 1 } as const;

/** What is measured: in so many turns or rounds, each of `omgeving.seconden`. */
export interface Opzet {
  readonly omgeving: Omgeving;
  readonly stubUrl: string;
  readonly aanmelding: Aanmelding;
  readonly rondes: number;
}

/**
 * Measures what authorisation and record cost: in the gateway, in the statements and in the whole keten.
 * @param schrijf takes each outcome when it is there: its figures, and a line for people
 */
export async function meetAutorisatie(
  { omgeving, stubUrl, aanmelding, rondes }: Opzet,
  schrijf: (cijfers: object, regel: string) => void,
): Promise<void> {
  for (const [naam, aanroepen] of Object.entries(AANROEPEN)) {
    const geval = GEVALLEN.find((each) => each.naam === naam);
    if (geval === undefined) throw new Error(`no case ${naam}`);
    const klaar = await zetKlaar(geval, stubUrl, aanmelding);
    const delen = await meetGatewayDelen(klaar, aanroepen);
    schrijf(
      { soort: 'gateway-delen', geval: naam, aanroepen, ...delen },
      `gateway, ${naam}: ${Object.entries(delen)
        .map(([deel, ms]) => `${deel} ${getal(ms)}`)
        .join(', ')} ms CPU`,
    );
    const kosten = await meetGatewayKosten(klaar, aanroepen, omgeving, 2 * rondes);
    const { zonder, met, erbij, erbijVan, erbijTot, anderWerk } = kosten;
    schrijf(
      { soort: 'gateway', ...kosten },
      `gateway, ${naam}, ${aanroepen} aanroepen: ${getal(zonder)} → ${getal(met)} ms CPU, erbij ${getal(erbij)} (${getal(erbijVan)}–${getal(erbijTot)}); ander werk ${getal(100 * anderWerk)} %`,
    );
  }
  const proef = await beginKetenproef(aanmelding);
  try {
    for (const kosten of await meetPolicyKosten(proef)) {
      const { document, statements, uit, aan, verhouding } = kosten;
      schrijf(
        { soort: 'policies', ...kosten },
        `policies, ${document}, ${statements} statements: ${getal(uit)} → ${getal(aan)} ms CPU, ${getal(verhouding)} ×`,
      );
    }
    for (const kosten of await meetKetenKosten(proef, omgeving.load, { ...omgeving, rondes })) {
      const { erbij, rps, verhouding, gateway, subgraphs, postgres, meer, aandeel, anderWerk } = kosten;
      schrijf(
        { soort: 'keten', ...kosten },
        `keten, ${erbij}: ${getal(rps)} verzoeken/s, ${getal(verhouding)} ×; CPU gateway ${getal(gateway)}, subgraphs ${getal(subgraphs)}, postgres ${getal(postgres)} ms; erbij ${getal(meer)} ms (${getal(100 * aandeel)} %); ander werk ${getal(100 * anderWerk)} %`,
      );
    }
  } finally {
    await proef.stop();
  }
}
