import { parseArgs } from 'node:util';
import { Kind, parse } from 'graphql';
import { laadGebruikers } from '../schema/demo/laad-gebruikers.ts';
import { KetenFout } from '../schema/fouten/keten-fout.ts';
import { toonFout } from '../schema/fouten/toon-fout.ts';
import { laadOperaties, type Operatie } from '../schema/operaties/laad-operaties.ts';
import { metPseudoniemen } from '../schema/operaties/met-pseudoniemen.ts';
import { fetchToken } from './demo/fetch-token.ts';
import { pseudoniemenVan } from './demo/pseudoniemen-van.ts';
import { running } from './demo/running.ts';
import { stelVraag } from './demo/stel-vraag.ts';
import { tabel } from './demo/tabel.ts';
import { toonUitkomst } from './demo/toon-uitkomst.ts';
import { vraagtHulp } from './vraagt-hulp.ts';

const COMMANDO = 'npm run -s vraag -- ID --als GEBRUIKER [--variabelen JSON] [--json]';

/** What was asked for on the command line. */
interface Opdracht {
  readonly vraag: Operatie;
  /** Variables that take the place of those of the example, one by one. */
  readonly gegeven: Operatie['variabelen'];
  readonly als: string;
  readonly isJson: boolean;
}

/**
 * Reads the command line: a trusted document by its id, with or without `keten:`, and who asks it.
 * Throws INSTELLINGEN_ONGELDIG, and GEBRUIKER_ONBEKEND with the users there are.
 */
function leesOpdracht(argumenten: readonly string[]): Opdracht {
  const { positionals, values } = ontleed(argumenten);
  const operaties = laadOperaties();
  const [id = ''] = positionals;
  const vraag = operaties.get(id.startsWith('keten:') ? id : `keten:${id}`);
  if (positionals.length !== 1 || vraag === undefined) {
    const ids = [...operaties.keys()].map((bekend) => bekend.replace(/^keten:/, '')).join(', ');
    throw new KetenFout('INSTELLINGEN_ONGELDIG', `Usage: ${COMMANDO}. The questions are: ${ids}.`);
  }
  const namen = [...laadGebruikers().keys()];
  if (values.als === undefined) throw new KetenFout('INSTELLINGEN_ONGELDIG', `Usage: ${COMMANDO}`);
  if (!namen.includes(values.als))
    throw new KetenFout('GEBRUIKER_ONBEKEND', `The users are: ${namen.join(', ')}.`);
  const gegeven = leesVariabelen(values.variabelen);
  controleerNamen(vraag, gegeven);
  return { vraag, gegeven, als: values.als, isJson: values.json };
}

function ontleed(argumenten: readonly string[]) {
  try {
    return parseArgs({
      args: [...argumenten],
      allowPositionals: true,
      options: {
        als: { type: 'string' },
        variabelen: { type: 'string', default: '{}' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (cause) {
    throw new KetenFout('INSTELLINGEN_ONGELDIG', `Usage: ${COMMANDO}`, {}, { cause });
  }
}

function leesVariabelen(tekst: string): Operatie['variabelen'] {
  try {
    const gelezen: unknown = JSON.parse(tekst);
    if (typeof gelezen === 'object' && gelezen !== null && !Array.isArray(gelezen))
      return gelezen as Operatie['variabelen'];
  } catch {
    // The text may hold a key of a person: it is not repeated.
  }
  throw new KetenFout('INSTELLINGEN_ONGELDIG', '--variabelen must be a JSON object.');
}

/** A name that the question does not know would be passed over, and something else answered than was meant. */
function controleerNamen({ document }: Operatie, gegeven: Operatie['variabelen']): void {
  const bekend = parse(document)
    .definitions.flatMap((deel) =>
      deel.kind === Kind.OPERATION_DEFINITION ? (deel.variableDefinitions ?? []) : [],
    )
    .map(({ variable }) => variable.name.value);
  if (Object.keys(gegeven).some((naam) => !bekend.includes(naam)))
    throw new KetenFout(
      'INSTELLINGEN_ONGELDIG',
      `--variabelen holds a name that the question does not have. It has: ${bekend.join(', ') || 'none'}.`,
    );
}

/** How the command is used, with the questions and for whom each is meant. */
function hulp(): string {
  const vragen = [...laadOperaties().values()].map(({ id, als, titel }) => [
    id.replace(/^keten:/, ''),
    als,
    titel,
  ]);
  return [
    `Gebruik: ${COMMANDO}`,
    'Met --json zijn bedragen hele eurocenten; in de tabel zijn het euro’s.',
    'Een klant in --variabelen is de id uit een eerder antwoord aan dezelfde organisatie.',
    '',
    tabel([{ kop: 'ID' }, { kop: 'Gebruiker' }, { kop: 'Vraag' }], vragen),
    '',
  ].join('\n');
}

try {
  const argumenten = process.argv.slice(2);
  if (vraagtHulp(argumenten)) {
    process.stdout.write(hulp());
  } else {
    const { vraag, gegeven, als, isJson } = leesOpdracht(argumenten);
    const keten = running();
    const voorbeeld = metPseudoniemen(vraag, pseudoniemenVan(keten.map, als));
    const variabelen = { ...voorbeeld.variabelen, ...gegeven };
    const token = await fetchToken(keten.uitgever, als);
    const antwoord = await stelVraag(keten.endpoint, token, { ...vraag, variabelen });
    process.stdout.write(
      isJson
        ? `${JSON.stringify({ data: antwoord.data, errors: antwoord.errors })}\n`
        : `${toonUitkomst(antwoord, vraag.document)}\n`,
    );
    if (antwoord.errors.length > 0) process.exitCode = 1;
  }
} catch (error) {
  process.stderr.write(toonFout(error));
  process.exitCode = 1;
}
