import { KetenFout } from '../../../schema/fouten/keten-fout.ts';

/** Of whom a field was given, in each answer that is being made. */
const gegeven = new WeakMap<object, Map<string, string>>();

/**
 * Notes that a field was given of a person in the answer that `antwoord` stands for. The gateway asks such a field of
 * one person at a time; whoever asks it of more gets NIET_GEAUTORISEERD for each further person.
 */
export function hooguitEen(antwoord: object, veld: string, betrokkenen: readonly string[]): void {
  const eersten = gegeven.get(antwoord) ?? new Map<string, string>();
  gegeven.set(antwoord, eersten);
  const wie = betrokkenen.join(' ');
  if ((eersten.get(veld) ?? wie) !== wie)
    throw new KetenFout('NIET_GEAUTORISEERD', `${veld}: of one person at a time`, { veld });
  eersten.set(veld, wie);
}
