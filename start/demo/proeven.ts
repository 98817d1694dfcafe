import type { Operatie } from '../../schema/operaties/laad-operaties.ts';
import { toonAntwoord } from './toon-antwoord.ts';
import { toonBasisOpOrde } from './toon-basis-op-orde.ts';
import { toonDrieGemeenten } from './toon-drie-gemeenten.ts';
import { toonKlantbeeld } from './toon-klantbeeld.ts';
import { controleerKlantAfwezig, controleerVoordrachtAfwezig, toonAfwezig } from './verwacht-afwezig.ts';
import { controleerDrieGemeenten } from './verwacht-drie-gemeenten.ts';
import { controleerDossier } from './verwacht-inwoner.ts';
import { controleerBasisOpOrde } from './verwacht-pho-001.ts';
import { controleerNoodtoegangen } from './verwacht-verantwoording.ts';
import { controleerSubsidies, controleerVacatures, controleerZoekprofielen } from './verwacht-werkgever.ts';
import { controleerAanvragen, controleerCaseload, controleerOngezien } from './verwacht-werkplein.ts';
import { controleerKlantbeeld } from './verwacht-wp-001.ts';

/** How an answer is judged and shown. */
export interface Proef {
  /** What is not as the documents say; empty when all is. */
  readonly controleer: (data: unknown, variabelen: Operatie['variabelen']) => readonly string[];
  /** The answer to the text of a question for a reader; only for one that was judged good. */
  readonly toon: (data: unknown, document: string) => string;
  /** Variables of what does not exist, keys as in the example, when the answer must be the same, byte for byte. */
  readonly bestaatNiet?: Operatie['variabelen'];
}

/** A key of no klant and no voordracht. */
const ONBEKEND = '00000000-0000-4000-8000-000000000000';

/** The proof of each question, by its id. */
export const proeven: Readonly<Record<string, Proef>> = Object.freeze({
  'keten:WP-001': { controleer: controleerKlantbeeld, toon: toonKlantbeeld },
  'keten:WP-002': { controleer: controleerCaseload, toon: toonAntwoord },
  'keten:WP-005': { controleer: controleerAanvragen, toon: toonAntwoord },
  'keten:WP-006': { controleer: controleerOngezien, toon: toonAntwoord },
  'keten:WG-001': { controleer: controleerVacatures, toon: toonAntwoord },
  'keten:WG-002': { controleer: controleerSubsidies, toon: toonAntwoord },
  'keten:WG-006': { controleer: controleerZoekprofielen, toon: toonAntwoord },
  'keten:PHO-001': { controleer: controleerBasisOpOrde, toon: toonBasisOpOrde },
  'keten:PHO-002': { controleer: controleerDrieGemeenten, toon: toonDrieGemeenten },
  'keten:IN-001': { controleer: controleerDossier, toon: toonAntwoord },
  'keten:VW-001': { controleer: controleerNoodtoegangen, toon: toonAntwoord },
  'keten:SR-001': { controleer: controleerKlantAfwezig, toon: toonAfwezig, bestaatNiet: { klant: ONBEKEND } },
  'keten:WG-003': {
    controleer: controleerVoordrachtAfwezig,
    toon: toonAfwezig,
    bestaatNiet: { voordracht: ONBEKEND },
  },
});
