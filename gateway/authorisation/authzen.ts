/**
 * What a policy enforcement point asks a policy decision point, and what that answers, as OpenID AuthZEN Authorization
 * API 1.0 and its profile NLGov name them. The gateway asks through this port only: a decision point in another process
 * could stand behind it as well.
 */

/** Who asks. */
export interface Subject {
  readonly type: string;
  readonly id: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** What is done, with the verwerkingsactiviteit under the name that the standard Logboek dataverwerkingen gives it. */
export interface Action {
  readonly name: string;
  readonly properties?: Readonly<Record<string, unknown>> & {
    readonly 'dpl.core.processing_activity_id'?: string;
  };
}

/** What it is done with. */
export interface Resource {
  readonly type: string;
  readonly id: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** One question (Access Evaluation request). */
export interface Evaluation {
  readonly subject: Subject;
  readonly action: Action;
  readonly resource: Resource;
  readonly context?: Readonly<Record<string, unknown>>;
}

/** The answer to one question; the reasons by language, one for the asker and one for the operator. */
export interface Decision {
  readonly decision: boolean;
  readonly context?: {
    readonly reason_user?: Readonly<Record<string, string>>;
    readonly reason_admin?: Readonly<Record<string, string>>;
  };
}

/** Several questions in one message (Access Evaluations request): what they share stands once, beside them. */
export interface Evaluations extends Partial<Evaluation> {
  readonly evaluations: readonly Partial<Evaluation>[];
  readonly options?: {
    readonly evaluations_semantic?: 'execute_all' | 'deny_on_first_deny' | 'permit_on_first_permit';
  };
}

/** The answers to several questions, in their order; fewer when the semantic says to stop at the first. */
export interface Decisions {
  readonly evaluations: readonly Decision[];
}

/** A policy decision point. It fails closed: a question it cannot judge is answered `false`. */
export interface DecisionPoint {
  readonly evaluation: (request: Evaluation) => Promise<Decision>;
  readonly evaluations: (request: Evaluations) => Promise<Decisions>;
}

/** Where a question of several leaves something out, what the message says once. */
export function withDefaults({
  evaluations,
  options: _,
  ...defaults
}: Evaluations): readonly Partial<Evaluation>[] {
  return evaluations.map((evaluation) => ({ ...defaults, ...evaluation }));
}
