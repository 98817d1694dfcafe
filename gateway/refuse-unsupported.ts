import {
  type DirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  Kind,
  OperationTypeNode,
  valueFromASTUntyped,
} from 'graphql';
import { KetenFout } from '../schema/fouten/keten-fout.ts';

/** The newest version of each specification of Apollo's that Federation 2.9 writes into a supergraph. */
const NEWEST: Readonly<Record<string, string>> = {
  link: '1.0',
  join: '0.5',
  tag: '0.3',
  inaccessible: '0.2',
  authenticated: '0.1',
  requiresScopes: '0.1',
  policy: '0.1',
  cost: '0.1',
  federation: '2.9',
};

/** What is refused under the name of its directive, by the specification it comes from. */
const REFUSED: Readonly<Record<string, string>> = {
  context: '@context and @fromContext',
  connect: '@connect and @source',
};

const SPEC = /^https:\/\/specs\.apollo\.dev\/([^/]+)\/v(\d+)\.(\d+)$/;

/** What a supergraph asks for and where. */
interface Finding {
  readonly what: string;
  readonly where: string;
}

/**
 * Refuses a supergraph that asks for more than our engine does: `@context` and `@fromContext`, `@override` with a
 * label, connectors, subscriptions, and whatever came after Federation 2.9. Run without knowing them, it would give
 * other answers than its subgraphs promise. A subgraph that links a newer Federation and uses nothing of it leaves no
 * trace in the supergraph, and is welcome.
 * @throws KetenFout SUPERGRAPH_NIET_ONDERSTEUND naming every directive and place
 */
export function refuseUnsupported(supergraph: DocumentNode): void {
  const found = supergraph.definitions.flatMap((definition) => [
    ...findingsAt(definition, placeOf(definition)),
    ...rootFindings(definition),
    ...fieldsOf(definition).flatMap((field) =>
      findingsAt(field, `${placeOf(definition)}.${field.name.value}`),
    ),
  ]);
  if (found.length === 0) return;
  const places = Map.groupBy(found, ({ what }) => what);
  const reden = Array.from(places, ([what, at]) => `${what} (${at.map(({ where }) => where).join(', ')})`);
  throw new KetenFout('SUPERGRAPH_NIET_ONDERSTEUND', `supergraph: not supported: ${reden.join('; ')}.`);
}

function findingsAt(
  { directives = [] }: { readonly directives?: readonly DirectiveNode[] | undefined },
  where: string,
): Finding[] {
  return directives.flatMap((directive) => whatOf(directive).map((what) => ({ what, where })));
}

/** What one directive asks for that we do not do. */
function whatOf(directive: DirectiveNode): string[] {
  switch (directive.name.value) {
    case 'link':
      return linked(argument(directive, 'url'));
    // Composition gives a directive of a subgraph's own another name when it is called this too.
    case 'context':
      return ['@context'];
    case 'join__field':
      return [
        ...(argument(directive, 'overrideLabel') === undefined ? [] : ['@override(label:)']),
        ...(argument(directive, 'contextArguments') === undefined ? [] : ['@fromContext']),
      ];
    case 'join__directive': {
      const name = argument(directive, 'name');
      const { url } = (argument(directive, 'args') ?? {}) as { readonly url?: unknown };
      // How a supergraph passes on what one subgraph alone asks for; its links come this way too.
      return name === 'link' ? linked(url) : [`@${String(name).replace('__', '/')}`];
    }
    default:
      return [];
  }
}

function linked(url: unknown): string[] {
  const [, name, major, minor] = SPEC.exec(String(url)) ?? [];
  if (name === undefined || major === undefined || minor === undefined) return [];
  const refused = REFUSED[name];
  if (refused !== undefined) return [refused];
  const newest = NEWEST[name];
  if (newest === undefined) return [`the specification ${name}, newer than Federation 2.9`];
  const [newestMajor, newestMinor] = newest.split('.').map(Number);
  const fits = Number(major) === newestMajor && Number(minor) <= (newestMinor ?? 0);
  return fits ? [] : [`the specification ${name} v${major}.${minor}, newer than Federation 2.9`];
}

function rootFindings(definition: DefinitionNode): Finding[] {
  if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) return [];
  return (definition.operationTypes ?? [])
    .filter(({ operation }) => operation === OperationTypeNode.SUBSCRIPTION)
    .map(({ type }) => ({ what: 'subscriptions', where: type.name.value }));
}

function fieldsOf(definition: DefinitionNode) {
  const hasFields =
    definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION;
  return hasFields ? (definition.fields ?? []) : [];
}

function placeOf(definition: DefinitionNode): string {
  return 'name' in definition && definition.name !== undefined ? definition.name.value : 'schema';
}

function argument(directive: DirectiveNode, name: string): unknown {
  const value = directive.arguments?.find((each) => each.name.value === name)?.value;
  const read = value === undefined ? undefined : valueFromASTUntyped(value);
  return read === null ? undefined : read;
}
