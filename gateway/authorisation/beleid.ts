import { createHash } from 'node:crypto';
import { type Argumenten, laadArgumenten } from '../../schema/beleid/laad-argumenten.ts';
import { laadCedar } from '../../schema/beleid/laad-cedar.ts';
import { type Gegevensgroep, laadGegevensgroepen } from '../../schema/beleid/laad-gegevensgroepen.ts';
import { laadMatrix } from '../../schema/beleid/laad-matrix.ts';
import {
  laadVerwerkingsregister,
  type Verwerkingsactiviteit,
} from '../../schema/beleid/laad-verwerkingsregister.ts';
import { ALLE, type MatrixRegel } from '../../schema/beleid/matrix-regel.ts';
import type { Ketenpartners } from '../../schema/ketenpartners/ketenpartners.ts';
import { laadKetenpartners } from '../../schema/ketenpartners/laad-ketenpartners.ts';
import type { DecisionPoint } from './authzen.ts';
import { cedarDecisionPoint } from './cedar-decision-point.ts';

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
  /** What every argument of the graph is to a decision. */
  readonly argumenten: Argumenten;
  /** Says whether a data group is permitted; whose rows, the lines of the matrix say. */
  readonly decisionPoint: DecisionPoint;
}

/**
 * Reads the policy from the folder `schema/`.
 * @throws KetenFout BESTAND_ONGELDIG
 */
export function laadBeleid(map?: URL | string): Beleid {
  const matrix = laadMatrix(map);
  const register = laadVerwerkingsregister(map);
  const groepen = laadGegevensgroepen(map);
  const argumenten = laadArgumenten(map);
  const cedar = laadCedar(map);
  const ketenpartners = laadKetenpartners(map);
  const partners = { ...ketenpartners, organisaties: [...ketenpartners.organisaties.values()] };
  const alles = [matrix, register, groepen, [...argumenten.values()], cedar, partners];
  const regels = Map.groupBy(matrix, ({ gegevensgroep }) => gegevensgroep);
  const activiteiten = new Map(register.map((activiteit) => [activiteit.uri, activiteit]));
  return Object.freeze({
    versie: createHash('sha256').update(JSON.stringify(alles)).digest('hex'),
    ketenpartners,
    register: activiteiten,
    groepen: new Map(groepen.map((groep) => [groep.code, groep])),
    nooitInLijst: new Set(groepen.filter(({ nooitInLijst }) => nooitInLijst).map(({ code }) => code)),
    regelsVoor: (gegevensgroep: string) => regels.get(gegevensgroep) ?? [],
    argumenten,
    decisionPoint: cedarDecisionPoint(cedar, activiteiten),
  });
}

/** Whether a column of the matrix fits a value; `*` fits everything. */
export function past(kolom: string, waarde: string | undefined): boolean {
  return kolom === ALLE || kolom === waarde;
}
