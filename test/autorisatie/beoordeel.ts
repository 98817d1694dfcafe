import type { Geval } from './geval.ts';

/** An answer, as far as the suite looks at it. */
export interface Antwoord {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Status of `application/graphql-response+json` for an answer without data. */
const GEWEIGERD = 403;

/**
 * What is wrong with an answer to a case; `undefined` when it is as it must be.
 * @param eerder the answers of earlier cases, by name
 */
export function beoordeel(
  { verwacht, gelijkAan }: Geval,
  { status, body }: Antwoord,
  eerder: ReadonlyMap<string, Antwoord>,
): string | undefined {
  const errors = (body['errors'] ?? []) as readonly { extensions?: Record<string, unknown> }[];
  const eerste = errors[0]?.extensions ?? {};
  const zelfde = gelijkAan === undefined ? undefined : eerder.get(gelijkAan)?.body;
  if (gelijkAan !== undefined && tekst(zelfde) !== tekst(body)) return `is not the answer of "${gelijkAan}"`;
  if ('fout' in verwacht)
    return (body['data'] ?? null) !== null
      ? 'there is data'
      : eerste['code'] === verwacht.fout
        ? undefined
        : `the code is ${String(eerste['code'])}`;
  if ('geweigerd' in verwacht) {
    if ('data' in body) return 'there is data';
    if (eerste['code'] !== 'NIET_GEAUTORISEERD') return `the code is ${String(eerste['code'])}`;
    if (status !== GEWEIGERD) return `the status is ${status}`;
    const gegeven = (eerste['geweigerd'] ?? []) as readonly { veld: string; reden: string }[];
    const mist = verwacht.geweigerd.find(
      ([veld, reden]) => !gegeven.some((each) => each.veld === veld && each.reden === reden),
    );
    return mist === undefined ? undefined : `not refused: ${mist.join(', ')}`;
  }
  if (errors.length > 0) return `the code is ${String(eerste['code'])}`;
  const waarden = 'waarde' in verwacht ? verwacht.waarde : [];
  const leeg = waarden.find((pad) => op(body['data'], pad).length === 0);
  if (leeg !== undefined) return `nothing at ${leeg}`;
  const gevuld = (verwacht.afwezig ?? []).find((pad) => op(body['data'], pad).length > 0);
  return gevuld === undefined ? undefined : `something at ${gevuld}`;
}

/** The values at a path, through whatever lists there are; nothing counts for none. */
export function op(data: unknown, pad: string): readonly unknown[] {
  let hier: readonly unknown[] = [data];
  for (const naam of pad.split('.'))
    hier = hier
      .flatMap((each) => (isObject(each) ? [each[naam]] : []))
      .flat(3)
      .filter((each) => each !== null && each !== undefined && each !== false);
  return hier;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** What of an answer must be the same for who does not exist and who is out of reach. */
function tekst(body: Readonly<Record<string, unknown>> | undefined): string {
  return JSON.stringify([body?.['data'], body?.['errors']]);
}
