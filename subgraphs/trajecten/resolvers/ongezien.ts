import type { OngezienRij } from '../loaders/ongezien-lezer.ts';
import type { KlantStub } from './klant.ts';

/** Ongezien: the other fields are its columns. */
export const ongezienResolvers = {
  klant: ({ klantId }: OngezienRij): KlantStub => ({ id: klantId }),
};
