import { GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { type Bestandsgebrek, bestandFout } from '../schema/bestanden/bestand-fout.ts';
import type { Operatie } from '../schema/operaties/laad-operaties.ts';

/**
 * Sees to it that every trusted document fits the schema.
 * @throws KetenFout BESTAND_ONGELDIG naming the first that does not, with file, line and reason
 */
export function checkOperaties(schema: GraphQLSchema, operaties: Iterable<Operatie>): void {
  for (const { bestand, document } of operaties) {
    const [fault] = faultsOf(schema, document);
    if (fault !== undefined) throw bestandFout(`operaties/${bestand}`, [fault]);
  }
}

function faultsOf(schema: GraphQLSchema, document: string): readonly Bestandsgebrek[] {
  try {
    return validate(schema, parse(document)).map(toGebrek);
  } catch (error) {
    if (error instanceof GraphQLError) return [toGebrek(error)];
    throw error;
  }
}

function toGebrek({ message, locations }: GraphQLError): Bestandsgebrek {
  const line = locations?.[0]?.line;
  return { reden: message, ...(line === undefined ? {} : { regel: line }) };
}
