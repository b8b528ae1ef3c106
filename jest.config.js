/** Tests run on the sources (condition `mobieus`), as ES modules, against one real PostgreSQL. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['mobieus', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testTimeout: 60_000,
}
