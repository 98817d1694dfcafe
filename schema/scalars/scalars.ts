import type { GraphQLScalarType } from 'graphql';
import { bsn } from './bsn.ts';
import { datum } from './datum.ts';
import { geldbedrag } from './geldbedrag.ts';
import { gemeentecode } from './gemeentecode.ts';
import { kvk } from './kvk.ts';
import { maand } from './maand.ts';
import { oin } from './oin.ts';
import { percentage } from './percentage.ts';
import { postcode } from './postcode.ts';
import { tijdstip } from './tijdstip.ts';

/** Every scalar of the graph beside those of GraphQL itself, by its name in the SDL. */
export const scalars: Readonly<Record<string, GraphQLScalarType>> = Object.freeze(
  Object.fromEntries(
    [bsn, datum, geldbedrag, gemeentecode, kvk, maand, oin, percentage, postcode, tijdstip].map((scalar) => [
      scalar.name,
      scalar,
    ]),
  ),
);
