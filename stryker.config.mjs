/**
 * Mutation testing: changes the code in small ways and asks whether a test notices. `npm run mutate` takes the files below;
 * `npm run mutate -- --mutate 'domain/log/*.ts'` takes others. It is not part of `npm test`, since it takes many minutes.
 */
export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { projectType: 'custom', configFile: 'stryker.jest.config.js', enableFindRelatedTests: false },
  mutate: ['domain/log/*.ts', 'domain/case/*.ts'],
  coverageAnalysis: 'perTest',
  // Types are checked by `npm run check`; a mutant that would not compile is still run and then killed or not.
  checkers: [],
  plugins: ['@stryker-mutator/jest-runner'],
  reporters: ['clear-text', 'progress-append-only', 'html'],
  htmlReporter: { fileName: '.local/mutation.html' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  // TypeScript 7 has no API for Stryker to rewrite a tsconfig with, and the tests need none: swc strips the types.
  tsconfigFile: 'there-is-none.json',
  tempDirName: '.local/stryker',
  ignorePatterns: ['cdk.out', 'dist', '.local', 'docs'],
  concurrency: 1,
  timeoutMS: 20_000,
  thresholds: { high: 95, low: 85, break: 85 },
};
