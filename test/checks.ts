import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

interface Check {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

/** What the code must pass without being run: style and format, types, unused code, the direction of imports. */
const checks: readonly Check[] = [
  { name: 'lint and format', command: ['biome', 'ci', '--error-on-warnings', '.'] },
  { name: 'types', command: ['tsc'] },
  { name: 'types of the portal', command: ['tsc', '--project', 'portal'] },
  { name: 'unused code', command: ['knip', '--no-progress'] },
  {
    name: 'direction of imports',
    command: ['depcruise', '--output-type', 'err', ...folders()],
  },
];

/** Runs every check and says which failed, with what it printed. */
export function runChecks(): { passed: number; failed: number } {
  const results = checks.map(({ name, command: [program, ...args] }) => {
    const { status, stdout, stderr } = spawnSync(program, args, {
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    });
    console.log(`${status === 0 ? '✓' : '✗'} ${name}`);
    if (status !== 0) console.log(stdout, stderr);
    return status === 0;
  });
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
}

function folders(): string[] {
  return [
    'domain',
    'cli',
    'contract',
    'store',
    'texts',
    'letters',
    'functions',
    'infra',
    'local',
    'cli',
    'portal',
    'rehearsal',
    'test',
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = runChecks().failed === 0 ? 0 : 1;
}
