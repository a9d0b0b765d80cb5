/** Tests are ES modules in TypeScript, transformed by swc; types are checked by `tsc` in `npm run check`. */
const project = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
};

export default {
  coverageProvider: 'v8',
  maxWorkers: 2,
  testTimeout: 120_000,
  projects: [
    {
      ...project,
      displayName: 'code',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: [
        '/test/(e2e|infra)/',
        '/test/portal/(accessibility|applicant|calls|rectification|round)',
      ],
    },
    {
      ...project,
      displayName: 'stacks',
      testMatch: [
        '<rootDir>/test/(e2e|infra)/**/*.test.ts',
        '<rootDir>/test/portal/(accessibility|applicant|calls|rectification|round).test.ts',
      ],
      globalSetup: '<rootDir>/test/global-setup.ts',
    },
  ],
};
