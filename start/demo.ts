import { getOperationAST, parse } from 'graphql';
import { KetenFout } from '../schema/fouten/keten-fout.ts';
import { fetchToken } from './demo/fetch-token.ts';
import { proeven } from './demo/proeven.ts';
import { pseudoniemenVan } from './demo/pseudoniemen-van.ts';
import { running } from './demo/running.ts';
import { type Antwoord, nieuwSpoor, stelVraag } from './demo/stel-vraag.ts';
import { laadOperaties, type Operatie } from '../schema/operaties/laad-operaties.ts';
import { metPseudoniemen } from '../schema/operaties/met-pseudoniemen.ts';
import { toonFout } from '../schema/fouten/toon-fout.ts';
import { vraagtHulp } from './vraagt-hulp.ts';

const COMMANDO = 'npm run demo [-- --json]';

/** What came of one question: the answer, and what about it differs from the source documents. */
interface Uitslag {
  readonly vraag: Operatie;
  readonly antwoord: Antwoord;
  readonly afwijkingen: readonly string[];
}

try {
  const argumenten = process.argv.slice(2);
  if (vraagtHulp(argumenten)) {
    process.stdout.write(`Gebruik: ${COMMANDO}\n`);
    process.exit();
  }
  const json = readJson(argumenten);
  const keten = running();
  let allesGoed = true;
  for (const vraag of laadOperaties().values()) {
    // A step changes what is there: the demo can be run again.
    if (getOperationAST(parse(vraag.document))?.operation === 'mutation') continue;
    const token = await fetchToken(keten.uitgever, vraag.als);
    const spoor = nieuwSpoor();
    const eigenVorm = (ander: Operatie): Operatie =>
      metPseudoniemen(ander, pseudoniemenVan(keten.map, ander.als));
    const gesteld = eigenVorm(vraag);
    const antwoord = await stelVraag(keten.endpoint, token, gesteld, spoor);
    const uitslag = {
      vraag,
      antwoord,
      afwijkingen: [
        ...beoordeel(gesteld, antwoord),
        ...(await vergelijk(vraag, antwoord, (ander) =>
          stelVraag(keten.endpoint, token, eigenVorm(ander), spoor),
        )),
      ],
    };
    allesGoed &&= uitslag.afwijkingen.length === 0;
    process.stdout.write(json ? asJson(uitslag) : asText(uitslag));
  }
  if (!allesGoed) process.exitCode = 1;
} catch (error) {
  process.stderr.write(toonFout(error));
  process.exitCode = 1;
}

function readJson(argumenten: readonly string[]): boolean {
  if (argumenten.some((argument) => argument !== '--json')) {
    throw new KetenFout('INSTELLINGEN_ONGELDIG', `Usage: ${COMMANDO}`);
  }
  return argumenten.length > 0;
}

/** A question without a proof of its own fails: the demo says of nothing that it is right without having looked. */
function beoordeel({ id, variabelen }: Operatie, { data, errors }: Antwoord): readonly string[] {
  const fouten = errors.map(({ message, extensions }) => `${extensions?.code ?? 'geen code'}: ${message}`);
  const proef = proeven[id];
  if (proef === undefined) return [...fouten, 'Voor deze vraag staat nergens wat het antwoord moet zijn.'];
  return [...fouten, ...proef.controleer(data, variabelen)];
}

/** Asks, where the answer must be absent, the same about what does not exist: not one byte may differ. */
async function vergelijk(
  vraag: Operatie,
  { tekst }: Antwoord,
  stel: (vraag: Operatie) => Promise<Antwoord>,
): Promise<readonly string[]> {
  const bestaatNiet = proeven[vraag.id]?.bestaatNiet;
  if (bestaatNiet === undefined) return [];
  const ander = await stel({ ...vraag, variabelen: { ...vraag.variabelen, ...bestaatNiet } });
  return ander.tekst === tekst ? [] : ['Het antwoord verschilt van dat op iets wat niet bestaat.'];
}

function asJson({ vraag: { id, als }, antwoord: { data, errors }, afwijkingen }: Uitslag): string {
  return `${JSON.stringify({ id, als, ok: afwijkingen.length === 0, data, errors })}\n`;
}

function asText({ vraag: { id, titel, als, document }, antwoord: { data }, afwijkingen }: Uitslag): string {
  const goed = afwijkingen.length === 0;
  const oordeel = goed
    ? 'Komt overeen met wat het moet zijn.'
    : ['Komt niet overeen met wat het moet zijn:', ...afwijkingen].join('\n  - ');
  const beeld = goed ? `${proeven[id]?.toon(data, document) ?? ''}\n\n` : '';
  return `\n${id.replace(/^keten:/, '')} ${titel}, gevraagd door ${als}\n\n${beeld}  ${oordeel}\n`;
}
