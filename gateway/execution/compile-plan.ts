import type { Plan, PlanNode } from '../planning/plan.ts';
import { collect } from './collect.ts';
import { compileBatchFetch, compileFetch } from './compile-fetch.ts';
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
      return compileFetch(node, isOfType);
    case 'BatchFetch':
      return compileBatchFetch(node, isOfType);
    case 'Sequence': {
      const steps = node.nodes.map((child) => compileNode(child, isOfType));
      return async (run, targets) => {
        for (const step of steps) await step(run, targets);
      };
    }
    case 'Parallel': {
      const steps = node.nodes.map((child) => compileNode(child, isOfType));
      return async (run, targets) => {
        await Promise.all(steps.map((step) => step(run, targets)));
      };
    }
    case 'Flatten': {
      const step = compileNode(node.node, isOfType);
      const { path } = node;
      return async (run, targets) => {
        const found = await collect(targets, path, isOfType, run.turns);
        if (found.length > 0) await step(run, found);
      };
    }
    case 'Condition': {
      const whenTrue = node.ifClause === undefined ? nothing : compileNode(node.ifClause, isOfType);
      const whenFalse = node.elseClause === undefined ? nothing : compileNode(node.elseClause, isOfType);
      const { condition } = node;
      return (run, targets) => (run.isTrue(condition) ? whenTrue(run, targets) : whenFalse(run, targets));
    }
  }
}
