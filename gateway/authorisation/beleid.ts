import { createHash } from 'node:crypto';
import { type Gegevensgroep, laadGegevensgroepen } from '../../schema/beleid/laad-gegevensgroepen.ts';
import { laadMatrix } from '../../schema/beleid/laad-matrix.ts';
import {
  laadVerwerkingsregister,
  type Verwerkingsactiviteit,
} from '../../schema/beleid/laad-verwerkingsregister.ts';
import { ALLE, type MatrixRegel } from '../../schema/beleid/matrix-regel.ts';
import { type Ketenpartners, laadKetenpartners } from '../../schema/ketenpartners/laad-ketenpartners.ts';

/** Everything a decision rests on, read and checked once, never changed after. */
export interface Beleid {
  /** SHA-256 over all of it. */
  readonly versie: string;
  readonly ketenpartners: Ketenpartners;
  /** Verwerkingsactiviteiten by URI. */
  readonly register: ReadonlyMap<string, Verwerkingsactiviteit>;
  readonly groepen: ReadonlyMap<string, Gegevensgroep>;
  /** The data groups of which one answer may hold at most one value of a field. */
  readonly nooitInLijst: ReadonlySet<string>;
  /** The lines of the matrix that speak of a data group. */
  readonly regelsVoor: (gegevensgroep: string) => readonly MatrixRegel[];
}

/**
 * Reads the policy from the folder `schema/`.
 * @throws KetenFout BESTAND_ONGELDIG
 */
export function laadBeleid(map?: URL | string): Beleid {
  const matrix = laadMatrix(map);
  const register = laadVerwerkingsregister(map);
  const groepen = laadGegevensgroepen(map);
  const ketenpartners = laadKetenpartners(map);
  const { organisaties, samenwerkingen } = ketenpartners;
  const alles = [matrix, register, groepen, [...organisaties.values()], samenwerkingen];
  const regels = Map.groupBy(matrix, ({ gegevensgroep }) => gegevensgroep);
  return Object.freeze({
    versie: createHash('sha256').update(JSON.stringify(alles)).digest('hex'),
    ketenpartners,
    register: new Map(register.map((activiteit) => [activiteit.uri, activiteit])),
    groepen: new Map(groepen.map((groep) => [groep.code, groep])),
    nooitInLijst: new Set(groepen.filter(({ nooitInLijst }) => nooitInLijst).map(({ code }) => code)),
    regelsVoor: (gegevensgroep: string) => regels.get(gegevensgroep) ?? [],
  });
}

/** Whether a column of the matrix fits a value; `*` fits everything. */
export function past(kolom: string, waarde: string | undefined): boolean {
  return kolom === ALLE || kolom === waarde;
}
