import { spawnSync } from 'node:child_process';

/** Bundles the functions and synthesizes the stacks once, for all tests that look at them or run them. */
export default function synthesize(): void {
  const { status, stderr } = spawnSync('cdk', ['synth', '--quiet'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the stacks cannot be synthesized:\n${stderr}`);
}
