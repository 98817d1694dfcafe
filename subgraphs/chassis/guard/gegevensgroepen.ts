import groepen from '../../../schema/beleid/gegevensgroepen.json' with { type: 'json' };

/** Keys, connections and cursors: for everyone whose call is genuine. */
export const STRUCTUUR = 'structuur';

/** Code lists and published facts: for everyone whose call is genuine. */
export const PUBLIEK = 'publiek';

/** Every data group there is. */
export const alleGroepen: ReadonlySet<string> = new Set(groepen.map(({ code }) => code));

/** The data groups that hold facts about persons. */
export const personenGroepen: ReadonlySet<string> = new Set(
  groepen.filter(({ persoonsgegevens }) => persoonsgegevens).map(({ code }) => code),
);

/** The data groups of which one answer may hold at most one value of a field. */
export const nooitInLijst: ReadonlySet<string> = new Set(
  groepen.filter((groep) => 'nooitInLijst' in groep && groep.nooitInLijst).map(({ code }) => code),
);

/** Whether rows of the group are bounded by a scope: all are, except those that everyone may read. */
export function isBegrensd(groep: string): boolean {
  return groep !== STRUCTUUR && groep !== PUBLIEK;
}
