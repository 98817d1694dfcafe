import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';

/**
 * Lists the arguments of a supergraph for the gateway: all as the dearest kind, of which the value is read on every
 * request. The groups below them are for everybody, so that nothing is refused.
 */
export function schrijfArgumenten(schemaMap: string, supergraph: string): void {
  const regels = parse(supergraph).definitions.flatMap((type) => {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    return (type.fields ?? []).flatMap((veld) =>
      (veld.arguments ?? []).map(
        (argument) => `${type.name.value}.${veld.name.value}(${argument.name.value}),organisatie,,meting`,
      ),
    );
  });
  writeFileSync(
    join(schemaMap, 'beleid', 'argumenten.csv'),
    ['argument,soort,gegevensgroep,toelichting', ...regels, ''].join('\n'),
  );
}
