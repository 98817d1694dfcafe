import type { Antwoord, AntwoordFout } from './stel-vraag.ts';
import { toonAntwoord } from './toon-antwoord.ts';
import { toonAfwezig } from './verwacht-afwezig.ts';

/**
 * An answer for a reader, whatever came of the question: what was found, that nothing was, and what went wrong.
 * @param document the text of what was asked: by it amounts of money are known, and shown in euros
 */
export function toonUitkomst({ data, errors }: Pick<Antwoord, 'data' | 'errors'>, document?: string): string {
  return [...toonData(data, errors.length > 0, document), ...errors.flatMap(toonFoutregels)].join('\n');
}

function toonData(data: unknown, isOnvolledig: boolean, document?: string): readonly string[] {
  if (data === null) return [];
  const isNiets = !isOnvolledig && Object.values(data as object).every((deel) => deel === null);
  return [isNiets ? toonAfwezig() : toonAntwoord(data, document)];
}

/** The error, and each data group that was refused once; the fields are in the answer as JSON. */
function toonFoutregels({ message, path, extensions }: AntwoordFout): readonly string[] {
  const plek = path === undefined ? '' : ` (${path.join('.')})`;
  const groepen = (extensions?.geweigerd ?? []).map(
    ({ gegevensgroep, reden }) => `  Geweigerd: ${gegevensgroep} (${reden})`,
  );
  return [`  ${extensions?.code ?? 'geen code'}: ${message}${plek}`, ...new Set(groepen)];
}
