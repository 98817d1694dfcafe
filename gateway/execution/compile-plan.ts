import type { FlattenNode, Plan, PlanNode } from '../planning/plan.ts';
import { collect } from './collect.ts';
import {
  compileBatchFetch,
  compileEntityFetch,
  compileRootFetch,
  type EntityFetchNode,
  isEntityFetch,
} from './compile-fetch.ts';
import type { Step } from './receive.ts';
import type { TypeTest } from './type-test.ts';

const nothing: Step = async () => {};

/** Compiles a plan into one function; no plan is read while a request runs. */
export function compilePlan(plan: Plan, isOfType: TypeTest): Step {
  return plan.node === undefined ? nothing : compileNode(plan.node, isOfType);
}

function compileNode(node: PlanNode, isOfType: TypeTest): Step {
  switch (node.kind) {
    case 'Fetch':
      return isEntityFetch(node) ? compileEntityFetches([node], isOfType) : compileRootFetch(node, isOfType);
    case 'BatchFetch':
      return compileBatchFetch(node, isOfType);
    case 'Sequence': {
      const steps = node.nodes.map((child) => compileNode(child, isOfType));
      return async (run, targets) => {
        for (const step of steps) await step(run, targets);
      };
    }
    case 'Parallel': {
      const steps = compileTogether(node.nodes, isOfType);
      return async (run, targets) => {
        await Promise.all(steps.map((step) => step(run, targets)));
      };
    }
    case 'Flatten':
      return compileFlatten(node, compileNode(node.node, isOfType), isOfType);
    case 'Condition': {
      const whenTrue = node.ifClause === undefined ? nothing : compileNode(node.ifClause, isOfType);
      const whenFalse = node.elseClause === undefined ? nothing : compileNode(node.elseClause, isOfType);
      const { condition } = node;
      return (run, targets) => (run.isTrue(condition) ? whenTrue(run, targets) : whenFalse(run, targets));
    }
  }
}

function compileFlatten({ path }: FlattenNode, step: Step, isOfType: TypeTest): Step {
  return async (run, targets) => {
    const found = await collect(targets, path, isOfType, run.turns);
    if (found.length > 0) await step(run, found);
  };
}

/** Fetches of entities that ask the same of the same objects: what they ask is gathered once. */
function compileEntityFetches(nodes: readonly EntityFetchNode[], isOfType: TypeTest): Step {
  const fetches = nodes.map((node) => compileEntityFetch(node, isOfType));
  const [first] = fetches;
  if (first === undefined) return nothing;
  return async (run, targets) => {
    const gathered = await first.gather(targets, run);
    await Promise.all(fetches.map(({ ask }) => ask(gathered, run)));
  };
}

/** Nodes that run at the same time; those that would gather the same become one step. */
function compileTogether(nodes: readonly PlanNode[], isOfType: TypeTest): readonly Step[] {
  const alike = Map.groupBy(nodes, (node) => gatheredBy(node) ?? node);
  return Array.from(alike.values(), (group) => {
    const [first] = group;
    const fetches = group.flatMap((node) => entityFetchIn(node) ?? []);
    if (first?.kind === 'Flatten' && fetches.length > 1)
      return compileFlatten(first, compileEntityFetches(fetches, isOfType), isOfType);
    return first === undefined ? nothing : compileNode(first, isOfType);
  });
}

/** What decides what a node gathers, as text; `undefined` when it gathers nothing. */
function gatheredBy(node: PlanNode): string | undefined {
  const fetch = entityFetchIn(node);
  if (node.kind !== 'Flatten' || fetch === undefined) return undefined;
  return JSON.stringify([node.path, fetch.requires, fetch.inputRewrites]);
}

function entityFetchIn(node: PlanNode): EntityFetchNode | undefined {
  if (node.kind !== 'Flatten' || node.node.kind !== 'Fetch') return undefined;
  return isEntityFetch(node.node) ? node.node : undefined;
}
