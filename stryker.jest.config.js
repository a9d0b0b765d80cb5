import config from './jest.config.js';

/** The domain's own tests as one project: Stryker asks them which mutants they notice, and slower ones would add hours. */
const [{ displayName: _, ...code }] = config.projects;

export default {
  ...code,
  testMatch: ['<rootDir>/test/domain/*.test.ts', '<rootDir>/test/domain/case/*.test.ts'],
  coverageProvider: config.coverageProvider,
  testTimeout: config.testTimeout,
};
