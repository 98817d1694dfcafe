/* Imports go one way. Each rule has a file in test/fixtures/imports that breaks it; `npm run imports` proves that it is seen. */

/** The stops of a request, in their order. */
const STOPS = ['http', 'identity', 'authorisation', 'planning', 'execution', 'transport'];

/**
 * A stop may call the stops after it. Of the stops before it, it may name the types that it is given: nothing runs
 * back. The parser does not tell types apart, so `npm run imports` drops what these rules say about `import type`.
 */
const stopOrder = STOPS.slice(1).map((stop, index) => ({
  name: `gateway-${stop}-never-back`,
  severity: 'error',
  from: { path: `^gateway/${stop}/` },
  to: { path: `^gateway/(${STOPS.slice(0, index + 1).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'gateway-not-subgraphs',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: '^subgraphs/' },
    },
    {
      name: 'subgraphs-not-gateway',
      severity: 'error',
      from: { path: '^subgraphs/' },
      to: { path: '^gateway/' },
    },
    {
      name: 'subgraph-only-itself-and-chassis',
      comment: 'For the chassis itself this leaves only the chassis: it knows no named subgraph.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { path: '^subgraphs/', pathNot: '^subgraphs/(chassis|$1)/' },
    },
    {
      name: 'schema-imports-no-room',
      severity: 'error',
      from: { path: '^schema/' },
      to: { path: '^(gateway|subgraphs|start|docs)/' },
    },
    {
      name: 'start-only-schema',
      comment: 'start/ runs the others as processes.',
      severity: 'error',
      from: { path: '^start/' },
      to: { path: '^(gateway|subgraphs|docs)/' },
    },
    {
      name: 'product-not-start',
      severity: 'error',
      from: { path: '^(gateway|subgraphs)/' },
      to: { path: '^(start|docs)/' },
    },
    {
      name: 'docs-only-schema',
      severity: 'error',
      from: { path: '^docs/' },
      to: { path: '^(gateway|subgraphs|start)/' },
    },
    {
      name: 'only-test-imports-test',
      severity: 'error',
      from: { path: '^(gateway|subgraphs|schema|start|docs)/' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'test-not-bench',
      severity: 'error',
      from: { path: '^test/' },
      to: { path: '^bench/' },
    },
    ...stopOrder,
    {
      name: 'gateway-observability-never-back',
      severity: 'error',
      from: { path: '^gateway/observability/' },
      to: { path: `^gateway/(${STOPS.join('|')})/` },
    },
    {
      name: 'no-development-package',
      comment:
        'What ships runs without devDependencies: the demo issuer, the stock engine and composing excepted.',
      severity: 'error',
      from: {
        path: '^(gateway|subgraphs|schema|start)/',
        pathNot: '^(schema/compose/|subgraphs/[^/]+/prisma\\.config\\.ts$)',
      },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['npm', 'npm-optional'],
        pathNot: '^node_modules/(oidc-provider|@apollo/gateway)/',
      },
    },
    {
      name: 'no-unlisted-package',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'undetermined'] },
    },
    {
      name: 'no-unresolved-import',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/generated/|^test/fixtures/)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
