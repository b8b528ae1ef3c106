import { availableParallelism } from 'node:os'

/** Tests run on the sources (condition `mobieus`), as ES modules, against one real PostgreSQL. */
export default {
  testEnvironment: '<rootDir>/test/support/environment.js',
  testEnvironmentOptions: { customExportConditions: ['mobieus', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
  // Our packages are loaded once a process, not once a file: a quarter less CPU for the tests' processes.
  resolver: '<rootDir>/test/support/resolver.cjs',
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  testSequencer: '<rootDir>/test/support/sequencer.js',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // Those of a pooler need one: `check:pooler` installs, starts and names it.
  testPathIgnorePatterns: [
    '/node_modules/',
    ...(process.env.TEST_POOLER === undefined ? ['<rootDir>/test/pooler/'] : []),
  ],
  // Copies of packages that a killed test of the generator left there would be packages of the
  // same name to Jest, which then loads none.
  modulePathIgnorePatterns: ['<rootDir>/build/(surface|foreign|service)-'],
  testTimeout: 60_000,
  // Tests wait for servers and databases too: three beside each other keep two processors at work,
  // which two did to 83 % (240 s for the whole run in place of 264).
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  // Modules of a test file stay in its process when it is done. At 4 GB, after two thirds of all files, processes
  // did nothing but collect garbage, and then ended: one that has more than this begins anew.
  workerIdleMemoryLimit: '1500MB',
}
