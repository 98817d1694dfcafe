import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import type { Foutcode } from '../fouten/catalogus.ts';

/** The literals a scalar accepts in a document: a text, a whole number, or any number. */
type Literaal = 'tekst' | 'geheel' | 'getal';

/** What one strict scalar needs. */
interface StrikteScalar<Intern, Extern> {
  /** The name in the SDL. */
  readonly naam: string;
  /** The description in the SDL. */
  readonly omschrijving: string;
  /** The accepted form, in Dutch; ends the sentence of every error. */
  readonly vorm: string;
  readonly literaal: Literaal;
  /** The standard behind the scalar. */
  readonly standaard?: string;
  /** Input to its internal value; `undefined` for anything that is not exactly of the form. */
  readonly lees: (invoer: unknown) => Intern | undefined;
  /** An internal value to its form on the wire; `undefined` for a value that has none. */
  readonly schrijf: (waarde: unknown) => Extern | undefined;
}

/**
 * A scalar that accepts one form, in variables, in documents and in answers.
 * A wrong value gives an error that names the scalar and its form and never the value:
 * it may be someone's bsn. Wrong input is INVOER_ONGELDIG; a wrong value from a source is INTERNE_FOUT.
 */
export function strikteScalar<Intern, Extern>(
  soort: StrikteScalar<Intern, Extern>,
): GraphQLScalarType<Intern, Extern> {
  const { naam, omschrijving, vorm, literaal, standaard, lees, schrijf } = soort;
  const fout = (code: Foutcode, nodes?: ValueNode): GraphQLError =>
    new GraphQLError(`Geen geldige waarde voor ${naam}: verwacht wordt ${vorm}.`, {
      ...(nodes !== undefined && { nodes }),
      extensions: { code },
    });
  const leesOfWeiger = (invoer: unknown, node?: ValueNode): Intern => {
    const waarde = lees(invoer);
    if (waarde === undefined) throw fout('INVOER_ONGELDIG', node);
    return waarde;
  };
  return new GraphQLScalarType<Intern, Extern>({
    name: naam,
    description: omschrijving,
    ...(standaard !== undefined && { specifiedByURL: standaard }),
    parseValue: (invoer) => leesOfWeiger(invoer),
    parseLiteral: (node) => leesOfWeiger(literalValue(node, literaal), node),
    serialize: (waarde) => {
      const extern = schrijf(waarde);
      if (extern === undefined) throw fout('INTERNE_FOUT');
      return extern;
    },
  });
}

/** A literal as the value a variable would have carried; `undefined` when it is of another kind. */
function literalValue(node: ValueNode, literaal: Literaal): string | number | undefined {
  if (literaal === 'tekst') return node.kind === Kind.STRING ? node.value : undefined;
  if (node.kind === Kind.INT || (literaal === 'getal' && node.kind === Kind.FLOAT)) return Number(node.value);
  return undefined;
}
