import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isIntrospectionType,
} from 'graphql';
import { code, pagina, tabel } from './markdown.ts';

/** The data groups of a field, by `Type.field`. */
export type Veldgroepen = ReadonlyMap<string, readonly string[]>;

/** `docs/schema.md`: every type a client can ask for, with the data groups of its fields. */
export function schemaPagina(schema: GraphQLSchema, groepen: Veldgroepen): string {
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .toSorted((a, b) => rang(a) - rang(b) || a.name.localeCompare(b.name, 'en'));
  return pagina(
    'Schema',
    'schema/supergraph.graphql',
    'Wat een client kan vragen. *Groepen* zijn de gegevensgroepen waarvoor de vrager toestemming nodig heeft; zie [autorisatiematrix.md](autorisatiematrix.md).',
    ...types.map((type) => deel(type, groepen)),
  );
}

function rang(type: GraphQLNamedType): number {
  if (type.name === 'Query') return 0;
  if (isScalarType(type)) return 3;
  return isEnumType(type) ? 2 : 1;
}

function deel(type: GraphQLNamedType, groepen: Veldgroepen): string {
  const kop = [`## ${type.name}`, type.description ?? ''];
  if (isObjectType(type)) {
    const regels = Object.values(type.getFields()).map((field) => [
      code(field.name),
      code(String(field.type)),
      [field.description ?? '', ...argumenten(field)].join(' '),
      (groepen.get(`${type.name}.${field.name}`) ?? []).map(code).join(', '),
    ]);
    return [...kop, tabel(['Veld', 'Type', 'Wat', 'Groepen'], regels)].join('\n\n');
  }
  if (isEnumType(type)) {
    const regels = type.getValues().map(({ name, description }) => [code(name), description ?? '']);
    return [...kop, tabel(['Waarde', 'Wat'], regels)].join('\n\n');
  }
  return kop.join('\n\n');
}

function argumenten({ args }: GraphQLField<unknown, unknown>): readonly string[] {
  return args.map(({ name, type, description, defaultValue }) => {
    const standaard = defaultValue === undefined ? '' : `, standaard ${JSON.stringify(defaultValue)}`;
    return `${code(name)} (${code(String(type))}${standaard}): ${description ?? ''}`;
  });
}
