import type { FetchNode } from '../planning/plan.ts';
import type { CallSubgraph, SubgraphAnswer } from './call-subgraph.ts';
import { KetenFout } from '../../schema/fouten/keten-fout.ts';
import { type DataObject, Failure, type FailureCause, isDataObject, own, type Value } from './data.ts';
import { entityNames, rootNames } from './fetched-names.ts';
import { mergeInto } from './merge.ts';
import { failObject, markFailed, placeErrors } from './place-errors.ts';
import { compileRepresentation, type WriteRepresentation } from './representation.ts';
import { applyRewrites } from './rewrite.ts';
import type { TypeTest } from './type-test.ts';

/** One execution of an operation. */
export interface Run {
  /** The variables as the client sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether a Boolean variable is true, with its default. */
  readonly isTrue: (variable: string) => boolean;
  readonly call: CallSubgraph;
  /** Everything that failed, to be checked off while the answer is put together. */
  readonly causes: FailureCause[];
}

/** A compiled plan node: brings data to each target and leaves a mark where that failed. It never throws. */
export type Step = (run: Run, targets: readonly DataObject[]) => Promise<void>;

/** Compiles a fetch. */
export function compileFetch(node: FetchNode, isOfType: TypeTest): Step {
  return node.requires === undefined ? compileRootFetch(node, isOfType) : compileEntityFetch(node, isOfType);
}

function compileRootFetch(node: FetchNode, isOfType: TypeTest): Step {
  const names = rootNames(node.operation);
  const writeBody = compileBody(node);
  return async (run, [root]) => {
    if (root === undefined) return;
    const received = await receive(node, writeBody(run, undefined), run);
    if (!isDataObject(received)) {
      failObject(root, names, received);
      return;
    }
    applyRewrites(node.outputRewrites, received, isOfType);
    mergeInto(root, received);
  };
}

function compileEntityFetch(node: FetchNode, isOfType: TypeTest): Step {
  const namesOf = entityNames(node.operation, isOfType);
  const writeBody = compileBody(node);
  const write = withRewrites(node, compileRepresentation(node.requires ?? [], isOfType), isOfType);
  return async (run, targets) => {
    const texts: string[] = [];
    const positions = new Map<string, number>();
    const wanting: { readonly target: DataObject; readonly position: number }[] = [];
    for (const target of targets) {
      const text = write(target);
      if (text instanceof Failure) {
        markFailed(target, namesOf(typenameOf(target)), text);
      } else if (text !== undefined) {
        let position = positions.get(text);
        if (position === undefined) {
          position = texts.push(text) - 1;
          positions.set(text, position);
        }
        wanting.push({ target, position });
      }
    }
    if (texts.length === 0) return;

    const received = await receive(node, writeBody(run, texts), run);
    const entities = isDataObject(received) ? entitiesOf(received, texts.length, node, run) : received[0];
    if (isList(entities)) {
      for (const entity of entities)
        if (isDataObject(entity)) applyRewrites(node.outputRewrites, entity, isOfType);
    }
    for (const { target, position } of wanting) {
      const entity = isList(entities) ? entities[position] : entities;
      if (entity instanceof Failure) failObject(target, namesOf(typenameOf(target)), [entity]);
      else if (isDataObject(entity)) mergeInto(target, entity);
    }
  };
}

function isList(value: readonly Value[] | Failure | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

function entitiesOf(data: DataObject, count: number, node: FetchNode, run: Run): readonly Value[] | Failure {
  const entities = own(data, '_entities');
  if (Array.isArray(entities) && entities.length === count) return entities as readonly Value[];
  return entities instanceof Failure ? entities : fail(node, run, 'BRON_MISLUKT');
}

/** Makes the call; an answer without usable data becomes the failures of all that was asked, at least one. */
async function receive(node: FetchNode, body: string, run: Run): Promise<DataObject | readonly Failure[]> {
  let answer: SubgraphAnswer;
  try {
    answer = await run.call({ subgraph: node.subgraph, body, operationKind: node.operationKind });
  } catch (error) {
    if (!(error instanceof KetenFout)) throw error;
    return [fail(node, run, error.code)];
  }
  const data = isDataObject(answer.data) ? answer.data : undefined;
  const failures = placeErrors(answer.errors, data, node.subgraph);
  for (const { cause } of failures) run.causes.push(cause);
  if (data !== undefined) return data;
  return failures.length === 0 ? [fail(node, run, 'BRON_MISLUKT')] : failures;
}

function fail(node: FetchNode, run: Run, code: FailureCause['code']): Failure {
  const cause: FailureCause = { code, subgraph: node.subgraph, shown: false };
  run.causes.push(cause);
  return new Failure(cause);
}

/** Writes the request; all but the variables is ready beforehand. */
function compileBody(node: FetchNode): (run: Run, representations: readonly string[] | undefined) => string {
  const name =
    node.operationName === undefined ? '' : `,"operationName":${JSON.stringify(node.operationName)}`;
  const head = `{"query":${JSON.stringify(node.operation)}${name},"variables":{`;
  const usages = node.variableUsages.map((variable) => ({ variable, json: `${JSON.stringify(variable)}:` }));
  return (run, representations) => {
    const parts = representations === undefined ? [] : [`"representations":[${representations.join(',')}]`];
    for (const { variable, json } of usages) {
      const value = Object.hasOwn(run.variables, variable) ? run.variables[variable] : undefined;
      if (value !== undefined) parts.push(json + JSON.stringify(value));
    }
    return `${head}${parts.join(',')}}}`;
  };
}

function withRewrites(node: FetchNode, write: WriteRepresentation, isOfType: TypeTest): WriteRepresentation {
  if (node.inputRewrites.length === 0) return write;
  return (entity) => {
    const text = write(entity);
    if (typeof text !== 'string') return text;
    const representation = JSON.parse(text) as DataObject;
    applyRewrites(node.inputRewrites, representation, isOfType);
    return JSON.stringify(representation);
  };
}

function typenameOf(target: DataObject): string {
  const typename = own(target, '__typename');
  return typeof typename === 'string' ? typename : '';
}
