import fc from 'fast-check';
import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { CurrentStand } from '../../gateway/current-stand.ts';
import { standReloader } from '../../gateway/reload-stand.ts';
import type { ServedStand } from '../../gateway/served-stand.ts';

/** A served Stand of which only the end can be seen. */
function stand(versie: string) {
  const seen = { closed: 0 };
  const served = {
    stand: { versie },
    close: async () => {
      seen.closed += 1;
    },
  } as unknown as ServedStand;
  return { served, seen };
}

const response = (): ServerResponse => new EventEmitter() as unknown as ServerResponse;
const silent = (): void => {};

describe('a Stand that was replaced', () => {
  it('is closed when the last request that began with it has ended, and not before', () => {
    const [old, next] = [stand('1'), stand('2')];
    const current = new CurrentStand(old.served, silent);
    const [first, second] = [response(), response()];
    expect(current.begin(first)).toBe(old.served);
    current.begin(second);
    current.replace(next.served);
    expect(current.begin(response())).toBe(next.served);
    first.emit('close');
    expect(old.seen.closed).toBe(0);
    second.emit('close');
    expect(old.seen.closed).toBe(1);
    expect(next.seen.closed).toBe(0);
  });

  it('is closed at once when no request has it', () => {
    const [old, next] = [stand('1'), stand('2')];
    new CurrentStand(old.served, silent).replace(next.served);
    expect(old.seen.closed).toBe(1);
  });

  it('is closed exactly once, whatever the order of requests, replacements and the end', async () => {
    const steps = fc.array(
      fc.oneof(
        fc.constant('begin' as const),
        fc.constant('replace' as const),
        fc.record({ end: fc.nat({ max: 20 }) }),
      ),
      { maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const stands = [stand('0')];
        const current = new CurrentStand((stands[0] ?? stand('0')).served, silent);
        const open: { readonly response: ServerResponse; readonly of: number }[] = [];
        for (const step of all) {
          if (step === 'begin') {
            const begun = response();
            open.push({
              response: begun,
              of: stands.findIndex(({ served }) => served === current.begin(begun)),
            });
          } else if (step === 'replace') {
            stands.push(stand(String(stands.length)));
            current.replace((stands.at(-1) ?? stand('')).served);
          } else {
            const [ended] = open.splice(step.end, 1);
            ended?.response.emit('close');
          }
          for (const [index, { seen }] of stands.entries()) {
            const isInUse = index === stands.length - 1 || open.some(({ of }) => of === index);
            expect(seen.closed).toBe(isInUse ? 0 : 1);
          }
        }
        await current.close();
        for (const { seen } of stands) expect(seen.closed).toBe(1);
      }),
    );
  });
});

describe('a new Stand', () => {
  it('takes over when it has been loaded whole, warm, and not before', async () => {
    const [old, next] = [stand('1'), stand('2')];
    const current = new CurrentStand(old.served, silent);
    const loaded = Promise.withResolvers<ServedStand>();
    const reloaded = standReloader({
      current,
      load: () => loaded.promise,
      logger: pino({ level: 'silent' }),
    })();
    await Promise.resolve();
    expect(current.served).toBe(old.served);
    loaded.resolve(next.served);
    expect(await reloaded).toBe('replaced');
    expect(current.served).toBe(next.served);
  });
});
