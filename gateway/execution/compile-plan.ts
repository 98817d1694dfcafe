import type { Plan, PlanNode } from '../planning/plan.ts';
import { compileFetch, type Step } from './compile-fetch.ts';
import { type DataObject, isDataObject, own, type Value } from './data.ts';
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
        const found: DataObject[] = [];
        for (const target of targets) collect(target, path, 0, found);
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

/** The objects at a path; `@` stands for every element of a list, however deep the lists are nested. */
function collect(value: Value, path: readonly (string | number)[], depth: number, found: DataObject[]): void {
  if (Array.isArray(value)) {
    const rest = path[depth] === '@' ? depth + 1 : depth;
    for (const element of value) collect(element, path, rest, found);
    return;
  }
  if (!isDataObject(value)) return;
  const step = path[depth];
  if (step === undefined) found.push(value);
  else collect(own(value, String(step)), path, depth + 1, found);
}
