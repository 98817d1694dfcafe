import type { Antwoord, AntwoordFout } from './stel-vraag.ts';
import { toonAntwoord } from './toon-antwoord.ts';
import { toonAfwezig } from './verwacht-afwezig.ts';

/** An answer for a reader, whatever came of the question: what was found, that nothing was, and what went wrong. */
export function toonUitkomst({ data, errors }: Pick<Antwoord, 'data' | 'errors'>): string {
  return [...toonData(data, errors.length > 0), ...errors.flatMap(toonFoutregels)].join('\n');
}

function toonData(data: unknown, isOnvolledig: boolean): readonly string[] {
  if (data === null) return [];
  const isNiets = !isOnvolledig && Object.values(data as object).every((deel) => deel === null);
  return [isNiets ? toonAfwezig() : toonAntwoord(data)];
}

/** The error, and each data group that was refused once; the fields are in the answer as JSON. */
function toonFoutregels({ message, path, extensions }: AntwoordFout): readonly string[] {
  const plek = path === undefined ? '' : ` (${path.join('.')})`;
  const groepen = (extensions?.geweigerd ?? []).map(
    ({ gegevensgroep, reden }) => `  Geweigerd: ${gegevensgroep} (${reden})`,
  );
  return [`  ${extensions?.code ?? 'geen code'}: ${message}${plek}`, ...new Set(groepen)];
}
