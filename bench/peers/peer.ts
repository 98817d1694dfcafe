import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Aanmelding } from '../autorisatie/aanmelding.ts';
import type { Opdrachtregel } from '../processen/start-proces.ts';

/** What a gateway is set before. */
export interface Opstelling {
  readonly poort: number;
  /** The file of the supergraph. */
  readonly supergraph: string;
  /** The same with a data group on every field. */
  readonly supergraphMetBeleid: string;
  readonly aanmelding: Aanmelding;
  /** The address of each subgraph, by name. */
  readonly subgraphs: ReadonlyMap<string, string>;
  /** A file with the right answer, as bytes. */
  readonly antwoord: string;
  /** A folder that it may write in. */
  readonly map: string;
  /** Where a CPU profile must be written; only ours is asked for one. */
  readonly profielMap: string | undefined;
}

/** Something that answers the questions of the benchmark. */
export interface Peer {
  readonly naam: string;
  /** Its name for people. */
  readonly titel: string;
  readonly versie: string;
  /** Whether it is in the short form. */
  readonly kort: boolean;
  /** A floor gives a ready answer: it does no work of a gateway and does not repeat a kenmerk. */
  readonly isVloer: boolean;
  /** Whether its askers say who they are. */
  readonly isAangemeld?: boolean;
  /** The path of its endpoint. */
  readonly pad: string;
  /** Why it cannot run here; `undefined` when it can. */
  readonly beletsel?: string | undefined;
  readonly opdracht: (opstelling: Opstelling) => Opdrachtregel;
}

/** The path of a file of the project, from the folder of the benchmark. */
export function pad(vanaf: string): string {
  return fileURLToPath(new URL(`../${vanaf}`, import.meta.url));
}

/** The version in a package.json, from the folder of the benchmark. */
export function versieVan(bestand: string): string {
  return (JSON.parse(readFileSync(pad(bestand), 'utf8')) as { readonly version: string }).version;
}

/** Runs a program of this folder under this Node as in production. */
export function nodeOpdracht(programma: string, argumenten: readonly string[]): Opdrachtregel {
  return {
    programma: process.execPath,
    argumenten: [pad(programma), ...argumenten],
    env: { NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: 'true' },
  };
}

/** Makes Node write a CPU profile where one is asked for. */
export function profielVlaggen(profielMap: string | undefined): readonly string[] {
  return profielMap === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profielMap}`];
}
