import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { getNamedType, type GraphQLField, type GraphQLObjectType, isObjectType, parse } from 'graphql';
import { leesBeleidseisen } from '../../../gateway/authorisation/beleidseis.ts';
import { bouwStand } from '../../../gateway/stand.ts';
import { groepenVan, type Vrager } from './vragers.ts';

const SUPERGRAPH = readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8');
const eisen = leesBeleidseisen(parse(SUPERGRAPH));
const { schema } = await bouwStand({ supergraph: SUPERGRAPH, beleid: undefined });

/** A question as it is sent, and where its first page tells of a next one. */
export interface Vraag {
  readonly query: string;
  readonly variables: Readonly<Record<string, string | number>>;
  /** The field at the root whose pages can be followed; its cursor goes into the variable `na`. */
  readonly bladert: string | undefined;
}

/** What arguments can be: things in sight and out of it, and things that are nowhere. */
export interface Waarden {
  readonly klanten: readonly string[];
  readonly voordrachten: readonly string[];
  readonly bsns: readonly string[];
  readonly personen: readonly (readonly [naam: string, geboortedatum: string])[];
}

const DIEP = 4;

/**
 * Questions about the graph as an asker may put them: fields of every depth, aliases, pages and arguments. One in ten
 * asks a field that is refused as well.
 */
export function vragenVan(vrager: Vrager, waarden: Waarden): fc.Arbitrary<Vraag> {
  const query = schema.getQueryType();
  if (!query) throw new Error('no questions');
  const verleend = groepenVan(vrager);
  const mag = (type: GraphQLObjectType, { name }: GraphQLField<unknown, unknown>): boolean =>
    (eisen.get(`${type.name}.${name}`) ?? []).some((alle) => alle.every((groep) => verleend.has(groep)));
  const wortels = Object.values(query.getFields()).filter((veld) => mag(query, veld));
  const geweigerd = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => name === 'Klant')
    .flatMap((type) => Object.values(type.getFields()).filter((veld) => !mag(type, veld)))
    .map(({ name }) => name);
  return fc
    .record({
      wortel: fc.constantFrom(...wortels),
      lot: fc.infiniteStream(fc.nat({ max: 99 })),
      klant: fc.constantFrom(...waarden.klanten),
      voordracht: fc.constantFrom(...waarden.voordrachten),
      bsn: fc.constantFrom(...waarden.bsns),
      persoon: fc.constantFrom(...waarden.personen),
      aantal: fc.integer({ min: 1, max: 6 }),
      weigert: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ wortel, lot, klant, voordracht, bsn, persoon: [naam, geboortedatum], aantal, weigert }) => {
      const worp = (): number => lot.next().value ?? 0;
      const geeft = isObjectType(getNamedType(wortel.type))
        ? selectie(getNamedType(wortel.type) as GraphQLObjectType, mag, worp, DIEP)
        : '';
      const isBladzijde = wortel.args.some(({ name }) => name === 'after');
      const weiger =
        weigert === 0 && wortel.name === 'klant' && geweigerd.length > 0
          ? geeft.replace(/\}$/, `${meteen(geweigerd[worp() % geweigerd.length])} }`)
          : geeft;
      const tekst = `query ($klant: ID!, $voordracht: ID!, $bsn: Bsn!, $naam: String!, $dag: Datum!, $n: Int!, $na: String) {
        v: __typename
        ${wortel.name}${argumenten(wortel)} ${isBladzijde ? weiger.replace(/\}$/, 'pageInfo { hasNextPage endCursor } }') : weiger}
      }`;
      const gebruikt = [...tekst.slice(tekst.indexOf('{')).matchAll(/\$(\w+)/g)].map(([, wie = '']) => wie);
      const alle = { klant, voordracht, bsn, naam, dag: geboortedatum, n: aantal };
      return {
        query: zonderOngebruikte(tekst, gebruikt),
        variables: Object.fromEntries(Object.entries(alle).filter(([wie]) => gebruikt.includes(wie))),
        bladert: isBladzijde ? wortel.name : undefined,
      };
    });
}

function meteen(veld: string | undefined): string {
  const type = schema.getType('Klant');
  const named =
    isObjectType(type) && veld !== undefined ? getNamedType(type.getFields()[veld]?.type) : undefined;
  return isObjectType(named) ? `${veld} { __typename }` : `${veld}`;
}

/** Some of the fields an asker may see of a type, each deeper one less often. */
function selectie(
  type: GraphQLObjectType,
  mag: (type: GraphQLObjectType, veld: GraphQLField<unknown, unknown>) => boolean,
  worp: () => number,
  diep: number,
): string {
  const kans = type.name.endsWith('Connection') || type.name.endsWith('Edge') ? 100 : 40;
  const velden = Object.values(type.getFields())
    .filter((veld) => mag(type, veld) && worp() < kans)
    .flatMap((veld) => {
      const named = getNamedType(veld.type);
      // A bsn is given of one person in a question.
      if (veld.name === 'bsn' && diep < DIEP) return [];
      if (!isObjectType(named)) return [`${worp() < 15 ? `a${veld.name}: ` : ''}${veld.name}`];
      if (diep === 0) return [];
      return [`${veld.name}${argumenten(veld)} ${selectie(named, mag, worp, diep - 1)}`];
    });
  return `{ __typename ${velden.join(' ')} }`;
}

const ARGUMENTEN: Readonly<Record<string, string>> = {
  'klant.id': '$klant',
  'voordracht.id': '$voordracht',
  bsn: '$bsn',
  naam: '$naam',
  geboortedatum: '$dag',
  first: '$n',
  totEnMet: '"2013-06-30"',
  code: '"GM1916"',
  'samenwerkingsverband.code': '"werk-en-inkomen"',
  jaren: '[2013]',
  jaar: '2013',
  kwartaal: '1',
  van: '"2013-01"',
  tot: '"2013-01"',
};

function argumenten({ name, args }: GraphQLField<unknown, unknown>): string {
  const gegeven = args.flatMap((arg) => {
    const waarde =
      arg.name === 'after'
        ? schema.getQueryType()?.getFields()[name] === undefined
          ? undefined
          : '$na'
        : (ARGUMENTEN[`${name}.${arg.name}`] ?? ARGUMENTEN[arg.name]);
    return waarde === undefined ? [] : [`${arg.name}: ${waarde}`];
  });
  return gegeven.length === 0 ? '' : `(${gegeven.join(', ')})`;
}

/** A variable that a question does not use is refused. */
function zonderOngebruikte(tekst: string, gebruikt: readonly string[]): string {
  return tekst.replace(/^query \(([^)]*)\)/, (_, lijst: string) => {
    const over = lijst.split(', ').filter((each) => gebruikt.includes(/\$(\w+)/.exec(each)?.[1] ?? ''));
    return over.length === 0 ? 'query' : `query (${over.join(', ')})`;
  });
}
