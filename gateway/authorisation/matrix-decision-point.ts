import { ALLE, type MatrixRegel } from '../../schema/beleid/matrix-regel.ts';
import { type Redensoort, teltVoor } from '../../schema/beleid/voorwaarde-van-rijen.ts';
import type { Verwerkingsactiviteit } from '../../schema/beleid/laad-verwerkingsregister.ts';
import { type Decision, type DecisionPoint, type Evaluation, withDefaults } from './authzen.ts';

/** A decision point that reads the matrix itself. */
export function matrixDecisionPoint(
  matrix: readonly MatrixRegel[],
  register: ReadonlyMap<string, Verwerkingsactiviteit>,
): DecisionPoint {
  const decide = ({ subject, action, resource, context }: Partial<Evaluation>): Decision => {
    const { rollen, organisatiesoort, rechten } = (subject?.properties ?? {}) as {
      readonly rollen?: readonly string[];
      readonly organisatiesoort?: string;
      readonly rechten?: readonly string[];
    };
    const uri = action?.properties?.['dpl.core.processing_activity_id'];
    const activiteit = uri === undefined ? undefined : register.get(uri)?.code;
    const past = (kolom: string, waarde: string | undefined): boolean => kolom === ALLE || kolom === waarde;
    const decision = matrix.some(
      (regel) =>
        regel.gegevensgroep === resource?.id &&
        (regel.rol === ALLE || rollen?.includes(regel.rol) === true) &&
        past(regel.organisatiesoort, organisatiesoort) &&
        past(regel.verwerkingsactiviteit, activiteit) &&
        teltVoor(regel.rijen, rechten ?? [], context?.['reden'] as Redensoort | undefined),
    );
    return { decision };
  };
  return {
    evaluation: async (request) => decide(request),
    evaluations: async (request) => ({ evaluations: withDefaults(request).map(decide) }),
  };
}
