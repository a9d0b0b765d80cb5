import { spawnSync } from 'node:child_process';
import type { RunningCloud } from './cloud.ts';

/**
 * Exports the table and examines the export as an auditor would, with the tool of `npm run audit`: every log verifies,
 * and every listing follows from the logs. Returns what did not hold.
 */
export function auditRehearsal(cloud: RunningCloud, folder: string): readonly string[] {
  const table = ['--table', cloud.output('TableName'), '--endpoint', cloud.origin];
  return [['export', ...table], ['verify', 'all'], ['replay']].flatMap((command) => {
    const args = ['--disable-warning=ExperimentalWarning', 'cli/audit.ts', ...command, '--folder', folder];
    const { status, stdout, stderr } = spawnSync('node', args, { encoding: 'utf8' });
    if (status === 0) return [];
    const told = stdout.split('\n').filter((line) => line.startsWith('✗'));
    return told.length > 0 ? told : [`audit ${command[0]} ended with ${status}: ${stderr}`];
  });
}
