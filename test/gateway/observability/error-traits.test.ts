import { expect, it } from 'vitest';
import { errorTraits } from '../../../gateway/observability/error-traits.ts';

it('says of an error where and what kind, and nothing that it quotes', () => {
  const error = Object.assign(new TypeError('999990019 is not a function'), { code: 'ERR_X' });
  const traits = errorTraits(error);
  expect(traits).toMatchObject({ soort: 'TypeError', code: 'ERR_X' });
  expect(traits.plaats?.[0]).toContain('error-traits.test.ts');
  expect(JSON.stringify(traits)).not.toContain('999990019');
});

it('says of what is no error only what it is', () => {
  expect(errorTraits('999990019')).toEqual({ soort: 'string' });
});
