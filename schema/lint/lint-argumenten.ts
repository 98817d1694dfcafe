import { type DocumentNode, type InputValueDefinitionNode, Kind } from 'graphql';
import { type Bestandsgebrek, bestandFout } from '../bestanden/bestand-fout.ts';
import { ARGUMENTEN, type Argumenten } from '../beleid/laad-argumenten.ts';

/** Names that federation adds to a supergraph; no client can reach what they name. */
const VAN_FEDERATIE = /^(join|link|core|context|connect)__/;

/**
 * Sees to it that `argumenten.csv` lists every argument of the object types of a supergraph and every field of its input
 * types, and nothing else.
 * @throws KetenFout BESTAND_ONGELDIG
 */
export function lintArgumenten(supergraph: DocumentNode, argumenten: Argumenten): void {
  const bestaand = new Set(argumentenVan(supergraph));
  const gebreken: Bestandsgebrek[] = [
    ...[...bestaand]
      .filter((naam) => !argumenten.has(naam))
      .map((naam) => ({ reden: `${naam} is not listed` })),
    ...[...argumenten.values()]
      .filter(({ argument }) => !bestaand.has(argument))
      .map(({ argument, regel }) => ({ regel, reden: `${argument} does not exist` })),
  ];
  if (gebreken.length > 0) throw bestandFout(ARGUMENTEN, gebreken);
}

/** Every argument by name: `Type.veld(naam)` or `Input.veld`. */
function argumentenVan({ definitions }: DocumentNode): readonly string[] {
  return definitions.flatMap((node) => {
    if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION && !VAN_FEDERATIE.test(node.name.value))
      return (node.fields ?? []).map((field) => `${node.name.value}.${field.name.value}`);
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    return (node.fields ?? []).flatMap((field) =>
      (field.arguments ?? []).map(
        (argument: InputValueDefinitionNode) =>
          `${node.name.value}.${field.name.value}(${argument.name.value})`,
      ),
    );
  });
}
