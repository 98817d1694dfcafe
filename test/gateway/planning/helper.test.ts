import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { type Line, planningHelper, type PlanRequest } from '../../../gateway/planning/helper.ts';

const QUESTION = { text: '{ a }', operationName: null };

/** Lines that do what the test says, in the order in which they were begun. */
function fakeLines() {
  const lines: { readonly events: EventEmitter; readonly asked: PlanRequest[]; ended: number }[] = [];
  const begin = (): Line => {
    const line = { events: new EventEmitter(), asked: [] as PlanRequest[], ended: 0 };
    lines.push(line);
    return {
      events: line.events as unknown as ChildProcess,
      send: (request) => void line.asked.push(request),
      hold: () => {},
      end: () => {
        line.ended += 1;
        line.events.emit('exit');
      },
    };
  };
  const line = (index: number) => {
    const found = lines[index];
    if (found === undefined) throw new Error(`no line ${index}`);
    return found;
  };
  return { begin, line, begun: () => lines.length };
}

describe('a helper that makes plans', () => {
  it('begins at the first need, and gives every answer to who asked', async () => {
    const { begin, line, begun } = fakeLines();
    const helper = planningHelper(begin);
    expect(begun()).toBe(0);
    const [first, second] = [helper.plan(QUESTION), helper.plan(QUESTION)];
    expect(begun()).toBe(1);
    const { events, asked } = line(0);
    const node = { kind: 'Sequence', nodes: [] };
    events.emit('message', { id: asked[1]?.id, plan: { node } });
    events.emit('message', { id: asked[0]?.id, code: 'OPERATIE_NIET_ONDERSTEUND' });
    expect(await second).toEqual({ node });
    await expect(first).rejects.toMatchObject({ code: 'OPERATIE_NIET_ONDERSTEUND' });
  });

  it('that ends by itself is replaced at once, and what it had been asked fails', async () => {
    const { begin, line, begun } = fakeLines();
    const helper = planningHelper(begin);
    const lost = helper.plan(QUESTION);
    line(0).events.emit('message', 'ready');
    line(0).events.emit('error', new Error('out of memory'));
    await expect(lost).rejects.toMatchObject({ code: 'PLAN_MISLUKT', reden: 'out of memory' });
    expect(begun()).toBe(2);
    const next = helper.plan(QUESTION);
    line(1).events.emit('message', { id: line(1).asked[0]?.id, plan: {} });
    expect(await next).toEqual({});
  });

  it('that cannot begin is not begun again before it is needed', async () => {
    const { begin, line, begun } = fakeLines();
    const helper = planningHelper(begin);
    const ready = helper.ready();
    line(0).events.emit('exit');
    await expect(ready).rejects.toMatchObject({ code: 'PLAN_MISLUKT' });
    expect(begun()).toBe(1);
    void helper.ready();
    expect(begun()).toBe(2);
  });

  it('is ended when a plan is given up, and when it is closed, after which none is begun', async () => {
    const { begin, line, begun } = fakeLines();
    const helper = planningHelper(begin);
    const stop = new AbortController();
    const given = helper.plan(QUESTION, stop.signal);
    line(0).events.emit('message', 'ready');
    stop.abort();
    await expect(given).rejects.toMatchObject({ code: 'PLAN_MISLUKT' });
    expect([line(0).ended, begun()]).toEqual([1, 2]);
    line(1).events.emit('message', 'ready');
    await helper.close();
    expect([line(1).ended, begun()]).toEqual([1, 2]);
  });
});
