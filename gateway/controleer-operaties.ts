import { readFile } from 'node:fs/promises';
import { getOperationAST, GraphQLError, parse, validate } from 'graphql';
import { type Gebruiker, laadGebruikers } from '../schema/demo/laad-gebruikers.ts';
import { KetenFout } from '../schema/fouten/keten-fout.ts';
import { laadOperaties, type Operatie } from '../schema/operaties/laad-operaties.ts';
import { type Beleid, laadBeleid } from './authorisation/beleid.ts';
import { beslisser } from './authorisation/beslis.ts';
import type { Weigering } from './authorisation/toegang.ts';
import { checkCost, DEFAULT_LIMITS } from './http/limits.ts';
import { prepareOperation } from './prepared-operation.ts';
import { bouwStand, type Stand } from './stand.ts';

/** A trusted document that no longer does what it is trusted for. */
export interface Gebrek {
  readonly id: string;
  readonly reden: string;
}

/**
 * Asks of every trusted document what the gateway would: does it fit the schema and the limits, may the user it is
 * meant for ask it for its purpose, and can it be planned.
 * @param nu the moment for which validity is judged
 */
export async function controleerOperaties(
  stand: Stand & { readonly beleid: Beleid },
  operaties: Iterable<Operatie>,
  gebruikers: ReadonlyMap<string, Gebruiker>,
  nu: Date,
): Promise<readonly Gebrek[]> {
  const beslis = beslisser(stand.beleid);
  const gebreken: Gebrek[] = [];
  for (const operatie of operaties) {
    try {
      await controleer(operatie);
    } catch (error) {
      if (!(error instanceof KetenFout || error instanceof GraphQLError)) throw error;
      gebreken.push({ id: operatie.id, reden: redenVan(error) });
    }
  }
  return gebreken;

  async function controleer({
    document: text,
    als,
    verwerkingsactiviteit,
    variabelen,
  }: Operatie): Promise<void> {
    const document = parse(text);
    const [fault] = validate(stand.schema, document);
    if (fault !== undefined) throw fault;
    const operation = getOperationAST(document);
    const gebruiker = gebruikers.get(als);
    if (!operation || gebruiker === undefined)
      throw new KetenFout('BESTAND_ONGELDIG', 'no single operation, or no such user');
    const { gebruiker: sub, omschrijving: _, rollen, namens, rechten, ...claims } = gebruiker;
    const prepared = prepareOperation(stand, { document, operation, operationName: null }, DEFAULT_LIMITS);
    const coerced = prepared.coerceVariables(variabelen);
    checkCost(prepared.costOf(coerced), DEFAULT_LIMITS);
    const betrokkene = { ...claims, sub, rollen: [...rollen], namens: [...namens], rechten: [...rechten] };
    const { dekking, argumenten } = prepared;
    await beslis({ betrokkene, verwerkingsactiviteit, dekking, argumenten, variabelen: coerced, nu });
    await prepared.executor();
  }
}

function redenVan(error: KetenFout | GraphQLError): string {
  if (error instanceof GraphQLError) return error.message;
  const geweigerd = (error.details['geweigerd'] ?? []) as readonly Weigering[];
  const velden = geweigerd.map(({ veld, gegevensgroep, reden }) => `${veld} (${gegevensgroep}: ${reden})`);
  return [error.code, error.reden, ...velden].join(' ');
}

if (import.meta.main) {
  const beleid = laadBeleid();
  const supergraph = await readFile(new URL('../schema/supergraph.graphql', import.meta.url), 'utf8');
  const stand = { ...(await bouwStand({ supergraph, beleid })), beleid };
  const operaties = laadOperaties();
  const gebreken = await controleerOperaties(stand, operaties.values(), laadGebruikers(), new Date());
  for (const { id, reden } of gebreken) process.stderr.write(`${id}: ${reden}\n`);
  if (gebreken.length > 0) process.exitCode = 1;
  else
    process.stdout.write(
      `${operaties.size} trusted documents may be asked by the users they are meant for.\n`,
    );
}
