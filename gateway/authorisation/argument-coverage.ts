import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  getNamedType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Argument, Argumenten } from '../../schema/beleid/laad-argumenten.ts';
import { compileValues, inputFieldsOf, type ReadValues, type Variables } from './argument-values.ts';
import type { Beleidseisen } from './beleidseis.ts';
import type { Dekking } from './coverage.ts';
import { fragmentsOf } from './fragments-of.ts';

/** An argument, or a field of an input object, that has a value in one request. */
export interface GivenArgument {
  /** `Type.veld(naam)` or `Input.veld`. */
  readonly naam: string;
  /** What is known of it; an argument that is not listed is refused. */
  readonly argument: Argument | undefined;
  readonly value: unknown;
  /** The data groups of the field that it stands at, and of everything asked below it. */
  readonly groepen: ReadonlySet<string>;
}

/** What an operation can give as arguments; it depends on the document alone. */
export interface ArgumentCoverage {
  /** What the arguments ask whatever their values are: a filter its data group, one that is not listed what nobody has. */
  readonly dekking: readonly Dekking[];
  /** The data groups that a filter within an input object may need. */
  readonly groepen: ReadonlySet<string>;
  /** The arguments whose values matter, in one request. */
  readonly given: (variables: Variables) => readonly GivenArgument[];
}

interface Compiled {
  readonly naam: string;
  readonly read: ReadValues;
  readonly groepen: ReadonlySet<string>;
}

/** Compiles the arguments of an operation, wherever their fields stand and whatever `@include` and `@skip` say. */
export function argumentCoverage(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  eisen: Beleidseisen,
  argumenten: Argumenten,
): ArgumentCoverage {
  const fragments = fragmentsOf(document);
  const dekking = new Map<string, Dekking>();
  const groepenVanFilters = new Set<string>();
  const compiled: Compiled[] = [];
  const known = new Map<string, ReadonlySet<string>>();

  function below(selectionSet: SelectionSetNode, parent: GraphQLCompositeType): ReadonlySet<string> {
    const groepen = new Set<string>();
    for (const node of selectionSet.selections) {
      const added =
        node.kind === Kind.FIELD
          ? field(node, parent)
          : node.kind === Kind.FRAGMENT_SPREAD
            ? fragment(node.name.value)
            : below(node.selectionSet, conditionOf(node.typeCondition?.name.value, parent));
      for (const groep of added) groepen.add(groep);
    }
    return groepen;
  }

  function fragment(name: string): ReadonlySet<string> {
    const node = fragments.get(name);
    const reached = known.get(name);
    if (node === undefined || reached !== undefined) return reached ?? new Set();
    // A fragment within itself adds nothing to itself; validation refuses it before it comes here.
    known.set(name, new Set());
    const type = schema.getType(node.typeCondition.name.value);
    const groepen = isCompositeType(type) ? below(node.selectionSet, type) : new Set<string>();
    known.set(name, groepen);
    return groepen;
  }

  function conditionOf(name: string | undefined, parent: GraphQLCompositeType): GraphQLCompositeType {
    const type = name === undefined ? parent : schema.getType(name);
    return isCompositeType(type) ? type : parent;
  }

  function field(node: FieldNode, parent: GraphQLCompositeType): ReadonlySet<string> {
    const definition = isUnionType(parent) ? undefined : parent.getFields()[node.name.value];
    if (definition === undefined) return new Set();
    const velden = (isAbstractType(parent) ? schema.getPossibleTypes(parent) : [parent]).map(
      ({ name }) => `${name}.${node.name.value}`,
    );
    const type = getNamedType(definition.type);
    const groepen = new Set(velden.flatMap((veld) => (eisen.get(veld) ?? []).flat()));
    if (node.selectionSet !== undefined && isCompositeType(type))
      for (const groep of below(node.selectionSet, type)) groepen.add(groep);
    for (const argument of definition.args) {
      const given = node.arguments?.find(({ name }) => name.value === argument.name);
      if (given === undefined && argument.defaultValue === undefined) continue;
      for (const veld of velden) take(`${veld}(${argument.name})`, argument, given, groepen);
    }
    return groepen;
  }

  function take(
    naam: string,
    argument: GraphQLArgument,
    given: ArgumentNode | undefined,
    groepen: ReadonlySet<string>,
  ): void {
    const regel = argumenten.get(naam);
    if (regel === undefined) dekking.set(naam, { veld: naam, eis: undefined });
    else if (regel.gegevensgroep !== undefined)
      dekking.set(naam, { veld: naam, eis: [[regel.gegevensgroep]] });
    const inner = inputFieldsOf(argument.type);
    for (const each of inner) {
      const groep = argumenten.get(each)?.gegevensgroep;
      if (groep !== undefined) groepenVanFilters.add(groep);
    }
    if (regel?.soort === 'organisatie' || inner.length > 0)
      compiled.push({
        naam,
        read: compileValues(argument.type, given?.value, argument.defaultValue),
        groepen,
      });
  }

  const root = schema.getRootType(operation.operation);
  if (root) below(operation.selectionSet, root);
  return Object.freeze({
    dekking: [...dekking.values()],
    groepen: groepenVanFilters,
    given: (variables: Variables) =>
      compiled.flatMap(({ naam, read, groepen }) =>
        read(variables).map(({ field, value }): GivenArgument => {
          const each = field ?? naam;
          return { naam: each, argument: argumenten.get(each), value, groepen };
        }),
      ),
  });
}
