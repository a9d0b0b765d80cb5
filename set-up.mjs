// Installs what the project needs where that has not been done for this lock file: run before `npm start` and `npm test`,
// by whatever Node the machine has (20 or later), so plain JavaScript without dependencies.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.anslag-installed';
const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.error('Installing packages; this takes a minute or two, once …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, lock);
}

// The tests of the letters also read them with poppler and qpdf, and those of the portal use a browser; both leave that
// out where they are not. Where packages may be installed without asking anybody, as in a container, they are.
const tools = { pdftotext: 'poppler-utils', qpdf: 'qpdf', chromium: 'chromium' };
const lacking = Object.keys(tools).filter((tool) => spawnSync(tool, ['--version']).error);
if (lacking.length > 0 && process.env.npm_lifecycle_event === 'pretest' && process.getuid?.() === 0) {
  const packages = lacking.map((tool) => tools[tool]);
  console.error(`Installing ${packages.join(', ')} for the tests …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { stdio: ['ignore', 2, 2], env: environment };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}
