import type { Instelling } from './instelling.ts';
import type { Organisatie } from './organisatie.ts';
import type { Samenwerking } from './samenwerking.ts';
import type { Verwerker } from './verwerker.ts';

/** The organisations of the keten by code, what they do together and for each other, and where their rules differ. */
export interface Ketenpartners {
  readonly organisaties: ReadonlyMap<string, Organisatie>;
  readonly samenwerkingen: readonly Samenwerking[];
  readonly instellingen: readonly Instelling[];
  readonly verwerkers: readonly Verwerker[];
}
