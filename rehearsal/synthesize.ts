import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Synthesizes the stacks into `cdk.out` as `cdk synth` does, without the command-line tool's own start and the
 * validation that a deployment runs: a rehearsal deploys to this machine only, and the tests validate.
 */
export function synthesize(): void {
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));
  const { status, stderr } = spawnSync('node', ['infra/app.ts'], {
    encoding: 'utf8',
    env: {
      ...process.env,
      CDK_OUTDIR: 'cdk.out',
      CDK_CONTEXT_JSON: JSON.stringify(context),
      CDK_VALIDATION: 'false',
    },
  });
  if (status !== 0) throw new Error(`the stacks cannot be synthesized:\n${stderr}`);
}
