import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const { resolve } = createRequire(import.meta.url);

/** What takes minutes: `npm run test:lang` (see CONTRIBUTING.md). Not a part of `npm test`. */
export default defineConfig({
  // As in vitest.config.ts: two copies of graphql do not mix.
  resolve: { alias: [{ find: /^graphql$/, replacement: resolve('graphql') }] },
  test: {
    include: ['test/**/*.lang.ts'],
    pool: 'forks',
    // One after the other: what is measured here is what one process takes.
    fileParallelism: false,
    testTimeout: 60 * 60_000,
    hookTimeout: 60_000,
  },
});
