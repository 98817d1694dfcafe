import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse, print, visit } from 'graphql';
import { laadGebruikers } from '../../schema/demo/laad-gebruikers.ts';
import { leesPseudoniemring, pseudoniemenVoor } from '../../schema/keten/pseudoniem.ts';
import { laadOperaties } from '../../schema/operaties/laad-operaties.ts';
import { metPseudoniemen } from '../../schema/operaties/met-pseudoniemen.ts';
import type { VasteVraag } from '../load/belasting.ts';
import { wachtOpAntwoord } from '../meten/controleer.ts';
import { nodeOpdracht, pad } from '../peers/peer.ts';
import { type Proces, startProces, volgendBericht, vraag } from '../processen/start-proces.ts';
import { vrijePoort } from '../processen/vrije-poort.ts';
import { type Aanmelding, kopieerSchemaMap } from './aanmelding.ts';
import type { Deel, Statement } from './delen.ts';
import { beginKetendatabase, type Ketendatabase } from './keten-database.ts';

/** A trusted document as it is asked with, and without authorisation. */
export interface Ketenvraag {
  readonly id: string;
  readonly met: VasteVraag;
  readonly zonder: VasteVraag;
}

/** The whole keten on PostgreSQL, of which parts can be left out, and two gateways before it. */
export interface Ketenproef {
  readonly database: Ketendatabase;
  readonly vragen: readonly Ketenvraag[];
  readonly metAutorisatie: { readonly proces: Proces; readonly url: string };
  readonly zonderAutorisatie: { readonly proces: Proces; readonly url: string };
  readonly subgraphs: ReadonlyMap<string, Proces>;
  readonly zetDelen: (delen: readonly Deel[]) => Promise<void>;
  /** The statements of each subgraph for a question. */
  readonly neemOp: (vraag: Ketenvraag) => Promise<ReadonlyMap<string, readonly Statement[]>>;
  readonly stop: () => Promise<void>;
}

/** The questions of one asker about dossiers: a bench subgraph keeps one scope for a question. */
const DOCUMENTEN = ['keten:WP-001', 'keten:WP-002', 'keten:WP-005', 'keten:WP-006'];
const SUBGRAPHS = ['klanten', 'financien', 'vacatures', 'trajecten'];

/** Starts PostgreSQL with the dossiers, the subgraphs of the benchmark and both gateways. */
export async function beginKetenproef(aanmelding: Aanmelding): Promise<Ketenproef> {
  const map = pad('.uitvoer');
  const database = await beginKetendatabase();
  const gestart: Proces[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(gestart.map((proces) => proces.stop()));
    await database.stop();
  };
  try {
    const pseudoniemen = schrijfRing(join(map, 'pseudoniem.jwks'), 64);
    const cursors = schrijfRing(join(map, 'cursor.jwks'), 32);
    const subgraphs = new Map<string, Proces>();
    const adressen: Record<string, string> = {};
    for (const naam of SUBGRAPHS) {
      const proces = startProces({
        ...nodeOpdracht('autorisatie/subgraph.proces.ts', [naam, database.beheerder]),
        env: {
          NODE_ENV: 'production',
          POORT: '0',
          DATABASE_URL: database.lezer(naam),
          KETENTOKEN_JWKS: pathToFileURL(aanmelding.jwks).href,
          CURSOR_SLEUTELS: cursors,
          PSEUDONIEM_SLEUTELS: pseudoniemen,
          LOGNIVEAU: 'error',
        },
        ipc: true,
      });
      gestart.push(proces);
      subgraphs.set(naam, proces);
      adressen[naam] = (await volgendBericht<{ readonly url: string }>(proces)).url;
    }
    const zonderBeleid = join(map, 'keten-zonder-beleid.graphql');
    writeFileSync(zonderBeleid, zonderPolicies(readFileSync(pad('../schema/supergraph.graphql'), 'utf8')));
    const gateway = async (vlaggen: readonly string[], env: Readonly<Record<string, string>>) => {
      const poort = await vrijePoort();
      const proces = startProces({
        ...nodeOpdracht('', []),
        argumenten: [pad('../gateway/main.ts'), '--port', String(poort), ...vlaggen],
        env: { LOGNIVEAU: 'warn', SUBGRAPHS: JSON.stringify(adressen), ...env },
      });
      gestart.push(proces);
      const url = `http://127.0.0.1:${poort}/graphql`;
      await wachtOpAntwoord(url, proces);
      return { proces, url };
    };
    const metAutorisatie = await gateway([], {
      UITGEVERS: aanmelding.uitgevers,
      KETENTOKEN_SLEUTEL: aanmelding.sleutel,
      SCHEMA_MAP: kopieerSchemaMap(join(map, 'keten-schema')),
    });
    const zonderAutorisatie = await gateway(['--supergraph', zonderBeleid, '--zonder-autorisatie'], {});
    const vragen = await ketenvragen(aanmelding, pseudoniemen);
    return {
      database,
      vragen,
      metAutorisatie,
      zonderAutorisatie,
      subgraphs,
      zetDelen: async (delen) => {
        await Promise.all(Array.from(subgraphs.values(), (proces) => vraag(proces, { delen })));
      },
      neemOp: async ({ met }) => {
        await Promise.all(Array.from(subgraphs.values(), (proces) => vraag(proces, { neemOp: true })));
        await stel(metAutorisatie.url, met);
        const opnamen = Array.from(
          subgraphs,
          async ([naam, proces]) =>
            [naam, await vraag<readonly Statement[]>(proces, { geefOpname: true })] as const,
        );
        return new Map(await Promise.all(opnamen));
      },
      stop,
    };
  } catch (fout) {
    await stop();
    throw fout;
  }
}

