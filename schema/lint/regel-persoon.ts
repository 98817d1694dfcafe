import { Kind, visit } from 'graphql';
import { gebrekBij, type Lintgebrek } from './gebrek.ts';
import { type Graaf, namedType } from './graaf.ts';
import { groepenVan } from './policy-lijst.ts';
import { directives, isExternal, objecttypen, type Veld, velden } from './subgraph-bron.ts';

const BSN = 'klant.bsn';

/** A contactpersoon of a werkgever is no klant, nor is who used noodtoegang: the logboek is about klanten. */
const NIET_OVER_KLANTEN: ReadonlySet<string> = new Set(['vacature.beheer', 'verantwoording.noodtoegang']);

/**
 * What is in no type, whoever asks: who gave a tip, and what is found out under the Wet politiegegevens. That a case
 * was handed over to the sociale recherche is a day, and nothing else.
 */
const NERGENS = /tipgever|opsporing|procesVerbaal|proces_verbaal|verdachte|politiegegeven/i;

/** A bsn is given and asked by fields of the group `klant.bsn` only, and stands in no input, which has no group. */
export function regelBsn({ bronnen }: Graaf): readonly Lintgebrek[] {
  return bronnen.flatMap((bron) => [
    ...velden(bron).flatMap(({ type, field }) => {
      const isBsn = [field, ...(field.arguments ?? [])].some((each) => namedType(each.type) === 'Bsn');
      if (!isBsn || groepenVan(field)[0] === BSN) return [];
      return [
        gebrekBij(
          bron,
          field,
          'bsn',
          `${type.name.value}.${field.name.value} has a Bsn and is not of "${BSN}"`,
        ),
      ];
    }),
    ...bron.document.definitions.flatMap((each) =>
      each.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION || each.kind === Kind.INPUT_OBJECT_TYPE_EXTENSION
        ? (each.fields ?? [])
            .filter(({ type }) => namedType(type) === 'Bsn')
            .map((field) =>
              gebrekBij(bron, field, 'bsn', `${each.name.value}.${field.name.value} is a Bsn in an input`),
            )
        : [],
    ),
  ]);
}

/**
 * A type that holds a datum about a klant says by `@betrokkene` whose it is, so that every reading of it is recorded;
 * or it is a part of types that do, whose own field leads to it and is recorded.
 * @param persoonsgroepen the data groups that hold data about persons
 */
export function regelBetrokkene(
  { bronnen }: Graaf,
  persoonsgroepen: ReadonlySet<string>,
): readonly Lintgebrek[] {
  return bronnen.flatMap((bron) => {
    const alle = velden(bron);
    const metBetrokkene = new Set(
      objecttypen(bron)
        .filter((type) => directives(type, 'betrokkene').length > 0)
        .map(({ name }) => name.value),
    );
    const objecten = new Set(objecttypen(bron).map(({ name }) => name.value));
    const houdtDatum = ({ type, field, ...veld }: Veld): boolean =>
      !objecten.has(namedType(field.type)) &&
      !isExternal({ type, field, ...veld }) &&
      groepenVan(field).some((groep) => persoonsgroepen.has(groep) && !NIET_OVER_KLANTEN.has(groep));
    const isDeel = (naam: string, boven: ReadonlySet<string> = new Set()): boolean => {
      if (metBetrokkene.has(naam)) return true;
      const wegen = alle.filter(({ field }) => namedType(field.type) === naam);
      return (
        !boven.has(naam) &&
        wegen.length > 0 &&
        wegen.every(
          ({ type, field }) =>
            groepenVan(field).some((groep) => persoonsgroepen.has(groep)) &&
            isDeel(type.name.value, new Set([...boven, naam])),
        )
      );
    };
    return alle
      .filter(houdtDatum)
      .filter(({ type }) => !isDeel(type.name.value))
      .map(({ type, field }) =>
        gebrekBij(
          bron,
          field,
          'betrokkene',
          `${type.name.value}.${field.name.value} is about a klant, and no @betrokkene says whom`,
        ),
      );
  });
}

/** No name of a type, field, argument, input or enum value tells of what is in this graph for nobody. */
export function regelNergens({ bronnen }: Graaf): readonly Lintgebrek[] {
  return bronnen.flatMap((bron) => {
    const gebreken: Lintgebrek[] = [];
    visit(bron.document, {
      Name(node) {
        if (NERGENS.test(node.value))
          gebreken.push(gebrekBij(bron, node, 'nergens', `${node.value} belongs in no type`));
      },
    });
    return gebreken;
  });
}
