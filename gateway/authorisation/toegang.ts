import type { Toegangsredencode } from '../../schema/codelijsten/toegangsredenen.ts';
import type { Betrokkene } from '../identity/betrokkene.ts';
import type { Bereik } from './bereik.ts';

/** What one operation of one asker may see: nothing outside it is fetched. */
export interface Toegang {
  readonly betrokkene: Betrokkene;
  /** The afnemer under which the asker gets pseudonyms. */
  readonly afnemer: string;
  /** URI of the verwerkingsactiviteit; absent when nothing asked needs a purpose. */
  readonly verwerkingsactiviteit: string | undefined;
  /** Why the asker looked beyond the own caseload; absent when he did not. */
  readonly reden: Toegangsredencode | undefined;
  /** The granted data groups of the operation, each with its rows. */
  readonly groepen: ReadonlyMap<string, Bereik>;
  /** The same text for the same asker, purpose, reason, groups and rows: names what may be reused among them. */
  readonly sleutel: string;
}

/** One field or argument that was refused, and why. */
export interface Weigering {
  readonly veld: string;
  readonly gegevensgroep: string;
  readonly reden:
    | 'ARGUMENT'
    | 'GEEN_BELEID'
    | 'GEEN_DOEL'
    | 'GEEN_RECHT'
    | 'IN_LIJST'
    | 'ORGANISATIE_ONBEKEND'
    | 'VERWERKER_ONBEKEND';
}