/**
 * Asks a question once.
 * @returns the text of `data`, cursors left out: they are never the same twice
 * @throws Error when the answer has errors
 */
export async function stel(url: string, { body, koppen }: VasteVraag): Promise<string> {
  const antwoord = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...koppen },
    body,
  });
  const { data, errors } = (await antwoord.json()) as { readonly data?: unknown; readonly errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors).slice(0, 500));
  return JSON.stringify(data, (naam, waarde: unknown) => (/cursor$/i.test(naam) ? null : waarde));
}

async function ketenvragen(aanmelding: Aanmelding, ring: string): Promise<readonly Ketenvraag[]> {
  const pseudoniemen = pseudoniemenVoor(leesPseudoniemring(ring), 'keten', Date.now());
  const operaties = laadOperaties();
  const gebruikers = laadGebruikers();
  return Promise.all(
    DOCUMENTEN.map(async (id) => {
      const operatie = operaties.get(id);
      const gebruiker = gebruikers.get(operatie?.als ?? '');
      if (operatie === undefined || gebruiker === undefined) throw new Error(`${id} is not in the register`);
      const { document, variabelen: variables } = metPseudoniemen(operatie, pseudoniemen);
      const { gebruiker: sub, omschrijving: _, ...claims } = gebruiker;
      const token = await aanmelding.token({ sub, ...claims });
      return {
        id,
        met: {
          body: JSON.stringify({ documentId: id, variables }),
          koppen: { authorization: `Bearer ${token}` },
        },
        zonder: { body: JSON.stringify({ query: document, variables }), koppen: {} },
      };
    }),
  );
}

/** A supergraph without what a gateway without authorisation refuses. */
function zonderPolicies(supergraph: string): string {
  return print(
    visit(parse(supergraph), {
      Directive: ({ name, arguments: args }) =>
        name.value === 'policy' ||
        args?.some(({ value }) => value.kind === 'StringValue' && value.value.includes('/policy/')) === true
          ? null
          : undefined,
      DirectiveDefinition: ({ name }) => (name.value === 'policy' ? null : undefined),
    }),
  );
}

function schrijfRing(bestand: string, bytes: number): string {
  const sleutel = { kty: 'oct', k: randomBytes(bytes).toString('base64url'), kid: 'bench', nbf: 0 };
  writeFileSync(bestand, JSON.stringify({ keys: [sleutel] }), { mode: 0o600 });
  return bestand;
}
