/**
 * Mutation testing: changes the domain in small ways and asks whether a test notices. `npm run mutate` takes all of it,
 * `npm run mutate -- --mutate 'domain/case/*.ts'` a part. What was found is kept in .local/mutation.json: a run that is stopped
 * goes on from there, and only what was changed since, or is tested otherwise, is tried again. Scores are in docs/mutation.md.
 */
export default {
  plugins: ['./test/mutation/runner.ts'],
  testRunner: 'warm',
  // The municipalities are a table.
  mutate: ['domain/**/*.ts', '!domain/register/municipalities.ts'],
  // Two tests of the contract prove what the domain says of a call and of its results. The instances take a minute for each mutant.
  testFiles: [
    'test/domain/**/!(instances).test.ts',
    'test/contract/call.test.ts',
    'test/contract/open-data.test.ts',
  ],
  coverageAnalysis: 'perTest',
  // What only runs when a file is loaded: tables, sentences with their sources, regular expressions. For each, every test would
  // have to be loaded and run again. What runs in a test as well is tried.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: '.local/mutation.json',
  reporters: ['clear-text', 'progress-append-only', 'html'],
  htmlReporter: { fileName: '.local/mutation.html' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  // TypeScript 7 has no API for Stryker to rewrite a tsconfig with, and the tests need none: Node strips the types.
  tsconfigFile: 'there-is-none.json',
  tempDirName: '.local/stryker',
  ignorePatterns: ['cdk.out', 'dist', '.local', 'docs/screens'],
  concurrency: 2,
  timeoutMS: 5_000,
  thresholds: { high: 95, low: 85, break: 85 },
};
