import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const { resolve } = createRequire(import.meta.url);

export default defineConfig({
  // graphql 16 has a second copy of itself as ES modules. Node takes `main`, Vite would take `module`; two copies do not mix.
  resolve: { alias: [{ find: /^graphql$/, replacement: resolve('graphql') }] },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/fixtures/**'],
    pool: 'forks',
    // One for each core: Vitest leaves one to itself, of two that is half.
    maxWorkers: '100%',
    globalSetup: ['test/setup/postgres.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
