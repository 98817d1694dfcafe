import { type DirectiveNode, Kind } from 'graphql';

/** What is known of Boolean variables, by name. */
export type Conditions = ReadonlyMap<string, boolean>;

/** A selection that may take part. */
export interface Part {
  /** Its directives, without those that say nothing new. */
  readonly directives: readonly DirectiveNode[];
  /** What is known where it takes part. */
  readonly conditions: Conditions;
}

/**
 * Decides what can be decided of `@include` and `@skip` without variables: by their literals, and by what selections
 * above say of the same variables.
 * @returns `undefined` for a selection that never takes part
 */
export function takePart(directives: readonly DirectiveNode[], above: Conditions): Part | undefined {
  if (directives.length === 0) return { directives, conditions: above };
  const conditions = new Map(above);
  const kept: DirectiveNode[] = [];
  for (const directive of directives) {
    const name = directive.name.value;
    const value = directive.arguments?.find((each) => each.name.value === 'if')?.value;
    if (value === undefined || (name !== 'include' && name !== 'skip')) {
      kept.push(directive);
      continue;
    }
    const wanted = name === 'include';
    const known =
      value.kind === Kind.BOOLEAN
        ? value.value
        : value.kind === Kind.VARIABLE
          ? conditions.get(value.name.value)
          : undefined;
    if (known === undefined) {
      kept.push(directive);
      if (value.kind === Kind.VARIABLE) conditions.set(value.name.value, wanted);
    } else if (known !== wanted) {
      return undefined;
    }
  }
  return { directives: kept, conditions };
}
