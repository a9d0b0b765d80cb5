import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from './checks.ts';

/** The checks, then every test; the last line counts both. Arguments go to jest: `npm test -- test/domain`. */
function run(): void {
  const checked = runChecks();
  const tested = runTests(process.argv.slice(2));
  const passed = checked.passed + tested.passed;
  const failed = checked.failed + tested.failed;
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** Runs jest. A test file that cannot even be loaded counts as a failure, and so does a run without its report. */
function runTests(args: readonly string[]): { passed: number; failed: number } {
  const folder = mkdtempSync(join(tmpdir(), 'anslag-test-'));
  const report = join(folder, 'report.json');
  try {
    spawnSync('jest', ['--json', `--outputFile=${report}`, ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
      },
    });
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
  } catch (error) {
    console.log('jest gave no report', error);
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

run();
