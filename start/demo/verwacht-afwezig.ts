import { z } from 'zod';
import { oordeel } from './oordeel.ts';

/** SR-001: nothing, as Voorschoten has no part in the samenwerking of the sociale recherche. */
export const controleerKlantAfwezig = oordeel(z.strictObject({ klant: z.null() }), () => []);

/** WG-003: nothing, as the voordracht is of another werkgever. */
export const controleerVoordrachtAfwezig = oordeel(z.strictObject({ voordracht: z.null() }), () => []);

/** What a reader sees of an answer that must not be there. */
export function toonAfwezig(): string {
  return '  Geen gegevens, en geen teken dat zij er zijn: wie iets vraagt wat niet bestaat, krijgt hetzelfde antwoord.';
}
