import { describe, expect, it } from 'vitest';
import type { Evaluation } from '../../../gateway/authorisation/authzen.ts';
import { cedarDecisionPoint } from '../../../gateway/authorisation/cedar-decision-point.ts';

const DOEL = 'https://register.example/doel/1';
const activiteit = { code: 'doel', uri: DOEL, omschrijving: '-', grondslag: '-' };
const register = new Map([[DOEL, activiteit as never]]);
const punt = cedarDecisionPoint(
  {
    policies: {
      'a.cedar:1':
        'permit (principal in Rol::"lezer", action == Action::"doel", resource == Gegevensgroep::"een");',
      'a.cedar:2': 'permit (principal in Rol::"lezer", action, resource == Gegevensgroep::"twee");',
      'a.cedar:3':
        'permit (principal in Rol::"ander", action, resource == Gegevensgroep::"twee") when { context.reden == Redensoort::"team" };',
      'a.cedar:4':
        'forbid (principal, action, resource == Gegevensgroep::"drie") when { context.reden == Redensoort::"team" };',
      'a.cedar:5': 'permit (principal, action, resource == Gegevensgroep::"drie");',
    },
  },
  register,
);

const vraag = (groep: string, anders: Partial<Evaluation> = {}): Evaluation => ({
  subject: {
    type: 'organisatie',
    id: 'ONZE',
    properties: { organisatiesoort: 'GEMEENTE', rollen: ['lezer'], rechten: [] },
  },
  action: { name: 'verwerken', properties: { 'dpl.core.processing_activity_id': DOEL } },
  resource: { type: 'gegevensgroep', id: groep },
  ...anders,
});
const als = (...rollen: string[]): Partial<Evaluation> => ({
  subject: {
    type: 'organisatie',
    id: 'ONZE',
    properties: { organisatiesoort: 'GEMEENTE', rollen, rechten: [] },
  },
});

describe('the decision point', () => {
  it('says for the operator which policies permit, and for the asker why not', async () => {
    expect(await punt.evaluation(vraag('een'))).toEqual({
      decision: true,
      context: { reason_admin: { en: 'a.cedar:1' } },
    });
    const { decision, context } = await punt.evaluation(vraag('vier'));
    expect(decision).toBe(false);
    expect(context?.reason_user?.['nl']).toContain('Geen regel van de matrix');
    expect(context?.reason_admin?.['en']).toBeTruthy();
  });

  it('takes the purpose from the processing activity, and knows when there is none', async () => {
    expect((await punt.evaluation(vraag('een', { action: { name: 'verwerken' } }))).decision).toBe(false);
    expect((await punt.evaluation(vraag('twee', { action: { name: 'verwerken' } }))).decision).toBe(true);
  });

  it('refuses what it cannot judge: another kind of resource, an unknown purpose, an asker without a kind', async () => {
    const onbekend = { name: 'verwerken', properties: { 'dpl.core.processing_activity_id': `${DOEL}0` } };
    for (const anders of [
      { resource: { type: 'document', id: 'twee' } },
      { action: onbekend },
      { subject: { type: 'organisatie', id: 'ONZE' } },
      {
        subject: { type: 'organisatie', id: 'ONZE', properties: { organisatiesoort: 7, rollen: ['lezer'] } },
      },
    ])
      expect((await punt.evaluation(vraag('twee', anders))).decision, JSON.stringify(anders)).toBe(false);
  });

  it('refuses when a policy fails to evaluate, also one that would have forbidden', async () => {
    expect((await punt.evaluation(vraag('twee', als('ander')))).decision).toBe(false);
    expect((await punt.evaluation(vraag('drie'))).decision).toBe(false);
    expect(
      (await punt.evaluation(vraag('twee', { ...als('ander'), context: { reden: 'team' } }))).decision,
    ).toBe(true);
  });

  it('answers several questions in their order, with what they share said once', async () => {
    const { subject, action } = vraag('een');
    const evaluations = ['een', 'vier', 'twee'].map((id) => ({ resource: { type: 'gegevensgroep', id } }));
    const beslissingen = async (
      semantic?: 'execute_all' | 'deny_on_first_deny' | 'permit_on_first_permit',
    ): Promise<readonly boolean[]> => {
      const answer = await punt.evaluations({
        subject,
        action,
        evaluations: [...evaluations, { ...als('niemand'), ...evaluations[0] }],
        ...(semantic !== undefined && { options: { evaluations_semantic: semantic } }),
      });
      return answer.evaluations.map(({ decision }) => decision);
    };
    expect(await beslissingen()).toEqual([true, false, true, false]);
    expect(await beslissingen('execute_all')).toEqual([true, false, true, false]);
    expect(await beslissingen('deny_on_first_deny')).toEqual([true, false]);
    expect(await beslissingen('permit_on_first_permit')).toEqual([true]);
  });

  it('keeps the policies of another decision point apart', async () => {
    const ander = cedarDecisionPoint({ policies: {} }, register);
    expect((await ander.evaluation(vraag('twee'))).decision).toBe(false);
    expect((await punt.evaluation(vraag('twee'))).decision).toBe(true);
  });
});
