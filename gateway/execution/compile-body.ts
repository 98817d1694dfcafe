import type { Run } from './receive.ts';

/** What of a request is known beforehand. */
export interface BodySource {
  readonly operation: string;
  readonly operationName?: string;
  readonly variableUsages: readonly string[];
}

/** Representations by the variable that carries them, as JSON between commas. */
export type Representations = readonly (readonly [variable: string, json: string])[];

/** Writes the body of a request as JSON text. */
export type WriteBody = (run: Run, representations: Representations) => string;

/** Compiles the body of a request; all but the variables is written beforehand. */
export function compileBody({ operation, operationName, variableUsages }: BodySource): WriteBody {
  const name = operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`;
  const head = `{"query":${JSON.stringify(operation)}${name},"variables":{`;
  const usages = variableUsages.map((variable) => ({ variable, json: `${JSON.stringify(variable)}:` }));
  return (run, representations) => {
    const parts = representations.map(([variable, json]) => `"${variable}":[${json}]`);
    for (const { variable, json } of usages) {
      const value = Object.hasOwn(run.variables, variable) ? run.variables[variable] : undefined;
      if (value !== undefined) parts.push(json + JSON.stringify(value));
    }
    return `${head}${parts.join(',')}}}`;
  };
}
