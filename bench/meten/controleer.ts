import type { Geval } from '../gevallen/gevallen.ts';
import { kenmerk, PLAATSHOUDER } from '../gevallen/kenmerk.ts';
import type { Proces } from '../processen/start-proces.ts';

/** Why something that was measured gets no figures. */
export class Afgekeurd extends Error {}

/** An endpoint and the right answer to the question that it is asked. */
export interface Toets {
  readonly url: string;
  readonly geval: Geval;
  /** The right `data`, with the placeholder for the kenmerk. */
  readonly verwacht: unknown;
  readonly isVloer: boolean;
  /** Headers of every request, beside what is always there. */
  readonly koppen: Readonly<Record<string, string>>;
}

/** How many questions a check asks. */
export const GELIJKTIJDIG = 8;
const GEDULD_MS = 60_000;

/** A gateway that is asked no more than a few questions answers sooner, however busy the machine is. */
const ANTWOORD_MS = 30_000;

/**
 * Waits until a process answers on its port, whatever it answers.
 * @throws Afgekeurd when it ends or does not answer within a minute
 */
export async function wachtOpAntwoord(url: string, proces: Proces): Promise<void> {
  const einde = Date.now() + GEDULD_MS;
  while (proces.leeft() && Date.now() < einde) {
    try {
      const antwoord = await stuur(url, { query: '{ __typename }' });
      if (antwoord.startsWith('{')) return;
    } catch {
      // It does not listen yet.
    }
    await new Promise((verder) => setTimeout(verder, 50));
  }
  throw new Afgekeurd(`does not start: ${proces.klacht() || 'no answer within a minute'}`);
}

/**
 * Asks the question several times at once, each with its own kenmerk, and compares every answer with the right one.
 * @returns the bytes of an answer
 * @throws Afgekeurd naming the first difference
 */
export async function controleer(
  { url, geval, verwacht, isVloer, koppen }: Toets,
  vanaf: number,
): Promise<number> {
  const kenmerken = Array.from({ length: GELIJKTIJDIG }, (_, index) => kenmerk(vanaf + index));
  const teksten = await Promise.all(
    kenmerken.map(async (eigen) => {
      const tekst = await stuur(url, { query: geval.document, variables: geval.variables(eigen) }, koppen);
      if (!isVloer && !tekst.includes(eigen)) throw new Afgekeurd(`wrong answer: ${tekst.slice(0, 300)}`);
      return { tekst, gewoon: tekst.replaceAll(eigen, PLAATSHOUDER) };
    }),
  );
  for (const { gewoon } of teksten) {
    const { data, errors } = JSON.parse(gewoon) as { readonly data?: unknown; readonly errors?: unknown };
    if (errors !== undefined) throw new Afgekeurd(`errors: ${JSON.stringify(errors).slice(0, 300)}`);
    const verschil = eersteVerschil(verwacht, data, 'data');
    if (verschil !== undefined) throw new Afgekeurd(`wrong answer: ${verschil}`);
  }
  return Buffer.byteLength(teksten[0]?.tekst ?? '');
}

/** Where two JSON values first differ, the order of keys aside; `undefined` when they are equal. */
export function eersteVerschil(verwacht: unknown, gekregen: unknown, waar: string): string | undefined {
  if (Object.is(verwacht, gekregen)) return undefined;
  if (!isObject(verwacht) || !isObject(gekregen) || Array.isArray(verwacht) !== Array.isArray(gekregen)) {
    return `${waar} is ${JSON.stringify(gekregen)?.slice(0, 100)}, not ${JSON.stringify(verwacht)?.slice(0, 100)}`;
  }
  for (const sleutel of new Set([...Object.keys(verwacht), ...Object.keys(gekregen)])) {
    const verschil = eersteVerschil(verwacht[sleutel], gekregen[sleutel], `${waar}.${sleutel}`);
    if (verschil !== undefined) return verschil;
  }
  return undefined;
}

function isObject(waarde: unknown): waarde is Readonly<Record<string, unknown>> {
  return typeof waarde === 'object' && waarde !== null;
}

async function stuur(
  url: string,
  body: object,
  koppen: Readonly<Record<string, string>> = {},
): Promise<string> {
  try {
    const antwoord = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...koppen },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ANTWOORD_MS),
    });
    return await antwoord.text();
  } catch (fout) {
    throw new Afgekeurd(`does not answer a question: ${String(fout)}`);
  }
}
